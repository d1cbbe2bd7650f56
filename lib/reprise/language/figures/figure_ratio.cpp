// Ratios, each way of saying one read by a function of its own.
//
// Steps: the ways are asked in the order of the table `ways`; the first one that reads something
// decides. Each looks for a word or a number, then for what shows that it compares: "of", "as",
// "by", or a plural.
//
//     "nine out of ten"     share_at: count 9, "out", "of", whole 10: 0.9
//     "a third of voters"   part_at: count 1, part 3, "of": 0.333
//     "the third quarter"   part_at: count 3 of a quarter, but nothing follows and no hyphen joins
//                           them: none
//
// Cost: a few look-ups.
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

// "a third of", "un tiers d'euros".
bool of_behind(const FigureText& t, uint32_t end) {
  return t.adjoins(end - 1) && (t.is(end, FigureRole::of) || t.elided(end));
}

// Whether what stands before token i makes it an amount: "by half", "more than a third".
bool amount_before(const FigureText& t, uint32_t i) {
  if (i == 0 || !t.adjoins(i - 1)) {
    return false;
  }
  const bool hedged = !t.meaning(i - 1).hedges.empty();
  return hedged || t.is(i - 1, FigureRole::by);
}

// "a fraction of", "a tiny fraction of": an article, and one word between at most. The ratio begins
// at the word itself.
std::optional<Ratio> fraction_at(const FigureText& t, uint32_t i) {
  if (!t.is(i, FigureRole::fraction) || i == 0 || !t.adjoins(i - 1)) {
    return std::nullopt;
  }
  const bool article = t.is(i - 1, FigureRole::article) || t.led_by(i - 1, FigureRole::article);
  if (!article || !compares_behind(t, i + 1)) {
    return std::nullopt;
  }
  Ratio ratio = make_ratio(1, i + 1);
  ratio.below = true;
  return ratio;
}

// "twice as", "half of", "cut by half", "tenfold", "doppelt so".
std::optional<Ratio> single_at(const FigureText& t, uint32_t i) {
  const double value = t.meaning(i).ratio;
  if (value == 0) {
    return std::nullopt;
  }
  const bool says_so_itself = ends_in(t.word(i), t.traits().fold_endings);
  const bool half_alone = value < 1 && t.traits().halves_stand_alone && amount_before(t, i);
  if (!says_so_itself && !half_alone && !compares_behind(t, i + 1)) {
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

// "two-thirds", "deux tiers": that so many parts are meant needs no "of". "Three quarters" without
// a hyphen may be those of a year.
bool parts_are_sure(const FigureText& t, uint32_t i, double count, const FigureWord& part) {
  if (count <= 1 || t.word(i).empty()) {
    return false;
  }
  const bool of_a_year = part.part == 4 && t.gap_after(i) != "-";
  const bool plural_where_due = part.part_plural || !t.traits().parts_have_plurals;
  return plural_where_due && !of_a_year;
}

// "a third of", "two-thirds", "by a third".
std::optional<Ratio> part_at(const FigureText& t, uint32_t i) {
  const double count = small_whole(t, i);
  if (count == 0 || !t.adjoins(i)) {
    return std::nullopt;
  }
  const FigureWord& part = t.meaning(i + 1);
  if (part.part == 0 || count >= part.part * 10) {
    return std::nullopt;
  }
  const bool one_as_amount = count == 1 && amount_before(t, i);
  if (!of_behind(t, i + 2) && !parts_are_sure(t, i, count, part) && !one_as_amount) {
    return std::nullopt;
  }
  return make_ratio(count / part.part, i + 2);
}

// ---- "one in five".
// What joins the two numbers of a share.
struct ShareJoint {
  uint32_t end = 0;   // the token behind
  bool sure = false;  // "out of", "de cada": it joins nothing else
};

// "one in five", "one out of five".
std::optional<ShareJoint> in_or_out_of(const FigureText& t, uint32_t i) {
  const bool out = t.is(i, FigureRole::out);
  const uint32_t last = t.past(i, FigureRole::out);
  const FigureRole role = out ? FigureRole::of : FigureRole::in;
  if (!t.is(last, role)) {
    return std::nullopt;
  }
  return ShareJoint{last + 1, out};
}

// "un sur cinq", "uno de cada cinco".
std::optional<ShareJoint> over_or_of_each(const FigureText& t, uint32_t i) {
  const bool over = t.is(i, FigureRole::out);
  const bool of_each = t.is(i, FigureRole::of) && t.is(i + 1, FigureRole::every);
  if (!over && !of_each) {
    return std::nullopt;
  }
  return ShareJoint{i + 1, true};
}

bool is_round(double whole) {
  return whole <= 10 || whole == 12 || whole == 20 || whole == 100;
}

// "one in 2025", "one in ten days", "two in 5%": the second number is a figure by itself.
bool is_figure_itself(const FigureText& t, const Number& whole) {
  const std::string_view unit = t.meaning(whole.end).unit.name;
  if (adjoins_behind(t, whole) && !unit.empty()) {
    return true;
  }
  const bool four_digits = whole.plain && whole.numeral;
  const bool year = four_digits && whole.value >= 1500 && whole.value < 2200;
  return year || t.gap_after(whole.end - 1).starts_with("%");
}

// The number at token i that is the whole of a share of so many: "five" of "one in five".
std::optional<Number> whole_at(const FigureText& t, uint32_t i, double count) {
  const auto whole = number_at(t, i);
  if (!whole || whole->vague || !whole->currency.empty()) {
    return std::nullopt;
  }
  const bool larger = whole->value > count;
  return larger && !is_figure_itself(t, *whole) ? whole : std::nullopt;
}

// What joins the two numbers of a share, where the language says it.
std::optional<ShareJoint> joint_at(const FigureText& t, uint32_t i) {
  const auto joint = t.traits().share_is_in ? in_or_out_of(t, i) : over_or_of_each(t, i);
  const bool goes_on = joint && t.adjoins(joint->end - 1);
  return goes_on ? joint : std::nullopt;
}

// "one in five", "nine out of ten", "one in every five", "un sur cinq", "uno de cada cinco". "Two
// in 17" is more likely a place than a share; of what is sure, any number may be the whole.
std::optional<Ratio> share_at(const FigureText& t, uint32_t i) {
  const bool mere_article = t.is(i, FigureRole::article) && !t.is(i, FigureRole::one);
  const double count = small_whole(t, i);
  if (count == 0 || mere_article || !t.adjoins(i)) {
    return std::nullopt;
  }
  const auto joint = joint_at(t, i + 1);
  if (!joint) {
    return std::nullopt;
  }
  const auto whole = whole_at(t, t.past(joint->end, FigureRole::every), count);
  if (!whole) {
    return std::nullopt;
  }
  const bool may_be_a_place = !joint->sure && count > 1 && !is_round(whole->value);
  if (may_be_a_place) {
    return std::nullopt;
  }
  return make_ratio(count / whole->value, whole->end);
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
  if (!adjoins_behind(t, *number)) {
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

using Way = std::optional<Ratio> (*)(const FigureText&, uint32_t);

// In the order in which they are asked.
constexpr Way ways[] = {
    fraction_at,  // "a tiny fraction of"
    single_at,    // "twice as"
    part_at,      // "two-thirds"
    share_at,     // "one in five"
    times_at,     // "three times as"
};

}  // namespace

std::optional<Ratio> ratio_at(const FigureText& t, uint32_t i) {
  for (const Way way : ways) {
    if (auto ratio = way(t, i)) {
      return ratio;
    }
  }
  return std::nullopt;
}

}  // namespace reprise::detail
