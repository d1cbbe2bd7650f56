#include "reprise/language/figures/figure_number.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace reprise::detail {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

Number make_number(double value, double half_unit, uint32_t end) {
  Number number;
  number.value = value;
  number.low = value - half_unit;
  number.high = value + half_unit;
  number.end = end;
  return number;
}

// A scale as a word of its own: "million", "bn"; "m" only before a currency sign, "6 M€".
double scale_word(const FigureText& t, uint32_t i) {
  const double scale = t.meaning(i).scale;
  if (scale > 0 && t.word(i).size() < 2) {
    const std::string_view gap = t.gap_after(i);
    return gap.starts_with("€") || gap.starts_with('$') ? scale : 0;
  }
  return scale;
}

// Takes what is glued to a numeral: a scale, a currency sign, "x". Anything else ("1st", "100h")
// makes it no figure.
bool take_suffix(const FigureText& t, std::string_view suffix, Number& number) {
  if (suffix.empty()) {
    return true;
  }
  number.plain = false;
  if (suffix == "x" && number.currency.empty()) {
    return number.times = true;
  }
  if (suffix == "s" && number.value >= 1500 && number.value < 2100) {
    return number.decade = static_cast<int>(number.value) % 10 == 0;
  }
  for (size_t n = suffix.size(); n > 0; --n) {
    const FigureWord* word = t.lexicon().find(suffix.substr(0, n));
    double factor = word ? word->scale : 0;
    if (suffix.substr(0, n) == "b" && t.language() == Language::english) {
      factor = 1e9;
    }
    if (suffix.substr(0, n) == "t" && !number.currency.empty()) {
      factor = 1e12;
    }
    const bool of_money = !number.currency.empty() || !currency_of_sign(suffix.substr(n)).empty();
    if (n == 1 && t.language() != Language::english && !of_money) {
      factor = 0;  // "6m" are metres
    }
    if (factor == 0) {
      continue;
    }
    scale_by(number, factor);
    suffix.remove_prefix(n);
    break;
  }
  if (!suffix.empty() && number.currency.empty()) {
    number.currency = currency_of_sign(suffix);
    if (!number.currency.empty()) {
      suffix = {};
    }
  }
  return suffix.empty() && number.value <= largest_figure;
}

bool all_digits(std::string_view w) {
  return !w.empty() && std::all_of(w.begin(), w.end(), is_digit);
}

// Whether a mere blank parts two numerals of a list or a name, not thousands: "Flight 370 239
// people", "12 15 200", "on page 5 200 people", "4 100-metre races". Only English asks, where
// thousands are rarely parted by blanks. `i` is the first group, `group` one of the others.
bool blank_parts_numbers(const FigureText& t, uint32_t i, uint32_t group) {
  if (t.word(group).size() != 3 || t.word(i).starts_with('0')) {
    return true;
  }
  if (t.word(group) == "000") {
    return false;
  }
  if (t.gap_after(group) == "-" && !t.starts_with_digit(group + 1)) {
    return true;
  }
  if (t.gap_after(group) == " " && t.starts_with_digit(group + 1) &&
      t.word(group + 1).size() != 3) {
    return true;
  }
  if (i == 0 || t.gap_before(i) != " ") {
    return false;
  }
  constexpr std::string_view naming[] = {"page", "pages",   "chapter", "number", "no",    "flight",
                                         "room", "section", "article", "line",   "level", "aged",
                                         "age",  "type",    "version", "route"};
  const std::string_view before = t.word(i - 1);
  const bool names = std::find(std::begin(naming), std::end(naming), before) != std::end(naming);
  return names || t.starts_with_digit(i - 1) ||
         (t.capital(i - 1) && !t.is(i - 1, FigureRole::function));
}

// Whether the word is a group of thousands behind a blank, "200" of "1 200": three digits, or more
// with a suffix. The number begins with token `first`.
bool is_group(const FigureText& t, uint32_t first, uint32_t i) {
  const std::string_view w = t.word(i);
  if (w.size() < 3 || !std::all_of(w.begin(), w.begin() + 3, is_digit)) {
    return false;
  }
  if (w.size() > 3 && (is_digit(w[3]) || w[3] == '.')) {
    return false;
  }
  const std::string_view gap = t.gap_before(i);
  if (gap == " ") {
    return t.language() != Language::english || !blank_parts_numbers(t, first, i);
  }
  return gap == "\u00A0" || gap == "\u202F" || gap == "\u2009";
}

