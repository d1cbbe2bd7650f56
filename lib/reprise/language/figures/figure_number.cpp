// A number, whatever form it is written in, with the halves and scales behind it.
//
// Steps:
// 1. The forms are asked in turn (the table `forms`); the first one that reads something decides.
// 2. "and a half" behind a number in words.
// 3. The scales behind it, as many as there are.
// 4. "and a half" behind the scale of a numeral.
//
//     "two and a half million homes"   worded_at: 2; and a half: 2.5; million: 2.5e6, give or take
//                                      0.25e6
//     "6 million and a half"           numeral_at: 6; million: 6e6; and a half: 6.5e6
//     "10x"                            numeral_at says `times`: nothing may follow
//
// Cost: a few look-ups for each of its words.
#include "reprise/language/figures/figure_number.h"

#include <algorithm>
#include <cmath>

#include "reprise/language/figures/figure_number_forms.h"

namespace reprise::detail {
namespace {

using Form = std::optional<Number> (*)(const FigureText&, uint32_t);

// In the order in which they are asked: "hundreds" and "half" might be read as words, too.
constexpr Form forms[] = {
    many_at,     // "tens of billions"
    half_at,     // "half a million"
    vague_at,    // "several hundred"
    numeral_at,  // "$5.6bn"
    worded_at,   // "twenty-five"
};

std::optional<Number> form_at(const FigureText& t, uint32_t i) {
  for (const Form form : forms) {
    if (auto number = form(t, i)) {
      return number;
    }
  }
  return std::nullopt;
}

// Takes "and a half" behind "two" or behind "two million"; `unit` is what the half is of.
void take_half(const FigureText& t, double unit, Number& number) {
  const bool goes_on = t.is(number.end, FigureRole::conjunction) && adjoins_behind(t, number) &&
                       t.adjoins(number.end);
  if (!goes_on) {
    return;
  }
  const uint32_t half = t.past(number.end + 1, FigureRole::article);
  if (!t.is(half, FigureRole::half)) {
    return;
  }
  const double value = number.value + unit / 2;
  number = make_number(value, std::min(unit / 4, value / 10), half + 1);
}

// The same behind a numeral, which keeps its sign: "$6 million and a half".
void take_half_of_scale(const FigureText& t, double scale, Number& number) {
  const std::string_view currency = number.currency;
  take_half(t, scale, number);
  number.numeral = true;
  number.currency = currency;
}

// Takes the scales behind a number: "6 million", "two and a half billion", "6 mil millones".
void take_scales(const FigureText& t, Number& number) {
  while (number.end > 0 && adjoins_behind(t, number)) {
    const double factor = scale_word(t, number.end);
    if (factor == 0 || number.value * factor > largest_figure) {
      break;
    }
    scale_by(number, factor);
    number.plain = false;
    ++number.end;
  }
}

}  // namespace

Number make_number(double value, double half_unit, uint32_t end) {
  Number number;
  number.value = value;
  number.low = value - half_unit;
  number.high = value + half_unit;
  number.end = end;
  return number;
}

double scale_word(const FigureText& t, uint32_t i) {
  const double scale = t.meaning(i).scale;
  const bool letter = t.word(i).size() < 2;
  if (scale == 0 || !letter) {
    return scale;
  }
  const std::string_view gap = t.gap_after(i);
  const bool before_a_sign = gap.starts_with("€") || gap.starts_with('$');
  return before_a_sign ? scale : 0;
}

void scale_by(Number& number, double factor) {
  // Rounded, since 5.65 billion times 1e9 is a little less than it says.
  for (double* part : {&number.value, &number.low, &number.high}) {
    *part = std::round(*part * factor * 1000) / 1000;
  }
  number.scale *= factor;
}

std::optional<Number> number_at(const FigureText& t, uint32_t i) {
  auto number = form_at(t, i);
  if (!number || number->open || number->times || number->decade) {
    return number;
  }
  const bool in_words = !number->numeral && !number->vague;
  if (in_words) {
    const double last_scale = t.meaning(number->end - 1).scale;
    take_half(t, last_scale >= 100 ? last_scale : 1, *number);
  }
  const double before = number->value;
  take_scales(t, *number);
  if (number->numeral && number->value > before) {
    take_half_of_scale(t, number->value / before, *number);
  }
  return number;
}

}  // namespace reprise::detail
