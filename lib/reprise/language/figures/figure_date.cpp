#include "reprise/language/figures/figure_date.h"

#include <chrono>

namespace reprise::detail {
namespace {

constexpr int leap_year = 2000;  // stands for years that are not said

// A number of at most four digits at the word's beginning; the rest goes to `suffix`. -1 if there
// is none.
int leading_number(std::string_view word, std::string_view& suffix) {
  int value = 0;
  size_t n = 0;
  for (; n < word.size() && word[n] >= '0' && word[n] <= '9'; ++n) {
    if (n == 4) {
      return -1;
    }
    value = value * 10 + (word[n] - '0');
  }
  suffix = word.substr(n);
  return n == 0 ? -1 : value;
}

// "21", "21st", "1er", "1º"; 0 if it is no day of a month.
int day_of(std::string_view word) {
  std::string_view suffix;
  const int day = leading_number(word, suffix);
  const bool ordinal = suffix.empty() || suffix == "st" || suffix == "nd" || suffix == "rd" ||
                       suffix == "th" || suffix == "er" || suffix == "o";
  return ordinal && day >= 1 && day <= 31 ? day : 0;
}

int year_of(std::string_view word) {
  std::string_view suffix;
  const int year = word.size() == 4 ? leading_number(word, suffix) : -1;
  return suffix.empty() && year >= 1000 && year < 2200 ? year : 0;
}

int month_of(const FigureText& t, uint32_t i) {
  const int month = t.meaning(i).month;
  const bool needs_capital = t.language() == Language::english || t.language() == Language::german;
  return month > 0 && needs_capital && !t.capital(i) ? 0 : month;
}

// Whether nothing but a blank stands behind token i, and maybe one of the marks before it.
bool next_after(const FigureText& t, uint32_t i, std::string_view marks) {
  std::string_view gap = t.gap_after(i);
  if (!gap.empty() && marks.find(gap[0]) != marks.npos) {
    gap.remove_prefix(1);
  }
  return i + 1 < t.size() && !gap.empty() && without_blanks(gap).empty() &&
         gap.find('\n') == gap.rfind('\n');
}

std::optional<FigureDate> make_date(int year, int month, int first, int last, uint32_t end) {
  namespace chrono = std::chrono;
  const auto day_count = [&](int day) {
    const chrono::year y(year ? year : leap_year);
    const chrono::year_month_day date(y, chrono::month(static_cast<unsigned>(month)),
                                      chrono::day(static_cast<unsigned>(day)));
    if (!date.ok()) {
      return std::optional<double>();
    }
    const chrono::sys_days start =
        year ? chrono::sys_days() : chrono::sys_days(y / 1 / 1) - chrono::days(1);
    return std::optional(static_cast<double>((chrono::sys_days(date) - start).count()));
  };
  const auto low = day_count(first), high = day_count(last);
  if (!low || !high || *low > *high) {
    return std::nullopt;
  }
  return FigureDate{end, year ? "day" : "month-day", *low, *high};
}

std::optional<FigureDate> make_month(int year, int month, uint32_t end) {
  const std::chrono::year_month_day_last last{
      std::chrono::year(year ? year : leap_year),
      std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(month)))};
  return make_date(year, month, 1, static_cast<int>(static_cast<unsigned>(last.day())), end);
}

// Takes the year behind token `end - 1`, with "de" before it in Spanish.
int take_year(const FigureText& t, uint32_t& end) {
  if (!next_after(t, end - 1, ",.")) {
    return 0;
  }
  const uint32_t at = end + (t.is(end, FigureRole::of) && next_after(t, end, ""));
  const int year = year_of(t.word(at));
  if (year) {
    end = at + 1;
  }
  return year;
}

// "21 January 2025", "21st of January", "21. Januar", "20-22 janvier".
std::optional<FigureDate> day_first(const FigureText& t, uint32_t i) {
  const int first = day_of(t.word(i));
  int last = first;
  uint32_t at = i;
  if (!first) {
    return std::nullopt;
  }
  const std::string_view gap = t.gap_after(at);
  if (gap == "-" || gap == "–") {
    last = day_of(t.word(++at));
    if (!last) {
      return std::nullopt;
    }
  }
  if (!next_after(t, at, ".")) {
    return std::nullopt;
  }
  ++at;
  if (t.is(at, FigureRole::of) && next_after(t, at, "")) {
    ++at;
  }
  const int month = month_of(t, at);
  if (!month) {
    return std::nullopt;
  }
  uint32_t end = at + 1;
  const int year = take_year(t, end);
  return make_date(year, month, first, last, end);
}

// "January 21, 2025", "Jan. 20-22", "January 2025", "in January".
std::optional<FigureDate> month_first(const FigureText& t, uint32_t i) {
  const int month = month_of(t, i);
  if (!month) {
    return std::nullopt;
  }
  uint32_t end = i + 1;
  if (const int year = take_year(t, end)) {
    return make_month(year, month, end);
  }
  if (t.language() == Language::english && next_after(t, i, ".")) {
    const int first = day_of(t.word(end));
    int last = first;
    const std::string_view gap = t.gap_after(end);
    if (first && (gap == "-" || gap == "–") && day_of(t.word(end + 1))) {
      last = day_of(t.word(++end));
    }
    if (first) {
      ++end;
      const int year = take_year(t, end);
      if (const auto date = make_date(year, month, first, last, end)) {
        return date;
      }
    }
  }
  const bool dated = i > 0 && t.is(i - 1, FigureRole::dated) && t.adjoins(i - 1);
  return dated ? make_month(0, month, i + 1) : std::nullopt;
}

// "2025-01-21", or "21.01.2025" as one word.
std::optional<FigureDate> digits_alone(const FigureText& t, uint32_t i) {
  const std::string_view w = t.word(i);
  std::string_view rest, rest2, rest3;
  if (const int year = year_of(w)) {
    if (t.gap_after(i) != "-" || t.gap_after(i + 1) != "-") {
      return std::nullopt;
    }
    const int month = leading_number(t.word(i + 1), rest),
              day = leading_number(t.word(i + 2), rest2);
    if (!rest.empty() || !rest2.empty() || month < 1 || month > 12 || day < 1) {
      return std::nullopt;
    }
    return make_date(year, month, day, day, i + 3);
  }
  const int day = leading_number(w, rest);
  if (day < 1 || !rest.starts_with('.')) {
    return std::nullopt;
  }
  const int month = leading_number(rest.substr(1), rest2);
  if (month < 1 || month > 12 || !rest2.starts_with('.')) {
    return std::nullopt;
  }
  const int year = leading_number(rest2.substr(1), rest3);
  if (year < 1000 || !rest3.empty()) {
    return std::nullopt;
  }
  return make_date(year, month, day, day, i + 1);
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
  return digits_alone(t, i);
}

}  // namespace reprise::detail
