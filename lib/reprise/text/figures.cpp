#include "reprise/text/figures.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "reprise/text/figure_words.h"
#include "reprise/text/function_words.h"

namespace reprise {
namespace {

// What one number word or numeral says: the value, and half a unit of its last digit.
struct Number {
  double value = 0;
  double half_unit = 0;
  std::string_view currency;
  bool numeral = false;  // written in digits
  bool grouped = false;  // with thousands separators or a fraction: no year
  bool open = false;     // "tens of billions": a lower end
  uint32_t end = 0;      // the token behind
};

// What is larger is no figure but a slip, and would lead arithmetic to infinity.
constexpr double largest = 1e18;

// Of a whole number: half of its last digit that is no zero, and at most a tenth of it.
double half_unit_of(double value) {
  double unit = 1;
  while (unit < 1e15 && std::fmod(value, unit * 10) == 0) unit *= 10;
  return std::min(unit / 2, value / 10);
}

// Of a number with that many digits behind the point.
double half_unit_of_fraction(size_t decimals) {
  double parts = 2;
  for (size_t i = 0; i < std::min<size_t>(decimals, 15); ++i) parts *= 10;
  return 1 / parts;
}

// The largest power of ten that is not above the ratio; 1 if the ratio is below 10.
double power_of_ten_below(double ratio) {
  double power = 1;
  while (power * 10 <= ratio) power *= 10;
  return power;
}

class FigureFinder {
 public:
  FigureFinder(std::string_view text, std::span<const Token> tokens)
      : text_(text), tokens_(tokens), words_(tokens.size()) {
    for (size_t i = 0; i < tokens.size(); ++i) fold_word(tokens[i].span.in(text), {}, words_[i]);
  }

  std::vector<Figure> find() const {
    std::vector<Figure> figures;
    for (uint32_t i = 0; i < tokens_.size();) {
      const std::optional<Number> number = part_of_name(i) ? std::nullopt : number_at(i);
      if (!number) {
        ++i;
        continue;
      }
      const uint32_t floor = figures.empty() ? 0 : figures.back().last_token;
      figures.push_back(figure_of(i, *number, floor));
      i = figures.back().last_token;
    }
    return figures;
  }

 private:
  std::string_view word(uint32_t i) const {
    return i < words_.size() ? std::string_view(words_[i]) : std::string_view();
  }

  std::string_view gap_after(uint32_t i) const {
    const uint32_t from = tokens_[i].span.end;
    const uint32_t to = i + 1 < tokens_.size() ? tokens_[i + 1].span.begin : static_cast<uint32_t>(text_.size());
    return text_.substr(from, to - from);
  }

  // Returns whether the next word stands right behind token i: blanks, or one hyphen.
  bool adjoins(uint32_t i) const {
    if (i + 1 >= tokens_.size()) return false;
    return gap_after(i).find_first_not_of(" \t\n\r-") == std::string_view::npos;
  }

  // The 2 of "tier-2" and the 19 of "Covid-19" count nothing.
  bool part_of_name(uint32_t i) const {
    if (i == 0 || gap_after(i - 1) != "-") return false;
    const char last = words_[i - 1].back();
    return last < '0' || last > '9';
  }

  // Reads a numeral such as "2,000", "$5.6bn", "6€", "90".
  std::optional<Number> numeral_at(uint32_t i) const {
    std::string_view s = words_[i];
    Number number;
    number.numeral = true;
    for (size_t n = 1; n <= 3 && n < s.size() && number.currency.empty(); ++n)
      number.currency = currency_of_sign(s.substr(0, n));
    const size_t first = number.currency.empty() ? 0 : s.find_first_of("0123456789");
    if (first >= s.size() || s[first] < '0' || s[first] > '9') return std::nullopt;
    s.remove_prefix(first);
    const size_t digits = std::min(s.find_first_not_of("0123456789,."), s.size());
    std::string plain;
    for (char c : s.substr(0, digits)) {
      if (c != ',') plain += c;
    }
    number.grouped = plain.size() != digits || plain.find('.') != plain.npos;
    const auto [stop, error] = std::from_chars(plain.data(), plain.data() + plain.size(), number.value);
    if (error != std::errc() || stop != plain.data() + plain.size()) return std::nullopt;
    if (number.value > largest) return std::nullopt;
    const size_t point = plain.find('.');
    number.half_unit =
        point == plain.npos ? half_unit_of(number.value) : half_unit_of_fraction(plain.size() - point - 1);
    if (!take_suffix(s.substr(digits), number)) return std::nullopt;
    number.end = i + 1;
    return number;
  }

