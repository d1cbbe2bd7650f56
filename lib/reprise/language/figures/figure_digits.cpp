// Numbers written in digits, with what is glued to them and what may follow without a blank.
//
// Steps:
// 1. The token is taken apart: a currency sign, digits, a suffix (written_at).
// 2. Groups of thousands behind blanks are joined to the digits (take_groups).
// 3. The digits are read (figure_numeral.h).
// 4. The suffix has to say something: a scale, a currency, "x", a decade (take_suffix).
// 5. Scales that are signs of a script, "万", are taken (take_sign_scale).
// 6. Times of day and ordinals are no numbers.
//
//     "1 200 000 €"   "1", then the groups "200" and "000": 1200000; the sign is figure_unit.h's
//     "$5.6bn"        "$", "5.6", "bn": 5.6e9 of USD
//     "100h", "10:30" no numbers: a suffix that says nothing, and a time of day
//
// Cost: a few look-ups for a token with digits; the others are left at their first character.
#include <algorithm>
#include <string>

#include "reprise/language/blanks.h"
#include "reprise/language/figures/figure_number_forms.h"

namespace reprise::detail {
namespace {

constexpr size_t longest_sign = 3;         // bytes before the digits: "€"
constexpr size_t longest_first_group = 3;  // digits of the "12" in "12 500"
constexpr size_t most_grouped_digits = 30;

// A numeral as it stands in the text.
struct Written {
  std::string_view currency;
  std::string digits;
  std::string suffix;
  uint32_t end = 0;  // the token behind
};

// ---- Blanks between groups of thousands.
// What a mere blank between two numerals parts, where blanks rarely part thousands: the numbers of
// a list or a name, or the groups of one number. The rules are asked in this order, and the first
// one that fits decides. `first` is the token that the number begins with, `group` one behind it.
struct BlankRule {
  bool (*fits)(const FigureText&, uint32_t first, uint32_t group);
  bool parts_numbers;
};

// "5 20 people": a group has three digits, and the first one doesn't begin with zero.
bool is_of_wrong_size(const FigureText& t, uint32_t first, uint32_t group) {
  return t.word(group).size() != 3 || t.word(first).starts_with('0');
}

// "page 1 000": nobody counts 000 things.
bool is_triple_zero(const FigureText& t, uint32_t, uint32_t group) {
  return t.word(group) == "000";
}

// "4 100-metre races": the group belongs to what follows.
bool begins_a_compound(const FigureText& t, uint32_t, uint32_t group) {
  return t.gap_after(group) == "-" && !t.starts_with_digit(group + 1);
}

// "5 200 30 jobs": what follows is no group, so this is a list.
bool stands_in_a_list(const FigureText& t, uint32_t, uint32_t group) {
  const bool numeral_follows = is_one_blank(t.gap_after(group)) && t.starts_with_digit(group + 1);
  return numeral_follows && t.word(group + 1).size() != 3;
}

// "it sold (1 200)": nothing stands before the number that it might belong to.
bool begins_a_passage(const FigureText& t, uint32_t first, uint32_t) {
  return first == 0 || !is_one_blank(t.gap_before(first));
}

// "page 5 200 people": the first numeral says which page.
bool tells_which_one(const FigureText& t, uint32_t first, uint32_t) {
  return t.is(first - 1, FigureRole::numbered);
}

// "12 15 200 jobs": the number before is not part of this one.
bool follows_a_numeral(const FigureText& t, uint32_t first, uint32_t) {
  return t.starts_with_digit(first - 1);
}

// "Apollo 13 200 people": the first numeral is part of a name.
bool follows_a_name(const FigureText& t, uint32_t first, uint32_t) {
  return t.capital(first - 1) && !t.is(first - 1, FigureRole::function);
}

constexpr BlankRule blank_rules[] = {
    {is_of_wrong_size, true},   // "5 20 people"
    {is_triple_zero, false},    // "page 1 000"
    {begins_a_compound, true},  // "4 100-metre races"
    {stands_in_a_list, true},   // "5 200 30 jobs"
    {begins_a_passage, false},  // "it sold (1 200)"
    {tells_which_one, true},    // "page 5 200 people"
    {follows_a_numeral, true},  // "12 15 200 jobs"
    {follows_a_name, true},     // "Apollo 13 200 people"
};

bool blank_parts_numbers(const FigureText& t, uint32_t first, uint32_t group) {
  for (const BlankRule& rule : blank_rules) {
    if (rule.fits(t, first, group)) {
      return rule.parts_numbers;
    }
  }
  return false;
}

// Three digits, or more with a suffix that is no decimal one: "200", "500€", but not "200.5".
bool looks_like_a_group(std::string_view word) {
  if (word.size() < 3 || !all_digits(word.substr(0, 3))) {
    return false;
  }
  const bool goes_on = word.size() > 3 && (is_digit(word[3]) || word[3] == '.');
  return !goes_on;
}

// Whether the word is a group of thousands behind a blank, "200" of "1 200". The number begins with
// token `first`.
bool is_group(const FigureText& t, uint32_t first, uint32_t i) {
  if (!looks_like_a_group(t.word(i))) {
    return false;
  }
  const std::string_view gap = t.gap_before(i);
  if (is_narrow_blank(gap)) {
    return true;
  }
  if (is_one_blank(gap)) {
    return t.traits().blanks_part_thousands || !blank_parts_numbers(t, first, i);
  }
  return false;
}

// Joins the groups of thousands behind a first one: "1", "200" and "000" of "1 200 000".
void take_groups(const FigureText& t, uint32_t first, Written& written) {
  if (written.digits.size() > longest_first_group || !all_digits(written.digits)) {
    return;
  }
  while (written.suffix.empty() && written.end < t.size() && is_group(t, first, written.end) &&
         written.digits.size() < most_grouped_digits) {
    const std::string_view word = t.word(written.end);
    const size_t size = std::min(word.find_first_not_of("0123456789,"), word.size());
    written.digits += word.substr(0, size);
    written.suffix = word.substr(size);
    ++written.end;
  }
}

// ---- The token itself.
// Takes a token apart: "$5.6bn" is "$", "5.6" and "bn".
std::optional<Written> written_at(const FigureText& t, uint32_t i) {
  const std::string_view word = t.word(i);
  const size_t first = std::min(word.find_first_of("0123456789"), word.size());
  if (first > longest_sign || first == word.size()) {
    return std::nullopt;
  }
  Written written;
  if (first > 0) {
    written.currency = currency_of_sign(word.substr(0, first));
    if (written.currency.empty()) {
      return std::nullopt;
    }
  }
  const std::string_view behind = word.substr(first);
  const size_t size = std::min(behind.find_first_not_of("0123456789,.'"), behind.size());
  written.digits = behind.substr(0, size);
  written.suffix = behind.substr(size);
  written.end = i + 1;
  return written;
}

// ---- What is glued to the digits.
// What letters right behind digits multiply by; 0 if they are no scale. `of_money`: a currency sign
// stands before or behind them.
double glued_scale(const FigureText& t, std::string_view letters, bool sign_before, bool of_money) {
  const bool may_be_metres = letters.size() == 1 && t.traits().letter_may_be_a_metre;
  if (may_be_metres && !of_money) {
    return 0;
  }
  if (letters == "t" && sign_before) {
    return 1e12;  // "$5t"; without a sign, these are tonnes
  }
  for (const ValueRow& row : t.traits().glued_scales) {
    if (row.words == letters) {
      return row.value;
    }
  }
  const FigureWord* word = t.lexicon().find(letters);
  return word ? word->scale : 0;
}

// Takes the longest scale that the suffix begins with: "m" of "m€".
void take_glued_scale(const FigureText& t, std::string_view& suffix, Number& number) {
  const bool sign_before = !number.currency.empty();
  for (size_t n = suffix.size(); n > 0; --n) {
    const bool of_money = sign_before || !currency_of_sign(suffix.substr(n)).empty();
    const double factor = glued_scale(t, suffix.substr(0, n), sign_before, of_money);
    if (factor == 0) {
      continue;
    }
    scale_by(number, factor);
    suffix.remove_prefix(n);
    return;
  }
}

void take_glued_currency(std::string_view& suffix, Number& number) {
  if (suffix.empty() || !number.currency.empty()) {
    return;
  }
  number.currency = currency_of_sign(suffix);
  if (!number.currency.empty()) {
    suffix = {};
  }
}

// Takes what is glued to a numeral: a scale, a currency sign, "x", the "s" of decades. False if
// something else is: "1st" and "100h" are no figures.
bool take_suffix(const FigureText& t, std::string_view suffix, Number& number) {
  if (suffix.empty()) {
    return true;
  }
  number.plain = false;
  if (suffix == "x" && number.currency.empty()) {
    number.times = true;
    return true;
  }
  const bool may_be_decade = number.value >= 1500 && number.value < 2100;
  if (suffix == "s" && may_be_decade) {
    number.decade = is_multiple(number.value, 10);
    return number.decade;
  }
  take_glued_scale(t, suffix, number);
  take_glued_currency(suffix, number);
  return suffix.empty() && number.value <= largest_figure;
}

// ---- Scales that are signs of a script, and written without blanks.
// The factor of the scales that a word begins with, "万" and "万亿"; 1 if there are none.
double sign_scale(std::string_view word) {
  static constexpr ValueRow signs[] = {{"百", 1e2}, {"千", 1e3}, {"万", 1e4}, {"萬", 1e4},
                                       {"亿", 1e8}, {"億", 1e8}, {"兆", 1e12}};
  double factor = 1;
  const auto begins = [&](const ValueRow& sign) {
    return word.starts_with(sign.words);
  };
  while (true) {
    const auto* const sign = std::find_if(std::begin(signs), std::end(signs), begins);
    if (sign == std::end(signs)) {
      return factor;
    }
    factor *= sign->value;
    word.remove_prefix(sign->words.size());
  }
}

// Takes the scales right behind a numeral: "6万", "3.5亿元". False if more digits follow, "3万5千": it
// is no figure then.
bool take_sign_scale(const FigureText& t, Number& number) {
  const std::string_view gap = t.gap_after(number.end - 1);
  const bool follows = number.end < t.size() && (gap.empty() || is_one_blank(gap));
  const double factor = follows ? sign_scale(t.word(number.end)) : 1;
  if (factor == 1) {
    return true;
  }
  if (number.value * factor > largest_figure) {
    return false;
  }
  scale_by(number, factor);
  number.plain = false;
  ++number.end;
  const bool nothing_between = t.gap_after(number.end - 1).empty();
  const bool number_goes_on = t.starts_with_digit(number.end) || sign_scale(t.word(number.end)) > 1;
  return !(nothing_between && number_goes_on);
}

// "5千" of "3万5千": the second half of such a number.
bool continues_sign_scale(const FigureText& t, uint32_t i) {
  return i > 0 && t.gap_before(i).empty() && sign_scale(t.word(i - 1)) > 1;
}

// ---- Numerals that count nothing.
// "10:30", "8 a.m.", and the score "2:1".
bool is_clock(const FigureText& t, uint32_t i, double value) {
  const bool digits_behind = t.gap_after(i) == ":" && t.starts_with_digit(i + 1);
  const bool digits_before = i > 0 && t.gap_before(i) == ":" && t.starts_with_digit(i - 1);
  if (digits_behind || digits_before) {
    return true;
  }
  return value <= 24 && t.is(i + 1, FigureRole::clock) && t.adjoins(i);
}

// "der 21. Kongress".
bool is_ordinal(const FigureText& t, uint32_t i) {
  const bool full_stop = t.traits().full_stop_makes_ordinals && t.gap_after(i) == ". ";
  return full_stop && i > 0 && t.is(i - 1, FigureRole::definite);
}

}  // namespace

std::optional<Number> numeral_at(const FigureText& t, uint32_t i) {
  if (continues_sign_scale(t, i)) {
    return std::nullopt;
  }
  auto written = written_at(t, i);
  if (!written) {
    return std::nullopt;
  }
  take_groups(t, i, *written);
  const auto numeral = parse_numeral(written->digits, t.lexicon().decimal_sign());
  if (!numeral) {
    return std::nullopt;
  }
  Number number = make_number(numeral->value, numeral->half_unit, written->end);
  const bool one_token = written->end == i + 1;
  number.numeral = true;
  number.plain = one_token && !numeral->separated;
  number.currency = written->currency;
  if (!take_suffix(t, written->suffix, number) || !take_sign_scale(t, number)) {
    return std::nullopt;
  }
  const bool bare = number.plain && number.currency.empty();
  if (bare && (is_clock(t, i, number.value) || is_ordinal(t, i))) {
    return std::nullopt;
  }
  return number;
}

}  // namespace reprise::detail
