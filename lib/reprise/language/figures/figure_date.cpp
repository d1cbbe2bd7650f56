// Dates, each way of writing one read by a function of its own.
//
// Steps: a word that is a month begins a date of its own kind; a digit may begin "21 January" or a
// date in digits. Each takes the year behind it, and make_date counts the days.
//
//     "Jan. 20-22, 2025"   month 1, days 20 to 22, year 2025: 20108 .. 20110 since 1970-01-01
//     "21 January"         no year: day 21 of a leap year
//     "They may march"     no capital, so no month; and "Feb. 30" is no day
//
// Cost: a few look-ups.
#include "reprise/language/figures/figure_date.h"

#include <chrono>

#include "reprise/language/figures/figure_numeral.h"
#include "reprise/language/word_list.h"

namespace reprise::detail {
namespace {

constexpr int leap_year = 2000;  // stands for years that are not said
constexpr size_t most_digits = 4;

// The digits that a word begins with, and what is behind them.
struct Leading {
  int value = 0;
  std::string_view rest;
};

// Nothing if there are no digits, or more than a year has.
std::optional<Leading> leading_number(std::string_view word) {
  Leading leading;
  size_t n = 0;
  while (n < word.size() && is_digit(word[n])) {
    if (n == most_digits) {
      return std::nullopt;
    }
    leading.value = leading.value * 10 + (word[n] - '0');
    ++n;
  }
  leading.rest = word.substr(n);
  return n == 0 ? std::nullopt : std::optional(leading);
}

// The number that the whole word is; 0 if it is none.
int whole_number(std::string_view word) {
  const auto leading = leading_number(word);
  return leading && leading->rest.empty() ? leading->value : 0;
}

bool is_one_of(std::string_view word, std::string_view list) {
  bool found = false;
  for_each_part(list, ' ', [&](std::string_view part) { found = found || part == word; });
  return found;
}

// "21", "21st", "1er", "1º"; 0 if it is no day of a month.
int day_at(const FigureText& t, uint32_t i) {
  const auto leading = leading_number(t.word(i));
  if (!leading) {
    return 0;
  }
  const bool ordinal = leading->rest.empty() || is_one_of(leading->rest, t.traits().day_endings);
  const bool in_a_month = leading->value >= 1 && leading->value <= 31;
  return ordinal && in_a_month ? leading->value : 0;
}

bool is_year(int number) {
  return number >= 1000 && number < 2200;
}

// "2025"; 0 if it is no year.
int year_of(std::string_view word) {
  const int year = word.size() == most_digits ? whole_number(word) : 0;
  return is_year(year) ? year : 0;
}

// The month's number from 1, or 0: "may" is no month where months are capital.
int month_at(const FigureText& t, uint32_t i) {
  const bool small = t.traits().months_are_capital && !t.capital(i);
  return small ? 0 : t.meaning(i).month;
}

// Whether nothing but a blank stands behind token i, and maybe one of the marks before it.
bool next_after(const FigureText& t, uint32_t i, std::string_view marks) {
  std::string_view gap = t.gap_after(i);
  if (!gap.empty() && marks.find(gap[0]) != marks.npos) {
    gap.remove_prefix(1);
  }
  const bool blanks_alone = !gap.empty() && without_blanks(gap).empty();
  return i + 1 < t.size() && blanks_alone && has_no_empty_line(gap);
}

// ---- Days are counted.
struct Days {
  int first = 0;
  int last = 0;
};

// The number of the day, from 1970-01-01; without a year, from 1 in a leap year. Nothing if there
// is no such day.
std::optional<double> day_count(int year, int month, int day) {
  namespace chrono = std::chrono;
  if (day > 31) {  // a chrono::day holds no more than 255
    return std::nullopt;
  }
  const chrono::year_month_day date(chrono::year(year ? year : leap_year),
                                    chrono::month(static_cast<unsigned>(month)),
                                    chrono::day(static_cast<unsigned>(day)));
  if (!date.ok()) {
    return std::nullopt;
  }
  const chrono::sys_days new_year(date.year() / 1 / 1);
  const chrono::sys_days start = year ? chrono::sys_days() : new_year - chrono::days(1);
  return static_cast<double>((chrono::sys_days(date) - start).count());
}

std::optional<FigureDate> make_date(int year, int month, Days days, uint32_t end) {
  const auto low = day_count(year, month, days.first);
  const auto high = day_count(year, month, days.last);
  if (!low || !high || *low > *high) {
    return std::nullopt;
  }
  return FigureDate{end, year ? "day" : "month-day", *low, *high};
}

std::optional<FigureDate> make_month(int year, int month, uint32_t end) {
  namespace chrono = std::chrono;
  const auto number = static_cast<unsigned>(month);
  const chrono::month_day_last end_of_month{chrono::month(number)};
  const chrono::year_month_day_last last(chrono::year(year ? year : leap_year), end_of_month);
  const auto days = static_cast<unsigned>(last.day());
  return make_date(year, month, {1, static_cast<int>(days)}, end);
}

// ---- Parts of a date.
// Takes the year behind token `end - 1`, with "de" before it or not. Returns 0 if there is none.
int take_year(const FigureText& t, uint32_t& end) {
  if (!next_after(t, end - 1, ",.")) {
    return 0;
  }
  const bool of = t.is(end, FigureRole::of) && next_after(t, end, "");
  const uint32_t at = of ? end + 1 : end;
  const int year = year_of(t.word(at));
  if (year) {
    end = at + 1;
  }
  return year;
}

bool is_dash(std::string_view gap) {
  return gap == "-" || gap == "–";
}

// Takes the day at token `end`, and the one behind a dash: "20-22". Nothing if there is no day.
std::optional<Days> take_days(const FigureText& t, uint32_t& end) {
  const int first = day_at(t, end);
  if (!first) {
    return std::nullopt;
  }
  Days days{first, first};
  const int last = is_dash(t.gap_after(end)) ? day_at(t, end + 1) : 0;
  if (last) {
    days.last = last;
    ++end;
  }
  ++end;
  return days;
}

// ---- The ways of writing one.
// "21 January 2025", "21st of January", "21. Januar", "20-22 janvier".
std::optional<FigureDate> day_first(const FigureText& t, uint32_t i) {
  uint32_t end = i;
  const auto days = take_days(t, end);
  if (!days || !next_after(t, end - 1, ".")) {
    return std::nullopt;
  }
  const bool of = t.is(end, FigureRole::of) && next_after(t, end, "");
  end += of ? 1 : 0;
  const int month = month_at(t, end);
  if (!month) {
    return std::nullopt;
  }
  ++end;
  const int year = take_year(t, end);
  return make_date(year, month, *days, end);
}

// "January 21, 2025", "Jan. 20-22".
std::optional<FigureDate> day_behind_month(const FigureText& t, uint32_t i, int month) {
  if (!t.traits().day_may_follow_month || !next_after(t, i, ".")) {
    return std::nullopt;
  }
  uint32_t end = i + 1;
  const auto days = take_days(t, end);
  if (!days) {
    return std::nullopt;
  }
  const int year = take_year(t, end);
  return make_date(year, month, *days, end);
}

// "January 2025", "January 21, 2025", "in January".
std::optional<FigureDate> month_first(const FigureText& t, uint32_t i) {
  const int month = month_at(t, i);
  if (!month) {
    return std::nullopt;
  }
  uint32_t end = i + 1;
  if (const int year = take_year(t, end)) {
    return make_month(year, month, end);
  }
  if (const auto date = day_behind_month(t, i, month)) {
    return date;
  }
  return t.led_by(i, FigureRole::dated) ? make_month(0, month, i + 1) : std::nullopt;
}

// "2025-01-21".
std::optional<FigureDate> year_first_in_digits(const FigureText& t, uint32_t i) {
  const int year = year_of(t.word(i));
  if (!year || t.gap_after(i) != "-" || t.gap_after(i + 1) != "-") {
    return std::nullopt;
  }
  const int month = whole_number(t.word(i + 1));
  const int day = whole_number(t.word(i + 2));
  if (month < 1 || month > 12 || day < 1) {
    return std::nullopt;
  }
  return make_date(year, month, {day, day}, i + 3);
}

// The number behind the point that the text begins with, and what is behind it.
std::optional<Leading> behind_point(std::string_view text) {
  return text.starts_with('.') ? leading_number(text.substr(1)) : std::nullopt;
}

// "21.01.2025", which is one word.
std::optional<FigureDate> day_first_in_digits(const FigureText& t, uint32_t i) {
  const auto day = leading_number(t.word(i));
  const auto month = day ? behind_point(day->rest) : std::nullopt;
  const auto year = month ? behind_point(month->rest) : std::nullopt;
  if (!year || year->value < 1000 || !year->rest.empty()) {
    return std::nullopt;
  }
  const bool month_exists = month->value >= 1 && month->value <= 12;
  if (day->value < 1 || !month_exists) {
    return std::nullopt;
  }
  return make_date(year->value, month->value, {day->value, day->value}, i + 1);
}

}  // namespace

std::optional<FigureDate> date_at(const FigureText& t, uint32_t i) {
  if (t.meaning(i).month > 0) {
    return month_first(t, i);
  }
  if (!t.starts_with_digit(i)) {
    return std::nullopt;
  }
  if (auto date = day_first(t, i)) {
    return date;
  }
  if (auto date = year_first_in_digits(t, i)) {
    return date;
  }
  return day_first_in_digits(t, i);
}

}  // namespace reprise::detail
