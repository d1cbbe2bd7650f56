// Readers, one after the other: seconds since 1970, digits from the largest unit down (ISO 8601 and
// its relatives), digits with the year at the end, words (a month's name among numbers).
#include "reprise/extract/written_date.h"

#include <array>
#include <charconv>
#include <chrono>
#include <vector>

#include "reprise/extract/html_tokens.h"
#include "reprise/io/pack.h"

namespace reprise::detail {
namespace {

constexpr size_t longest_date = 64;

struct Moment {
  int year = 0;
  int month = 0;  // 0: none is known, nor is anything below
  int day = 0;
  int hour = -1;  // -1: none is known
  int minute = 0;
  int second = -1;
  std::string zone;  // "Z", "+01:00"; empty: none is known
};

std::string two_digits(int value) {
  std::string digits = std::to_string(value);
  return digits.size() < 2 ? "0" + digits : digits;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Returns the moment as it is written, if there is one in the calendar.
std::optional<std::string> written(const Moment& moment) {
  using namespace std::chrono;
  const bool is_recent = moment.year >= 1000 && moment.year <= 9999;
  const year_month_day day =
      year{moment.year} / std::max(moment.month, 1) / std::max(moment.day, 1);
  if (!is_recent || !day.ok()) {
    return std::nullopt;
  }
  std::string out = std::to_string(moment.year);
  if (moment.month == 0) {
    return out;
  }
  out += "-" + two_digits(moment.month);
  if (moment.day == 0) {
    return out;
  }
  out += "-" + two_digits(moment.day);
  const bool has_time = moment.hour >= 0 && moment.hour < 24 && moment.minute < 60;
  if (!has_time) {
    return out;
  }
  out += "T" + two_digits(moment.hour) + ":" + two_digits(moment.minute);
  if (moment.second >= 0 && moment.second <= 60) {
    out += ":" + two_digits(moment.second);
  }
  return out + moment.zone;
}

// Takes a text apart from the left.
struct Scanner {
  std::string_view rest;

  bool skip(char c) {
    const bool is_there = rest.starts_with(c);
    rest.remove_prefix(is_there ? 1 : 0);
    return is_there;
  }

  bool skip_one_of(std::string_view list) {
    const bool is_there = !rest.empty() && list.find(rest[0]) != list.npos;
    rest.remove_prefix(is_there ? 1 : 0);
    return is_there;
  }

  void skip_blanks() {
    while (skip(' ')) {
      continue;
    }
  }

  // Reads from `least` to `most` digits.
  std::optional<int> digits(size_t least, size_t most) {
    size_t count = 0;
    while (count < rest.size() && count < most && is_digit(rest[count])) {
      ++count;
    }
    if (count < least) {
      return std::nullopt;
    }
    int value = 0;
    std::from_chars(rest.data(), rest.data() + count, value);
    rest.remove_prefix(count);
    return value;
  }
};

// Reads "Z", "GMT", "+01:00", "-0500" at the front, or nothing. Returns false for another zone.
bool take_zone(Scanner& scan, Moment& moment) {
  scan.skip_blanks();
  for (std::string_view name : {"z", "utc", "gmt", "ut"}) {
    if (scan.rest == name) {
      moment.zone = "Z";
      return true;
    }
  }
  const bool behind = scan.rest.starts_with('-');
  if (!scan.skip_one_of("+-")) {
    return scan.rest.empty();
  }
  const auto hours = scan.digits(2, 2);
  scan.skip(':');
  const auto minutes = scan.rest.empty() ? std::optional<int>(0) : scan.digits(2, 2);
  if (!hours || !minutes || *hours > 23 || *minutes > 59) {
    return false;
  }
  moment.zone = (behind ? "-" : "+") + two_digits(*hours) + ":" + two_digits(*minutes);
  return true;
}

// Reads "08:57", "8:57:40.123 pm", and the zone behind it. What is no time leaves the day alone.
void take_time(Scanner& scan, Moment& moment) {
  const auto hour = scan.digits(1, 2);
  const bool has_minute = hour && scan.skip(':');
  const auto minute = has_minute ? scan.digits(2, 2) : std::nullopt;
  if (!minute) {
    return;
  }
  Moment timed = moment;
  timed.hour = *hour;
  timed.minute = *minute;
  if (scan.skip(':')) {
    timed.second = scan.digits(2, 2).value_or(-1);
  }
  if (scan.skip_one_of(".,")) {
    scan.digits(1, 9);
  }
  scan.skip_blanks();
  const bool is_afternoon = scan.rest.starts_with("pm") || scan.rest.starts_with("p.m.");
  const bool is_morning = scan.rest.starts_with("am") || scan.rest.starts_with("a.m.");
  if (is_afternoon || is_morning) {
    timed.hour = timed.hour % 12 + (is_afternoon ? 12 : 0);
    scan.rest.remove_prefix(scan.rest.starts_with("am") || scan.rest.starts_with("pm") ? 2 : 4);
  }
  if (take_zone(scan, timed)) {
    moment = timed;
  }
}

// 2019-11-18T08:57, 2019/11/18, 2019.11, 20191118
std::optional<Moment> in_digits(std::string_view text) {
  Scanner scan{text};
  Moment moment;
  const auto year = scan.digits(4, 4);
  if (!year) {
    return std::nullopt;
  }
  moment.year = *year;
  if (scan.rest.empty()) {
    return moment;
  }
  const bool is_compact = is_digit(scan.rest[0]) && scan.rest.size() >= 4;
  if (!is_compact && !scan.skip_one_of("-/.")) {
    return std::nullopt;
  }
  const auto month = scan.digits(is_compact ? 2 : 1, 2);
  if (!month || *month == 0) {
    return std::nullopt;
  }
  moment.month = *month;
  if (scan.rest.empty()) {
    return moment;
  }
  if (!is_compact && !scan.skip_one_of("-/.")) {
    return std::nullopt;
  }
  const auto day = scan.digits(is_compact ? 2 : 1, 2);
  if (!day || *day == 0 || (!scan.rest.empty() && is_digit(scan.rest[0]))) {
    return std::nullopt;
  }
  moment.day = *day;
  scan.skip_one_of("t,");
  scan.skip_blanks();
  take_time(scan, moment);
  return moment;
}

// 18.11.2019, 18.11.2019 08:57; 18/11/2019 and 11/18/2019, where only one number can be the month
std::optional<Moment> year_last(std::string_view text) {
  constexpr int months_of_year = 12;
  Scanner scan{text};
  const auto first = scan.digits(1, 2);
  const char mark = first && !scan.rest.empty() ? scan.rest[0] : '\0';
  const auto second = scan.skip_one_of("./-") ? scan.digits(1, 2) : std::nullopt;
  const auto year = second && scan.skip(mark) ? scan.digits(4, 4) : std::nullopt;
  if (!year || (!scan.rest.empty() && is_digit(scan.rest[0]))) {
    return std::nullopt;
  }
  const bool day_first = mark == '.' || *first > months_of_year;
  const bool month_first = mark != '.' && *second > months_of_year;
  if (!day_first && !month_first) {
    return std::nullopt;
  }
  Moment moment;
  moment.year = *year;
  moment.month = day_first ? *second : *first;
  moment.day = day_first ? *first : *second;
  scan.skip_one_of("t,");
  scan.skip_blanks();
  take_time(scan, moment);
  return moment;
}

// clang-format off
// How names of months begin, in English, German, French, Spanish, Portuguese and Italian.
constexpr std::array<std::string_view, 12> months{
    "jan jän ene gen",
    "feb fév fev",
    "mar mär mrz",
    "apr avr abr",
    "may mai mag",
    "jun juin giu",
    "jul juil lug",
    "aug aoû aou ago",
    "sep set",
    "oct okt out ott",
    "nov",
    "dec dez déc dic"};
// clang-format on

// Returns the month that a word names, from 1; 0 if it names none.
int month_of(std::string_view word) {
  for (size_t month = 0; month < months.size(); ++month) {
    std::string_view rest = months[month];
    while (!rest.empty()) {
      const size_t end = std::min(rest.find(' '), rest.size());
      if (word.starts_with(rest.substr(0, end))) {
        return static_cast<int>(month) + 1;
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return 0;
}

// Passes over ":45 pm" before a day.
void skip_time(Scanner& scan) {
  while (!scan.rest.empty() && (is_digit(scan.rest[0]) || scan.rest[0] == ':')) {
    scan.rest.remove_prefix(1);
  }
}

// Takes a number as the day or the year. Returns false if there is one already, or it is neither.
bool take_number(Scanner& scan, Moment& moment) {
  const size_t before = scan.rest.size();
  const int number = scan.digits(1, 4).value_or(0);
  if (scan.rest.starts_with(':')) {
    skip_time(scan);
    return true;
  }
  const bool is_year = before - scan.rest.size() == 4;
  const bool is_part_of_more = !scan.rest.empty() && is_digit(scan.rest[0]);
  int& part = is_year ? moment.year : moment.day;
  if (is_part_of_more || part != 0) {
    return false;
  }
  part = number;
  return true;
}

// Takes a word, which may be the month, or a mark.
void take_word(Scanner& scan, Moment& moment) {
  const size_t end = std::min(scan.rest.find_first_of(" ,.0123456789-"), scan.rest.size());
  if (moment.month == 0) {
    moment.month = month_of(scan.rest.substr(0, end));
  }
  scan.rest.remove_prefix(std::max<size_t>(end, 1));
}

// Mon, 18 Nov 2019 08:57:40 GMT; November 18th, 2019 at 8:57 am; 18 de noviembre de 2019
std::optional<Moment> in_words(std::string_view text) {
  Moment moment;
  Scanner scan{text};
  while (!scan.rest.empty() && (moment.year == 0 || moment.month == 0 || moment.day == 0)) {
    if (!is_digit(scan.rest[0])) {
      take_word(scan, moment);
    } else if (!take_number(scan, moment)) {
      return std::nullopt;
    }
  }
  if (moment.year == 0 || moment.month == 0) {
    return std::nullopt;
  }
  while (!scan.rest.empty() && !is_digit(scan.rest[0])) {
    scan.rest.remove_prefix(1);
  }
  if (moment.day != 0) {
    take_time(scan, moment);
  }
  return moment;
}

// 기사입력 [2018-08-25 15:24]: the first year with a month behind it, inside of other text
std::optional<Moment> inside(std::string_view text) {
  for (size_t at = 0; at + 8 <= text.size(); ++at) {
    const bool begins = at == 0 || !is_digit(text[at - 1]);
    const bool is_year = begins && is_digit(text[at]) && is_digit(text[at + 3]);
    const bool is_parted = std::string_view("-/.").find(text[at + 4]) != std::string_view::npos;
    if (is_year && is_parted) {
      return in_digits(text.substr(at));
    }
  }
  return std::nullopt;
}

// Seconds, or thousandths of seconds, since 1970.
std::optional<Moment> since_1970(std::string_view text) {
  using namespace std::chrono;
  const bool is_count = text.size() == 10 || text.size() == 13;
  int64_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (!is_count || error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  const sys_seconds moment{seconds(text.size() == 13 ? count / 1000 : count)};
  const auto midnight = floor<days>(moment);
  const year_month_day day(midnight);
  const hh_mm_ss time(moment - midnight);
  return Moment{.year = static_cast<int>(day.year()),
                .month = static_cast<int>(static_cast<unsigned>(day.month())),
                .day = static_cast<int>(static_cast<unsigned>(day.day())),
                .hour = static_cast<int>(time.hours().count()),
                .minute = static_cast<int>(time.minutes().count()),
                .second = static_cast<int>(time.seconds().count()),
                .zone = "Z"};
}

}  // namespace

std::optional<std::string> written_date(std::string_view text) {
  text = trimmed(text);
  if (text.size() > longest_date) {
    return std::nullopt;
  }
  const std::string small = lower_ascii(text);
  using Reader = std::optional<Moment> (*)(std::string_view);
  for (const Reader read : {Reader(since_1970), Reader(in_digits), Reader(year_last),
                            Reader(in_words), Reader(inside)}) {
    const auto moment = read(small);
    if (moment) {
      return written(*moment);
    }
  }
  return std::nullopt;
}

std::optional<std::string> date_in_url(std::string_view url) {
  for (size_t at = url.find('/'); at != url.npos; at = url.find('/', at + 1)) {
    Scanner scan{url.substr(at + 1)};
    const auto year = scan.digits(4, 4);
    const bool parted_by_year = year && scan.skip_one_of("/-");
    const auto month = parted_by_year ? scan.digits(2, 2) : std::nullopt;
    const bool parted_by_month = month && scan.skip_one_of("/-");
    const auto day = parted_by_month ? scan.digits(2, 2) : std::nullopt;
    const bool ends = day && scan.skip_one_of("/-");
    const bool is_recent = ends && *year >= 1990 && *year < 2100 && *month > 0 && *day > 0;
    if (is_recent) {
      Moment moment;
      moment.year = *year;
      moment.month = *month;
      moment.day = *day;
      return written(moment);
    }
  }
  return std::nullopt;
}

}  // namespace reprise::detail