// Whether a numeral is half of a time of day or of a score: "10:30", "8 a.m.".
bool is_clock(const FigureText& t, uint32_t i, double value) {
  if (t.gap_after(i) == ":" && t.starts_with_digit(i + 1)) {
    return true;
  }
  if (i > 0 && t.gap_before(i) == ":" && t.starts_with_digit(i - 1)) {
    return true;
  }
  return value <= 24 && t.is(i + 1, FigureRole::clock) && t.adjoins(i);
}

// Whether a German numeral is an ordinal: "der 21. Kongress".
bool is_ordinal(const FigureText& t, uint32_t i) {
  return t.language() == Language::german && t.gap_after(i) == ". " && i > 0 &&
         t.is(i - 1, FigureRole::definite);
}

// The factor of the Chinese or Japanese scales that a word begins with, "万" and "万亿"; 1 if there
// are none.
double cjk_scale(std::string_view word) {
  struct Row {
    std::string_view sign;
    double factor;
  };
  static constexpr Row rows[] = {{"百", 1e2}, {"千", 1e3}, {"万", 1e4}, {"萬", 1e4},
                                 {"亿", 1e8}, {"億", 1e8}, {"兆", 1e12}};
  double factor = 1;
  for (bool found = true; found;) {
    found = false;
    for (const Row& row : rows) {
      if (!word.starts_with(row.sign)) {
        continue;
      }
      factor *= row.factor;
      word.remove_prefix(row.sign.size());
      found = true;
    }
  }
  return factor;
}

// Takes the scales right behind a numeral: "6万", "3.5亿元". False if more digits follow ("3万5千"): it
// is no figure then.
bool take_cjk_scale(const FigureText& t, Number& number) {
  const std::string_view gap = t.gap_after(number.end - 1);
  if (number.end >= t.size() || !(gap.empty() || gap == " ")) {
    return true;
  }
  const double factor = cjk_scale(t.word(number.end));
  if (factor == 1) {
    return true;
  }
  if (number.value * factor > largest_figure) {
    return false;
  }
  scale_by(number, factor);
  number.plain = false;
  ++number.end;
  return !(t.gap_after(number.end - 1).empty() &&
           (t.starts_with_digit(number.end) || cjk_scale(t.word(number.end)) > 1));
}

// A narrow no-break space joins words: "4 200" is one. Takes those between groups of three digits,
// and one at the end. Folding has made a plain blank of it.
std::string without_narrow_blanks(std::string_view word) {
  const std::string_view blank = word.find(' ') == word.npos ? "\u202F" : " ";
  if (word.ends_with(blank)) {
    word.remove_suffix(blank.size());
  }
  std::string out;
  size_t first = 0;
  for (size_t at = word.find(blank); at != word.npos; at = word.find(blank, first)) {
    const std::string_view group = word.substr(at + blank.size());
    const bool thousands = group.size() >= 3 && all_digits(group.substr(0, 3)) &&
                           (group.size() == 3 || !is_digit(group[3]));
    if (!thousands || (first == 0 && (at == 0 || at > 3 || !is_digit(word[at - 1])))) {
      return std::string(word);
    }
    out += word.substr(first, at - first);
    first = at + blank.size();
  }
  return out += word.substr(first);
}

// Reads a numeral such as "2,000", "$5.6bn", "6€", "1 200 000".
std::optional<Number> numeral_at(const FigureText& t, uint32_t i) {
  if (i > 0 && t.gap_before(i).empty() && cjk_scale(t.word(i - 1)) > 1) {
    return std::nullopt;
  }
  const std::string joined = without_narrow_blanks(t.word(i));
  std::string_view s = joined;
  std::string_view currency;
  const size_t first = std::min(s.find_first_of("0123456789"), s.size());
  if (first > 3 || first == s.size()) {
    return std::nullopt;
  }
  if (first > 0 && (currency = currency_of_sign(s.substr(0, first))).empty()) {
    return std::nullopt;
  }
  s.remove_prefix(first);
  size_t size = std::min(s.find_first_not_of("0123456789,.'"), s.size());
  std::string digits(s.substr(0, size));
  uint32_t end = i + 1;
  const bool short_enough = digits.size() <= 3 && all_digits(digits);
  while (short_enough && size == s.size() && end < t.size() && is_group(t, i, end) &&
         digits.size() < 30) {
    s = t.word(end);
    size = std::min(s.find_first_not_of("0123456789,"), s.size());
    digits += s.substr(0, size);
    ++end;
  }
  const auto numeral = parse_numeral(digits, t.lexicon().decimal_sign());
  if (!numeral) {
    return std::nullopt;
  }
  Number number = make_number(numeral->value, numeral->half_unit, end);
  number.numeral = true;
  number.plain = !numeral->separated && end == i + 1 && joined.size() == t.word(i).size();
  number.currency = currency;
  if (!take_suffix(t, s.substr(size), number)) {
    return std::nullopt;
  }
  if (!take_cjk_scale(t, number)) {
    return std::nullopt;
  }
  if (number.plain && currency.empty() && (is_clock(t, i, number.value) || is_ordinal(t, i))) {
    return std::nullopt;
  }
  return number;
}

