// Numbers in words: what they add up to.
//
// Steps:
// 1. The first word says whether a number begins: a number, a scale, or "one" and "a" before a
//    scale or a unit (begin_at).
// 2. As long as a word belongs to it, it is added (take_word): a number below the last one, as to
//    "twenty" "five", or a scale, which multiplies what has no scale yet.
// 3. How exact the number is follows from its last digit that is no zero.
//
//     "six hundred and fifty thousand"    rest 6; hundred: rest 600; and fifty: rest 650; thousand:
//                                         thousands 650000
//     "two million three hundred"         rest 2; million: thousands 2e6; three: rest 3; hundred:
//                                         rest 300; together 2000300
//     "one man", "five six"               no number; and two of them, since six is added to no five
//
// Cost: a look-up a word.
#include <algorithm>
#include <cmath>

#include "reprise/language/figures/figure_number_forms.h"

namespace reprise::detail {
namespace {

constexpr double dozen = 12;

// What the words of a number add up to, so far.
struct Sum {
  double thousands = 0;  // what has got its scale
  double rest = 0;       // below a thousand
  double last_scale = largest_figure;
  bool loose = false;  // dozens, and halves: good to a tenth
  uint32_t end = 0;

  double value() const { return thousands + rest; }
};

bool is_whole(double value) {
  return value == std::trunc(value);
}

// "two hundred", "two dozen": multiplies what is below a thousand.
bool scale_rest(Sum& sum, double factor) {
  if (sum.rest > 99) {
    return false;
  }
  sum.rest = std::max(sum.rest, 1.0) * factor;
  sum.loose = factor == dozen;
  return true;
}

// "six hundred thousand", "mil millones": gives the rest its scale, or all that is there.
bool scale_thousands(Sum& sum, double factor) {
  const bool nothing_new = sum.rest == 0;
  const bool onto_all = nothing_new ? sum.thousands > 0 : factor > sum.last_scale;
  const double scaled =
      onto_all ? sum.value() * factor : sum.thousands + std::max(sum.rest, 1.0) * factor;
  if (scaled > largest_figure) {
    return false;
  }
  sum.thousands = scaled;
  sum.rest = 0;
  sum.last_scale = factor;
  return true;
}

bool scale(Sum& sum, double factor) {
  return factor < 1000 ? scale_rest(sum, factor) : scale_thousands(sum, factor);
}

// Whether a number word goes on with another one, "twenty" with "five" and "hundred" with "twelve",
// as the language adds them. REQUIRES: both are below a million.
bool joins(const FigureText& t, double sum, double next, bool conjunction) {
  const auto joins_in_language = t.traits().joins;
  const int so_far = static_cast<int>(sum);
  return so_far != 0 && joins_in_language &&
         joins_in_language(so_far, static_cast<int>(next), conjunction);
}

// Adds the number at token i: "five" to "twenty", "three" to "two million".
bool add_number(const FigureText& t, uint32_t i, bool conjunction, Sum& sum) {
  const double next = t.number(i);
  const bool behind_its_scale = sum.rest == 0 && !conjunction;
  const bool lower_than_scale = next > 1 && next < sum.last_scale;
  const bool begins_anew = behind_its_scale && lower_than_scale;
  if (!begins_anew && !joins(t, sum.rest, next, conjunction)) {
    return false;
  }
  // "quatre-vingts": four times twenty, where other numbers are added.
  const bool fourscore = next == 20 && std::fmod(std::trunc(sum.rest), 100) == 4;
  sum.rest += fourscore ? 76 : next;
  sum.end = i + 1;
  return true;
}

// Takes one more word, if it belongs to the number.
bool take_word(const FigureText& t, Sum& sum) {
  if (!t.adjoins(sum.end - 1)) {
    return false;
  }
  const bool conjunction = t.leads(sum.end, FigureRole::conjunction);
  const uint32_t i = conjunction ? sum.end + 1 : sum.end;
  const bool whole = is_whole(sum.rest) && sum.rest < 1000;
  if (whole && t.number(i) > 0) {
    return add_number(t, i, conjunction, sum);
  }
  const double factor = scale_word(t, i);
  const bool is_scale = factor > 0 && t.word(i).size() >= 2;
  if (conjunction || !is_scale || !scale(sum, factor)) {
    return false;
  }
  sum.end = i + 1;
  return true;
}

// "a decade", "un siècle": of so many years that one of them is a figure.
bool is_span_of_years(const FigureUnit& unit) {
  return unit.kind == FigureKind::duration && unit.name == "year" && unit.factor >= 10;
}

// Whether "one" or "a" at i begins a number: a scale follows, or a unit that makes it one. "One
// day" is mostly some day.
bool begins_as_one(const FigureText& t, uint32_t i) {
  if (!t.adjoins(i)) {
    return false;
  }
  const FigureWord& next = t.meaning(i + 1);
  const bool before_scale = next.scale > 0 && t.word(i + 1).size() > 2;
  if (before_scale || is_span_of_years(next.unit)) {
    return true;
  }
  if (!t.traits().one_counts_units || t.is(i, FigureRole::article)) {
    return false;
  }
  if (t.is(i + 1, FigureRole::conjunction)) {  // "one and a half"
    return t.is(i + 2, FigureRole::article) && t.is(i + 3, FigureRole::half);
  }
  return !next.unit.name.empty() && next.unit.name != "day";
}

// Whether a scale at token i begins a number without "one" before it: "dozen", "mil", "cent".
bool begins_as_scale(const FigureText& t, uint32_t i) {
  const double scale = t.meaning(i).scale;
  const bool small = scale > 0 && scale <= 1000 && t.word(i).size() > 2;
  return scale == dozen || (t.traits().scales_begin_numbers && small);
}

// The number that token i begins with, so far.
std::optional<Sum> begin_at(const FigureText& t, uint32_t i) {
  Sum sum;
  sum.end = i + 1;
  if (t.is(i, FigureRole::one) || t.is(i, FigureRole::article)) {
    sum.rest = 1;
    return begins_as_one(t, i) ? std::optional(sum) : std::nullopt;
  }
  const double value = t.number(i);
  if (value >= 1000) {  // "zweitausend"
    sum.thousands = value;
    sum.last_scale = 1000;
    return sum;
  }
  if (value > 0) {
    sum.rest = value;
    sum.loose = !is_whole(value);  // "anderthalb"
    return sum;
  }
  if (begins_as_scale(t, i)) {
    scale(sum, t.meaning(i).scale);
    return sum;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Number> worded_at(const FigureText& t, uint32_t i) {
  auto sum = begin_at(t, i);
  if (!sum) {
    return std::nullopt;
  }
  while (take_word(t, *sum)) {
    continue;
  }
  const double value = sum->value();
  return make_number(value, sum->loose ? value / 10 : half_unit_of(value), sum->end);
}

}  // namespace reprise::detail
