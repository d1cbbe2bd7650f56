#include "reprise/extract/iso_date.h"

#include <algorithm>
#include <chrono>

namespace reprise::detail {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr int first_year = 1000;  // before it are years of programs that know none

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(blanks);
  if (begin == text.npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string two_digits(int number) {
  const char digits[] = {static_cast<char>('0' + number / 10),
                         static_cast<char>('0' + number % 10)};
  return {digits, 2};
}

// Takes numbers and signs from the front.
struct Scanner {
  std::string_view rest;

  bool skip(std::string_view sign) {
    const bool there = rest.starts_with(sign);
    rest.remove_prefix(there ? sign.size() : 0);
    return there;
  }

  // Returns a number of `least` to `most` digits; -1 if there is none.
  int number(size_t least, size_t most) {
    const auto end = std::find_if_not(rest.begin(), rest.end(), is_digit);
    const auto digits = static_cast<size_t>(end - rest.begin());
    if (digits < least || digits > most) {
      return -1;
    }
    int value = 0;
    for (const char c : rest.substr(0, digits)) {
      value = 10 * value + (c - '0');
    }
    rest.remove_prefix(digits);
    return value;
  }
};

// Appends "+01:00" or "Z", or nothing where no zone stands. Returns whether all is understood.
bool add_zone(Scanner& scan, std::string& out) {
  scan.skip(" ");
  if (scan.rest.empty()) {
    return true;
  }
  const bool behind = scan.rest.starts_with('-');
  if (!scan.skip("-") && !scan.skip("+")) {
    out += 'Z';
    return scan.skip("Z") || scan.skip("z") || scan.skip("UTC") || scan.skip("GMT");
  }
  const std::string_view digits = scan.rest;
  const bool compact = digits.size() == 4 && std::all_of(digits.begin(), digits.end(), is_digit);
  int hours = scan.number(2, 4);
  int minutes = 0;
  if (compact) {
    minutes = hours % 100;
    hours /= 100;
  } else if (scan.skip(":") || scan.skip("'")) {
    minutes = scan.number(2, 2);
  }
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
    return false;
  }
  out += behind ? '-' : '+';
  out += two_digits(hours) + ':' + two_digits(minutes);
  return true;
}

// Appends "T10:11:12Z". Returns whether all of it is understood.
bool add_time(Scanner& scan, std::string& out) {
  const int hour = scan.number(1, 2);
  const int minute = scan.skip(":") ? scan.number(2, 2) : -1;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
    return false;
  }
  out += 'T' + two_digits(hour) + ':' + two_digits(minute);
  if (scan.skip(":")) {
    const int second = scan.number(2, 2);
    if (second < 0 || second > 60) {
      return false;
    }
    out += ':' + two_digits(second);
    if (scan.skip(".") || scan.skip(",")) {
      scan.rest.remove_prefix(
          std::min(scan.rest.find_first_not_of("0123456789"), scan.rest.size()));
    }
  }
  return add_zone(scan, out) && scan.rest.empty();
}

}  // namespace

std::optional<std::string> iso_date(std::string_view text) {
  using namespace std::chrono;
  Scanner scan{trimmed(text)};
  const int y = scan.number(4, 4);
  if (y < first_year) {
    return std::nullopt;
  }
  std::string out = std::to_string(y);
  if (scan.rest.empty()) {
    return out;
  }
  const int m = scan.skip("-") ? scan.number(1, 2) : -1;
  if (m < 1 || m > 12) {
    return std::nullopt;
  }
  out += '-' + two_digits(m);
  if (scan.rest.empty()) {
    return out;
  }
  const int d = scan.skip("-") ? scan.number(1, 2) : -1;
  const year_month_day date = year{y} / m / d;
  if (d < 1 || !date.ok()) {
    return std::nullopt;
  }
  out += '-' + two_digits(d);
  if (scan.rest.empty()) {
    return out;
  }
  const bool has_time = scan.skip("T") || scan.skip("t") || scan.skip(" ");
  if (!has_time || !add_time(scan, out)) {
    return std::nullopt;
  }
  return out;
}

}  // namespace reprise::detail