// Whether a number word goes on with another one: "twenty" and "five", "hundred" and "twelve",
// "quatre" and "vingt".
bool joins(Language language, int sum, int next, bool conjunction) {
  const auto joins_in_language = pack_of(language).figures.joins;
  return sum != 0 && joins_in_language && joins_in_language(sum, next, conjunction);
}

// What the words of a number add up to, so far.
struct Sum {
  double thousands = 0;  // what has got its scale
  double rest = 0;       // below a thousand
  double last_scale = largest_figure;
  bool loose = false;  // dozens, and halves: good to a tenth
  uint32_t end = 0;

  double value() const { return thousands + rest; }

  bool scale(double factor) {
    if (factor < 1000) {
      if (rest > 99) {
        return false;
      }
      rest = std::max(rest, 1.0) * factor;
      loose = factor == 12;
      return true;
    }
    const bool onto_all = rest == 0 ? thousands > 0 : factor > last_scale;  // "mil millones"
    const double scaled = onto_all ? value() * factor : thousands + std::max(rest, 1.0) * factor;
    if (scaled > largest_figure) {
      return false;
    }
    thousands = scaled;
    rest = 0;
    last_scale = factor;
    return true;
  }
};

// Takes one more word, if it belongs to the number.
bool take_word(const FigureText& t, Sum& sum) {
  if (!t.adjoins(sum.end - 1)) {
    return false;
  }
  uint32_t i = sum.end;
  const bool conjunction = t.is(i, FigureRole::conjunction) && t.adjoins(i);
  if (conjunction) {
    ++i;
  }
  const double next = t.number(i);
  const bool whole = sum.rest == static_cast<int>(sum.rest) && sum.rest < 1000;
  if (next > 0 && whole) {
    const bool after_scale = sum.rest == 0 && !conjunction && next > 1 && next < sum.last_scale;
    if (!after_scale &&
        !joins(t.language(), static_cast<int>(sum.rest), static_cast<int>(next), conjunction)) {
      return false;
    }
    const bool fourscore = next == 20 && static_cast<int>(sum.rest) % 100 == 4;
    sum.rest += fourscore ? 76 : next;
    sum.end = i + 1;
    return true;
  }
  const double factor = scale_word(t, i);
  if (conjunction || factor == 0 || t.word(i).size() < 2 || !sum.scale(factor)) {
    return false;
  }
  sum.end = i + 1;
  return true;
}

// Whether "one" or "a" at i begins a number: a scale follows, or a unit that makes it one.
bool begins_as_one(const FigureText& t, uint32_t i) {
  if (!t.adjoins(i)) {
    return false;
  }
  const FigureWord& next = t.meaning(i + 1);
  if (next.scale > 0 && t.word(i + 1).size() > 2) {
    return true;
  }
  if (next.unit.kind == FigureKind::duration && next.unit.name == "year" &&
      next.unit.factor >= 10) {
    return true;
  }
  if (t.language() != Language::english || t.is(i, FigureRole::article)) {
    return false;
  }
  if (t.is(i + 1, FigureRole::conjunction)) {
    return t.is(i + 2, FigureRole::article) && t.is(i + 3, FigureRole::half);
  }
  return !next.unit.name.empty() && next.unit.name != "day";  // "one day" is mostly some day
}

// Reads "twenty-five", "a hundred", "dozen", "zweitausend".
std::optional<Number> worded_at(const FigureText& t, uint32_t i) {
  const FigureWord& word = t.meaning(i);
  Sum sum;
  sum.end = i + 1;
  const bool one = word.is(FigureRole::one) || word.is(FigureRole::article);
  if (one) {
    if (!begins_as_one(t, i)) {
      return std::nullopt;
    }
    sum.rest = 1;
  } else if (const double value = t.number(i); value > 0) {
    sum.rest = value;
    sum.loose = value != static_cast<int>(value);  // "anderthalb"
    if (value >= 1000) {
      sum = {.thousands = value, .last_scale = 1000, .end = i + 1};
    }
  } else if (word.scale == 12 || (t.language() != Language::english && word.scale > 0 &&
                                  word.scale <= 1000 && t.word(i).size() > 2)) {
    sum.scale(word.scale);
  } else {
    return std::nullopt;
  }
  while (take_word(t, sum)) {
    continue;
  }
  return make_number(sum.value(), sum.loose ? sum.value() / 10 : half_unit_of(sum.value()),
                     sum.end);
}

