// The upper end of a range: what joins the two ends, and what they tell each other.
//
// Steps:
// 1. Something joins the number to what follows: a dash, "to", "or", "and" behind "between".
// 2. A number follows, and is larger; of "2024-25", the century is the first one's.
// 3. The scale and the currency that only one end says hold for both; both are rounded alike.
//
//     "$5-6 million"    a dash; 6 million; 5 has no scale and fits below it: 5 to 6 million dollars
//     "100 to 2,000"    "to"; 100 is good to 10, and 2,000 to 50 instead of 100: 90 to 2,050
//     "40 or 400"       "or", but ten times as much is no range
//
// Cost: as for one more number.
#include "reprise/language/figures/figure_range.h"

#include <algorithm>
#include <cmath>

namespace reprise::detail {
namespace {

// Half a unit of the last digit, without the limit of a tenth of the value.
double unlimited_half_unit(const Number& number) {
  const double half = number.high - number.value;
  const bool below_limit = half < number.value / 10.001;
  return below_limit ? half : std::max(half, half_unit_before_limit(number.value));
}

// Rounds both ends of a range alike: "55-60" is 54.5 to 60.5.
void round_alike(Number& lower, Number& upper) {
  const double half = std::min(unlimited_half_unit(lower), unlimited_half_unit(upper));
  for (Number* number : {&lower, &upper}) {
    const double own = std::min(number->high - number->value, half);
    number->low = number->value - own;
    number->high = number->value + own;
  }
}

bool begins_with_dash(std::string_view gap) {
  for (const std::string_view dash : {"-", "–", "—"}) {
    if (gap.starts_with(dash) && without_blanks(gap.substr(dash.size())).empty()) {
      return true;
    }
  }
  return false;
}

// "rose from 5 to 6": what changes has two figures.
bool is_change_from(const FigureText& t, uint32_t i) {
  return t.led_by(i, FigureRole::from) && i > 1 && t.meaning(i - 2).change != 0;
}

// Whether the word at the number's end joins the ends of a range: "to", "or", "and".
bool word_joins(const FigureText& t, uint32_t i, const Number& number) {
  if (t.is(number.end, FigureRole::to)) {
    return !is_change_from(t, i);
  }
  if (t.is(number.end, FigureRole::choice)) {
    return number.plain == number.numeral;  // "two or three", "50 or 60", but not "5m or 6"
  }
  return t.is(number.end, FigureRole::conjunction) && t.led_by(i, FigureRole::between);
}

// The token behind what joins the ends of a range at the number's end.
std::optional<uint32_t> behind_connector(const FigureText& t, uint32_t i, const Number& number) {
  std::string_view gap = without_blanks(t.gap_after(number.end - 1));
  const bool percent = gap.starts_with('%');
  if (percent) {  // "5% to 6%"
    gap = without_blanks(gap.substr(1));
  }
  if (begins_with_dash(gap)) {
    return number.end;
  }
  const bool word_follows = adjoins_behind(t, number) || (percent && gap.empty());
  const bool joins = word_follows && t.adjoins(number.end) && word_joins(t, i, number);
  return joins ? std::optional(number.end + 1) : std::nullopt;
}

// "2024-25": the second year is of the first one's century.
void complete_year(const Number& first, Number& second) {
  const double century = first.value - std::fmod(std::trunc(first.value), 100);
  second.value += century;
  second.low += century;
  second.high += century;
}

// "2025 or 2026", "40 or 400": two figures, of which one holds. "Two or three" is a range. `next`
// is the token that the second number begins with.
bool is_mere_choice(const FigureText& t, const Number& lower, const Number& upper, uint32_t next) {
  const bool says_or = t.is(lower.end, FigureRole::choice) && next == lower.end + 1;
  if (!says_or || lower.value <= 20) {
    return false;
  }
  return is_yearlike(lower) || upper.value > 2 * lower.value;
}

// The number at token `next`, if it may be the upper end of a range.
std::optional<Number> second_number(const FigureText& t, const Number& first, uint32_t next) {
  auto second = number_at(t, next);
  if (!second || second->vague || second->times || second->decade) {
    return std::nullopt;
  }
  if (is_yearlike(first) && second->plain && second->value < 100) {
    complete_year(first, *second);
  }
  const bool larger = second->value > first.value;
  return larger ? second : std::nullopt;
}

std::optional<Number> upper_end(const FigureText& t, uint32_t i, const Number& number) {
  if (number.vague || number.end >= t.size()) {
    return std::nullopt;
  }
  const auto next = behind_connector(t, i, number);
  if (!next || *next >= t.size()) {
    return std::nullopt;
  }
  const auto upper = second_number(t, number, *next);
  if (!upper || is_mere_choice(t, number, *upper, *next)) {
    return std::nullopt;
  }
  return upper;
}

// "$5-6 million": what the first number leaves unsaid is what the second one says.
void complete_lower(Number& lower, const Number& upper) {
  const bool bare = lower.numeral && lower.scale == 1 && lower.value > 0;
  if (bare && lower.value * upper.scale < upper.value) {
    scale_by(lower, upper.scale);
  }
  if (lower.currency.empty()) {
    lower.currency = upper.currency;
  }
}

}  // namespace

bool is_yearlike(const Number& number) {
  return number.numeral && number.plain && number.value >= 1800 && number.value < 2100;
}

NumberRange range_from(const FigureText& t, uint32_t i, const Number& number) {
  const auto upper = upper_end(t, i, number);
  if (!upper) {
    return {number, number};
  }
  NumberRange range{number, *upper};
  complete_lower(range.lower, range.upper);
  if (!range.lower.open && range.lower.value > 0) {
    round_alike(range.lower, range.upper);
  }
  return range;
}

}  // namespace reprise::detail
