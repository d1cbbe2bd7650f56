// Numbers that say no exact one: "tens of billions", "several hundred", "half a million".
#include <algorithm>

#include "reprise/language/figures/figure_number_forms.h"

namespace reprise::detail {
namespace {

// What "tens of" goes on with: "hundreds", "billions"; 0 if it is something else.
double more_of_many(const FigureText& t, uint32_t i) {
  return std::max(t.meaning(i).many, scale_word(t, i));
}

// "a couple": from 1.5 to 3.
Number couple(uint32_t end) {
  Number number = make_number(2, 0.5, end);
  number.high = 3;
  return number;
}

// "several", "a few": from 2 to 10.
Number several(uint32_t end) {
  Number number = make_number(2, 0, end);
  number.high = 10;
  return number;
}

}  // namespace

std::optional<Number> many_at(const FigureText& t, uint32_t i) {
  if (t.meaning(i).many == 0) {
    return std::nullopt;
  }
  Number number = make_number(t.meaning(i).many, 0, i + 1);
  number.open = true;
  number.vague = true;
  while (adjoins_behind(t, number)) {
    const bool of = t.is(number.end, FigureRole::of);
    const uint32_t next = of ? number.end + 1 : number.end;
    const double factor = more_of_many(t, next);
    const bool follows = !of || t.adjoins(number.end);
    if (factor == 0 || !follows || number.value * factor > largest_figure) {
      break;
    }
    scale_by(number, factor);
    number.end = next + 1;
  }
  return number;
}

std::optional<Number> vague_at(const FigureText& t, uint32_t i) {
  const bool is_couple = t.leads(i, FigureRole::couple);
  if (!is_couple && !t.leads(i, FigureRole::vague)) {
    return std::nullopt;
  }
  const uint32_t at = t.past(i + 1, FigureRole::of);
  const double many = t.meaning(at).many;
  const bool before_scale = scale_word(t, at) > 0;
  if (!before_scale && many == 0) {
    return std::nullopt;
  }
  Number number = is_couple ? couple(at) : several(at);
  number.vague = true;
  if (!before_scale) {
    scale_by(number, many);
    ++number.end;
  }
  return number;
}

std::optional<Number> half_at(const FigureText& t, uint32_t i) {
  const uint32_t half = t.past(i, FigureRole::article);
  if (!t.leads(half, FigureRole::half)) {
    return std::nullopt;
  }
  const uint32_t at = t.past(half + 1, FigureRole::article);
  const bool before_unit = t.meaning(at).unit.kind == FigureKind::duration;
  if (scale_word(t, at) == 0 && !before_unit) {
    return std::nullopt;
  }
  return make_number(0.5, 0.05, at);
}

}  // namespace reprise::detail