// Reads "tens of billions", "hundreds", "decenas de miles de millones".
std::optional<Number> many_at(const FigureText& t, uint32_t i) {
  if (t.meaning(i).many == 0) {
    return std::nullopt;
  }
  Number number = make_number(t.meaning(i).many, 0, i + 1);
  number.open = number.vague = true;
  while (t.adjoins(number.end - 1)) {
    const uint32_t next = number.end + t.is(number.end, FigureRole::of);
    const double factor = std::max(t.meaning(next).many, scale_word(t, next));
    if (factor == 0 || number.value * factor > largest_figure ||
        (next > number.end && !t.adjoins(number.end))) {
      break;
    }
    scale_by(number, factor);
    number.end = next + 1;
  }
  return number;
}

// Reads "several hundred", "a few thousand", "a couple of million", "plusieurs centaines".
std::optional<Number> vague_at(const FigureText& t, uint32_t i) {
  const bool couple = t.is(i, FigureRole::couple);
  if (!t.adjoins(i) || !(couple || t.is(i, FigureRole::vague))) {
    return std::nullopt;
  }
  const uint32_t at = i + 1 + (t.is(i + 1, FigureRole::of) && t.adjoins(i + 1));
  const double scale = scale_word(t, at);
  if (scale == 0 && t.meaning(at).many == 0) {
    return std::nullopt;
  }
  Number number;
  number.value = 2;
  number.low = couple ? 1.5 : 2;
  number.high = couple ? 3 : 10;
  number.vague = true;
  number.end = at;
  if (scale == 0) {
    scale_by(number, t.meaning(at).many), ++number.end;
  }
  return number;
}

// Reads what stands before the scale or unit of "half a million", "half an hour", "eine halbe
// Million".
std::optional<Number> half_at(const FigureText& t, uint32_t i) {
  uint32_t at = i;
  if (t.is(at, FigureRole::article) && t.adjoins(at)) {
    ++at;
  }
  if (!t.is(at, FigureRole::half) || !t.adjoins(at)) {
    return std::nullopt;
  }
  ++at;
  if (t.is(at, FigureRole::article) && t.adjoins(at)) {
    ++at;
  }
  const bool unit = t.meaning(at).unit.kind == FigureKind::duration;
  return scale_word(t, at) > 0 || unit ? std::optional(make_number(0.5, 0.05, at)) : std::nullopt;
}

// Takes "and a half" behind "two" or behind "two million".
void take_half(const FigureText& t, double unit, Number& number) {
  uint32_t at = number.end;
  if (!t.is(at, FigureRole::conjunction) || !t.adjoins(at - 1) || !t.adjoins(at)) {
    return;
  }
  ++at;
  if (t.is(at, FigureRole::article) && t.adjoins(at)) {
    ++at;
  }
  if (!t.is(at, FigureRole::half)) {
    return;
  }
  const uint32_t end = at + 1;
  const double value = number.value + unit / 2;
  number = make_number(value, std::min(unit / 4, value / 10), end);
}

// Takes the scales behind a number: "6 million", "two and a half billion", "6 mil millones".
void take_scales(const FigureText& t, Number& number) {
  while (number.end > 0 && t.adjoins(number.end - 1)) {
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

void scale_by(Number& number, double factor) {
  // Rounded, since 5.65 billion times 1e9 is a little less than it says.
  for (double* part : {&number.value, &number.low, &number.high}) {
    *part = std::round(*part * factor * 1000) / 1000;
  }
  number.scale *= factor;
}

std::optional<Number> number_at(const FigureText& t, uint32_t i) {
  if (auto many = many_at(t, i)) {
    return many;
  }
  auto number = half_at(t, i);
  if (!number) {
    number = vague_at(t, i);
  }
  if (!number) {
    number = numeral_at(t, i);
  }
  if (!number) {
    number = worded_at(t, i);
  }
  if (!number || number->times || number->decade) {
    return number;
  }
  const bool numeral = number->numeral;
  if (!numeral && !number->vague) {
    const double last_scale = t.meaning(number->end - 1).scale;
    take_half(t, last_scale >= 100 ? last_scale : 1, *number);
  }
  const double before = number->value;
  take_scales(t, *number);
  if (numeral && number->value > before) {
    const Number whole = *number;
    take_half(t, number->value / before, *number);
    number->numeral = true, number->currency = whole.currency;
  }
  return number;
}

}  // namespace reprise::detail