  // Takes what is glued to a numeral: a scale, a currency sign. Anything else ("1st", "h100") makes it no figure.
  static bool take_suffix(std::string_view suffix, Number& number) {
    for (size_t n = suffix.size(); n > 0; --n) {
      const auto factor = scale(suffix.substr(0, n));
      if (!factor) continue;
      scale_by(number, *factor);
      suffix.remove_prefix(n);
      break;
    }
    if (!suffix.empty() && number.currency.empty()) {
      number.currency = currency_of_sign(suffix);
      if (!number.currency.empty()) return true;
    }
    return suffix.empty();
  }

  static void scale_by(Number& number, double factor) {
    number.value *= factor;
    number.half_unit *= factor;
    number.grouped = true;
  }

  // Reads "twenty-five", "a hundred", "dozen".
  std::optional<Number> worded_at(uint32_t i) const {
    const auto small = small_number(word(i));
    const bool indefinite = word(i) == "a" || word(i) == "one";
    const bool scaled = adjoins(i) && scale(word(i + 1)) && word(i + 1).size() > 2;
    if (!small && !(indefinite && scaled)) return std::nullopt;
    Number number;
    number.value = indefinite ? 1 : *small;
    number.end = i + 1;
    if (!indefinite && number.value >= 20 && adjoins(i)) {
      const auto unit = small_number(word(i + 1));
      if (unit && *unit < 10) number.value += *unit, ++number.end;
    }
    number.half_unit = half_unit_of(number.value);
    return number;
  }

  // Reads "tens of billions", "hundreds", "dozens of".
  std::optional<Number> plural_at(uint32_t i) const {
    const auto first = plural_scale(word(i));
    if (!first) return std::nullopt;
    Number number;
    number.value = *first;
    number.open = true;
    number.end = i + 1;
    if (word(i + 1) == "of") {
      const auto second = plural_scale(word(i + 2));
      if (second) number.value *= *second, number.end = i + 3;
    }
    return number;
  }

  std::optional<Number> number_at(uint32_t i) const {
    if (auto plural = plural_at(i)) return plural;
    auto number = numeral_at(i);
    if (!number) number = worded_at(i);
    if (!number) return std::nullopt;
    while (adjoins(number->end - 1)) {
      const auto factor = scale(word(number->end));
      if (!factor || word(number->end).size() < 2 || number->value * *factor > largest) break;
      scale_by(*number, *factor);
      ++number->end;
    }
    return number;
  }

  Figure figure_of(uint32_t i, Number number, uint32_t floor) const {
    Figure figure;
    figure.first_token = i;
    Number upper = number;
    if (const auto second = range_end(number)) {
      upper = *second;
      // "$5-6 million": what the first number leaves unsaid is what the second one says.
      if (number.value < upper.value && upper.grouped && !number.grouped && upper.value >= 1000) {
        scale_by(number, power_of_ten_below(upper.value / number.value));
      }
      if (number.currency.empty()) number.currency = upper.currency;
    }
    figure.last_token = upper.end;
    figure.low = number.value - number.half_unit;
    figure.high = number.open ? std::nullopt : std::optional(upper.value + upper.half_unit);
    set_unit(figure, number, upper);
    if (!number.open) apply_hedge(figure, number.value, upper.value, floor);
    figure.span = {tokens_[figure.first_token].span.begin, tokens_[figure.last_token - 1].span.end};
    if (figure.kind == FigureKind::percent && gap_after(figure.last_token - 1).starts_with("%")) ++figure.span.end;
    return figure;
  }

  // Returns the upper end of a range that the number begins: "5-6 million", "5 to 6 million".
  std::optional<Number> range_end(const Number& number) const {
    if (number.open || number.end >= tokens_.size()) return std::nullopt;
    const std::string_view gap = gap_after(number.end - 1);
    uint32_t next = number.end;
    if (gap != "-" && gap != "–" && gap != " – ") {
      if (word(next) != "to" || !adjoins(next - 1)) return std::nullopt;
      ++next;
    }
    if (next >= tokens_.size()) return std::nullopt;
    auto upper = number_at(next);
    if (!upper || upper->open || upper->value <= number.value) return std::nullopt;
    return upper;
  }

