// A scanner takes a date apart from the left, and stops where it ends: the less there is, the
// longer the stretch of time that it means.
//
//     2025                       the year: [2025-01-01, 2026-01-01)
//     2025-02-06                 the day, in UTC
//     2025-02-06T14:30+01:00     the minute from 13:30 UTC on
//     2025-02-06 14:30           the minute from 14:30 UTC on
//
// Counter-examples: 2025-02-30 is no day, and 20250206 has no separators: neither is a date. A leap
// second (60) is taken for the one after it.
//
// Source: ISO 8601, RFC 3339; Howard Hinnant's civil calendar, as <chrono> has it.
#include "reprise/corpus/date.h"

#include <charconv>
#include <chrono>

#include "reprise/extract/written_date.h"

namespace reprise::detail {
namespace {

// Takes apart a fixed-width date from the left.
struct Scanner {
  std::string_view rest;

  bool skip(char c) {
    if (rest.empty() || rest[0] != c) {
      return false;
    }
    rest.remove_prefix(1);
    return true;
  }

  bool skip_word(std::string_view word) {
    if (!rest.starts_with(word)) {
      return false;
    }
    rest.remove_prefix(word.size());
    return true;
  }

  std::optional<int> digits(size_t count) {
    if (rest.size() < count) {
      return std::nullopt;
    }
    int value = 0;
    for (char c : rest.substr(0, count)) {
      if (c < '0' || c > '9') {
        return std::nullopt;
      }
      value = 10 * value + (c - '0');
    }
    rest.remove_prefix(count);
    return value;
  }
};

int64_t seconds_of(std::chrono::sys_days day) {
  return std::chrono::duration_cast<std::chrono::seconds>(day.time_since_epoch()).count();
}

// Returns the seconds by which the zone at the scanner runs ahead of UTC: "Z", "+01:00", "-0530",
// " UTC" and " +0000" as databases and shells write them, or nothing at all, which is UTC.
std::optional<int64_t> zone(Scanner& scan) {
  if (scan.rest.empty()) {
    return 0;
  }
  scan.skip(' ');
  const bool is_utc = scan.skip_word("UTC") || scan.skip_word("GMT");
  if (is_utc || scan.skip('Z') || scan.skip('z')) {
    return 0;
  }
  const bool behind = scan.skip('-');
  if (!behind && !scan.skip('+')) {
    return std::nullopt;
  }
  const auto hours = scan.digits(2);
  const bool colon = scan.skip(':');
  const auto minutes = scan.rest.empty() && !colon ? std::optional<int>(0) : scan.digits(2);
  if (!hours || !minutes || *hours > 23 || *minutes > 59) {
    return std::nullopt;
  }
  return (behind ? -1 : 1) * (int64_t{*hours} * 3600 + int64_t{*minutes} * 60);
}

std::optional<DateRange> moment(Scanner& scan, int64_t midnight) {
  const auto hour = scan.digits(2);
  if (!hour || *hour > 23 || !scan.skip(':')) {
    return std::nullopt;
  }
  const auto minute = scan.digits(2);
  if (!minute || *minute > 59) {
    return std::nullopt;
  }
  int64_t begin = midnight + int64_t{*hour} * 3600 + int64_t{*minute} * 60;
  int64_t length = 60;
  if (scan.skip(':')) {
    const auto second = scan.digits(2);
    if (!second || *second > 60) {
      return std::nullopt;
    }
    begin += *second;
    length = 1;
    if (scan.skip('.') || scan.skip(',')) {
      if (!scan.digits(1)) {
        return std::nullopt;
      }
      while (scan.digits(1)) {
        continue;
      }
    }
  }
  const auto offset = zone(scan);
  if (!offset || !scan.rest.empty()) {
    return std::nullopt;
  }
  return DateRange{begin - *offset, begin - *offset + length};
}

}  // namespace

std::optional<DateRange> parse_date(std::string_view text) {
  using namespace std::chrono;
  Scanner scan{text};
  const auto y = scan.digits(4);
  if (!y) {
    return std::nullopt;
  }
  const year_month january = year{*y} / 1;
  if (scan.rest.empty()) {
    return DateRange{seconds_of(january / 1), seconds_of((january + years{1}) / 1)};
  }
  const auto m = scan.skip('-') ? scan.digits(2) : std::nullopt;
  if (!m) {
    return std::nullopt;
  }
  const year_month this_month = year{*y} / *m;
  if (!this_month.ok()) {
    return std::nullopt;
  }
  if (scan.rest.empty()) {
    return DateRange{seconds_of(this_month / 1), seconds_of((this_month + months{1}) / 1)};
  }
  const auto d = scan.skip('-') ? scan.digits(2) : std::nullopt;
  if (!d) {
    return std::nullopt;
  }
  const year_month_day date = this_month / *d;
  if (!date.ok()) {
    return std::nullopt;
  }
  const int64_t midnight = seconds_of(date);
  if (scan.rest.empty()) {
    return DateRange{midnight, midnight + 86400};
  }
  if (!scan.skip('T') && !scan.skip(' ')) {
    return std::nullopt;
  }
  return moment(scan, midnight);
}

std::optional<std::string> date_of_cell(std::string_view cell) {
  return parse_date(cell) ? std::optional<std::string>(cell) : written_date(cell);
}

}  // namespace reprise::detail
