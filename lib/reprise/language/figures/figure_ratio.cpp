#include "reprise/language/figures/figure_ratio.h"

namespace reprise::detail {
namespace {

Ratio make_ratio(double value, uint32_t end) {
  Ratio ratio;
  ratio.number.value = value;
  ratio.number.low = value - value / 10;
  ratio.number.high = value + value / 10;
  ratio.number.end = end;
  return ratio;
}

// Whether what stands behind token `end - 1` compares with something: "as", "of", "the".
bool compares_behind(const FigureText& t, uint32_t end) {
  return t.adjoins(end - 1) && (t.is(end, FigureRole::compares) || t.elided(end));
}

// Whether what stands before token i makes it an amount: "by half", "more than a third".
bool amount_before(const FigureText& t, uint32_t i) {
  return i > 0 && t.adjoins(i - 1) &&
         (t.is(i - 1, FigureRole::by) || !t.meaning(i - 1).hedges.empty());
}

// "a fraction of", with adjectives in between; the span begins at the word itself.
std::optional<Ratio> fraction_at(const FigureText& t, uint32_t i) {
  if (!t.is(i, FigureRole::fraction) || i == 0 || !t.adjoins(i - 1)) {
    return std::nullopt;
  }
  const bool article = t.is(i - 1, FigureRole::article) ||
                       (i > 1 && t.adjoins(i - 2) && t.is(i - 2, FigureRole::article));
  if (!article || !compares_behind(t, i + 1)) {
    return std::nullopt;
  }
  Ratio ratio = make_ratio(1, i + 1);
  ratio.below = true;
  return ratio;
}

// "twice as", "half of", "tenfold", "doppelt so".
std::optional<Ratio> single_at(const FigureText& t, uint32_t i) {
  const double value = t.meaning(i).ratio;
  if (value == 0) {
    return std::nullopt;
  }
  const bool clear = t.word(i).ends_with("fold") || t.word(i).ends_with("fach");
  const bool half_before = value < 1 && t.language() == Language::english && amount_before(t, i);
  if (!clear && !half_before && !compares_behind(t, i + 1)) {
    return std::nullopt;
  }
  return make_ratio(value, i + 1);
}

// The value of a whole number below a hundred at token i: "one", "3", "a"; 0 if there is none.
double small_whole(const FigureText& t, uint32_t i) {
  if (t.is(i, FigureRole::one) || t.is(i, FigureRole::article)) {
    return 1;
  }
  if (t.starts_with_digit(i) && t.word(i).size() <= 2) {
    const auto numeral = parse_numeral(t.word(i), t.lexicon().decimal_sign());
    return numeral ? numeral->value : 0;
  }
  const double value = t.meaning(i).number;
  return value < 100 ? value : 0;
}

// "a third of", "two-thirds".
std::optional<Ratio> part_at(const FigureText& t, uint32_t i, double count) {
  if (!t.adjoins(i)) {
    return std::nullopt;
  }
  const FigureWord& part = t.meaning(i + 1);
  if (part.part == 0 || count >= part.part * 10) {
    return std::nullopt;
  }
  const bool of = t.adjoins(i + 1) && (t.is(i + 2, FigureRole::of) || t.elided(i + 2));
  const bool sure = count > 1 && (part.part != 4 || t.gap_after(i) == "-") && !t.word(i).empty() &&
                    (part.part_plural || t.language() != Language::english);
  if (!of && !sure && !(count == 1 && amount_before(t, i))) {
    return std::nullopt;
  }
  return make_ratio(count / part.part, i + 2);
}

// "three times as", "10-fold", "10x".
std::optional<Ratio> times_at(const FigureText& t, uint32_t i) {
  const auto number = number_at(t, i);
  if (!number || number->vague || !number->currency.empty()) {
    return std::nullopt;
  }
  Ratio ratio{*number, false};
  if (number->times) {
    return ratio;
  }
  if (!t.adjoins(number->end - 1)) {
    return std::nullopt;
  }
  ++ratio.number.end;
  if (t.is(number->end, FigureRole::fold)) {
    return ratio;
  }
  if (!t.is(number->end, FigureRole::times) || !compares_behind(t, ratio.number.end)) {
    return std::nullopt;
  }
  return ratio;
}

// "one in five", "nine out of ten", "one in every five", "un sur cinq", "uno de cada cinco".
std::optional<Ratio> share_at(const FigureText& t, uint32_t i, double count) {
  if (!t.adjoins(i)) {
    return std::nullopt;
  }
  uint32_t at = i + 1;
  const bool out = t.is(at, FigureRole::out);
  if (out && t.language() == Language::english && t.adjoins(at)) {
    ++at;
  }
  const bool of_each =
      t.is(at, FigureRole::of) && t.is(at + 1, FigureRole::every);  // "uno de cada cinco"
  const bool in = t.language() == Language::english
                      ? t.is(at, out ? FigureRole::of : FigureRole::in)
                      : out || of_each;
  if (!in || !t.adjoins(at)) {
    return std::nullopt;
  }
  ++at;
  if (t.is(at, FigureRole::every) && t.adjoins(at)) {
    ++at;
  }
  const auto whole = number_at(t, at);
  if (!whole || whole->vague || !whole->currency.empty() || whole->value <= count) {
    return std::nullopt;
  }
  const bool named = t.adjoins(whole->end - 1) && !t.meaning(whole->end).unit.name.empty();
  const bool year = whole->plain && whole->numeral && whole->value >= 1500 && whole->value < 2200;
  const bool rounded =
      whole->value <= 10 || whole->value == 12 || whole->value == 20 || whole->value == 100;
  if (named || year || t.gap_after(whole->end - 1).starts_with("%")) {
    return std::nullopt;
  }
  if (!out && !of_each && count > 1 && !rounded) {
    return std::nullopt;
  }
  return make_ratio(count / whole->value, whole->end);
}

}  // namespace

std::optional<Ratio> ratio_at(const FigureText& t, uint32_t i) {
  if (auto ratio = fraction_at(t, i)) {
    return ratio;
  }
  if (auto ratio = single_at(t, i)) {
    return ratio;
  }
  if (const double count = small_whole(t, i); count > 0) {
    if (auto ratio = part_at(t, i, count)) {
      return ratio;
    }
    if (!t.is(i, FigureRole::article) || t.is(i, FigureRole::one)) {
      if (auto ratio = share_at(t, i, count)) {
        return ratio;
      }
    }
  }
  return times_at(t, i);
}

}  // namespace reprise::detail