  void set_unit(Figure& figure, const Number& number, const Number& upper) const {
    const uint32_t last = figure.last_token - 1;
    if (!number.currency.empty()) {
      figure.kind = FigureKind::money;
      figure.unit = number.currency;
      return;
    }
    if (gap_after(last).starts_with("%") || gap_after(last).starts_with(" %")) {
      figure.kind = FigureKind::percent;
      figure.unit = "%";
      return;
    }
    if (take_unit_word(figure)) return;
    const bool year = number.numeral && !number.grouped && number.value >= 1800 && number.value < 2100 &&
                      number.end == figure.first_token + 1 && upper.value < 2100;
    if (year) {
      figure.kind = FigureKind::year;
      figure.low = number.value;
      figure.high = upper.value;
      return;
    }
    figure.of = counted(figure.last_token);
  }

  // Takes a unit in words behind the number: "6 dollars", "17 per cent", "3 million U.S. dollars".
  bool take_unit_word(Figure& figure) const {
    const uint32_t next = figure.last_token;
    if (!adjoins(next - 1)) return false;
    uint32_t taken = 1;
    const UnitWord* unit = unit_of_word(word(next));
    if (!unit && adjoins(next)) {
      taken = 2;
      unit = word(next) == "per" && word(next + 1) == "cent" ? unit_of_word("percent") : unit_of_word(word(next + 1));
      if (unit && unit->kind == FigureKind::duration) unit = nullptr;  // of "340 jobs a year", a year is no unit
    }
    if (!unit) return false;
    figure.kind = unit->kind;
    figure.unit = unit->unit;
    figure.last_token += taken;
    return true;
  }

  // Returns what is counted: the plural at the end of the words that follow, "2,000 tier-2 Nvidia chips".
  std::string counted(uint32_t from) const {
    if (word(from) == "of") ++from;
    for (uint32_t i = from; i < from + 4 && i < tokens_.size() && adjoins(i - 1); ++i) {
      const std::string_view w = word(i);
      if (is_function_word(w)) break;
      if (w.size() > 3 && w.ends_with('s') && !w.ends_with("ss")) return std::string(w);
      if (w == "people" || w == "men" || w == "women" || w == "children") return std::string(w);
    }
    return {};
  }

  // `lower` and `upper` are the ends of a range; of a single number, both are its value.
  void apply_hedge(Figure& figure, double lower, double upper, uint32_t floor) const {
    for (const HedgePhrase& phrase : hedge_phrases()) {
      uint32_t begin = figure.first_token;
      bool fits = true;
      for (size_t w = phrase.words.size(); w-- > 0 && !phrase.words[w].empty() && fits;) {
        fits = begin > floor && adjoins(begin - 1) && word(begin - 1) == phrase.words[w];
        if (fits) --begin;
      }
      if (!fits) continue;
      figure.first_token = begin;
      switch (phrase.hedge) {
        case Hedge::about:
          figure.low = std::min(*figure.low, lower - lower / 10);
          figure.high = std::max(*figure.high, upper + upper / 10);
          break;
        case Hedge::just_under: figure.low = lower - lower / 10, figure.high = upper; break;
        case Hedge::below: figure.low.reset(), figure.high = upper; break;
        case Hedge::above: figure.low = lower, figure.high.reset(); break;
      }
      return;
    }
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  std::vector<std::string> words_;
};

}  // namespace

std::string_view name_of(FigureKind kind) {
  switch (kind) {
    case FigureKind::money: return "money";
    case FigureKind::percent: return "percent";
    case FigureKind::year: return "year";
    case FigureKind::duration: return "duration";
    case FigureKind::count: break;
  }
  return "count";
}

std::vector<Figure> find_figures(std::string_view text, std::span<const Token> tokens) {
  return FigureFinder(text, tokens).find();
}

bool contradict(const Figure& a, const Figure& b) {
  if (a.kind != b.kind || a.unit != b.unit || a.of != b.of) return false;
  if (a.kind == FigureKind::count && a.of.empty()) return false;
  const bool a_below = a.high && b.low && *a.high < *b.low;
  const bool b_below = b.high && a.low && *b.high < *a.low;
  return a_below || b_below;
}

}  // namespace reprise
