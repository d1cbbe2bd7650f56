#include "reprise/language/figures/figures.h"

#include <algorithm>

#include "reprise/language/figures/figure_date.h"
#include "reprise/language/figures/figure_number.h"
#include "reprise/language/figures/figure_of.h"
#include "reprise/language/figures/figure_ratio.h"
#include "reprise/language/figures/figure_unit.h"

namespace reprise::detail {
namespace {

// Half a unit of the last digit, without the limit of a tenth of the value.
double unlimited_half_unit(const Number& number) {
  const double half = number.high - number.value;
  return half < number.value / 10.001 ? half : std::max(half, half_unit_before_limit(number.value));
}

// Rounds both ends of a range alike: "55-60" is 54.5 to 60.5.
void round_alike(Number& lower, Number& upper) {
  const double half = std::min(unlimited_half_unit(lower), unlimited_half_unit(upper));
  for (Number* number : {&lower, &upper}) {
    const double own = std::min(number->high - number->value, half);
    number->low = number->value - own, number->high = number->value + own;
  }
}

bool yearlike(const Number& number) {
  return number.numeral && number.plain && number.value >= 1800 && number.value < 2100;
}

class FigureFinder {
 public:
  FigureFinder(std::string_view text, std::span<const Token> tokens, Language language)
      : t_(text, tokens, language) {}

  std::vector<Figure> find() const {
    std::vector<Figure> figures;
    for (uint32_t i = 0; i < t_.size();) {
      const Floor floor =
          figures.empty() ? Floor{} : Floor{figures.back().last_token, figures.back().span.end};
      auto figure = may_begin(i) && !part_of_name(i) ? figure_at(i, floor) : std::nullopt;
      if (!figure) {
        ++i;
        continue;
      }
      i = figure->last_token;
      figures.push_back(std::move(*figure));
    }
    return figures;
  }

 private:
  // Where the figure before ended: what stands before that is not for the next one.
  struct Floor {
    uint32_t token = 0, byte = 0;
  };

  // A first look, which most words don't pass.
  bool may_begin(uint32_t i) const {
    const std::string_view w = t_.word(i);
    if (w.empty()) {
      return false;
    }
    const FigureWord& m = t_.meaning(i);
    if (&m != &t_.meaning(t_.size())) {
      return m.number > 0 || m.scale > 0 || m.many > 0 || m.ratio > 0 || m.month > 0 ||
             m.is(FigureRole::article) || m.is(FigureRole::one) || m.is(FigureRole::half) ||
             m.is(FigureRole::vague) || m.is(FigureRole::couple) || m.is(FigureRole::fraction);
    }
    const auto c = static_cast<unsigned char>(w[0]);
    if (c < 0x80) {
      return (c >= '0' && c <= '9') || c == '$' ||
             (t_.language() == Language::german && t_.number(i) > 0);
    }
    return w.find_first_of("0123456789") <= 3 ||
           (t_.language() == Language::german && t_.number(i) > 0);
  }

  // The 2 of "tier-2" and the 19 of "Covid-19" count nothing.
  bool part_of_name(uint32_t i) const {
    if (i == 0 || t_.gap_before(i) != "-" || t_.word(i - 1).empty()) {
      return false;
    }
    const char last = t_.word(i - 1).back();
    return last < '0' || last > '9';
  }

  std::optional<Figure> figure_at(uint32_t i, Floor floor) const {
    if (const auto date = date_at(t_, i)) {
      Figure figure;
      figure.kind = FigureKind::date;
      figure.first_token = i, figure.last_token = date->end;
      figure.unit = date->unit;
      figure.low = date->low, figure.high = date->high;
      figure.span = {t_.span(i).begin, t_.span(date->end - 1).end};
      return figure;
    }
    if (const auto ratio = ratio_at(t_, i)) {
      return ratio_figure(i, *ratio, floor);
    }
    const auto number = number_at(t_, i);
    if (!number || number->times) {
      return std::nullopt;
    }
    return number_figure(i, *number, floor);
  }

  Figure ratio_figure(uint32_t i, const Ratio& ratio, Floor floor) const {
    Figure figure;
    figure.kind = FigureKind::ratio;
    figure.first_token = i, figure.last_token = ratio.number.end;
    figure.high = ratio.number.high;
    if (ratio.below) {
      figure.high = ratio.number.value;
      take_article(figure, floor, 2);
    } else {
      figure.low = ratio.number.low;
      apply_hedge(figure, ratio.number.value, ratio.number.value, floor);
    }
    figure.of = measured_thing(t_, figure.first_token, figure.last_token, figure.kind);
    figure.span = {t_.span(figure.first_token).begin, t_.span(figure.last_token - 1).end};
    return figure;
  }

  // Lets the figure begin with an article that stands at most so many tokens before it: "a few", "a
  // tiny fraction".
  void take_article(Figure& figure, Floor floor, uint32_t reach) const {
    for (uint32_t i = figure.first_token;
         i > floor.token && figure.first_token - i < reach && t_.adjoins(i - 1);) {
      if (!t_.is(--i, FigureRole::article)) {
        continue;
      }
      figure.first_token = i;
      return;
    }
  }

  Figure number_figure(uint32_t i, Number number, Floor floor) const {
    Figure figure;
    figure.first_token = i;
    take_prefix(t_, floor.token, number, figure.first_token);
    if (number.vague) {
      take_article(figure, floor, 1);
    }
    Number upper = number;
    if (const auto second = range_end(i, number)) {
      upper = *second;
      // "$5-6 million": what the first number leaves unsaid is what the second one says.
      if (number.numeral && number.scale == 1 && number.value > 0 &&
          number.value * upper.scale < upper.value) {
        scale_by(number, upper.scale);
      }
      if (number.currency.empty()) {
        number.currency = upper.currency;
      }
      if (!number.open && number.value > 0) {
        round_alike(number, upper);
      }
    }
    figure.last_token = upper.end;
    figure.low = number.low;
    figure.high = number.open ? std::nullopt : std::optional(upper.high);
    const FigureSigns signs = signs_around(t_, figure.first_token, figure.last_token, floor.byte);
    const double unit = set_unit(t_, figure, number.currency, signs);
    const uint32_t bare_first = figure.first_token;
    const bool hedged = !number.vague && apply_hedge(figure, number.value, upper.value, floor);
    if (unit == 0) {
      set_count_or_year(figure, number, upper, hedged, bare_first);
    } else {
      if (figure.low) {
        *figure.low *= unit;
      }
      if (figure.high) {
        *figure.high *= unit;
      }
      if (figure.kind != FigureKind::duration) {
        figure.of = measured_thing(t_, figure.first_token, figure.last_token, figure.kind);
      }
    }
    widen_to_between(figure, floor);
    set_span(figure, bare_first, signs);
    return figure;
  }

  // Tells years from counts, and finds what is counted.
  void set_count_or_year(Figure& figure, const Number& number, const Number& upper, bool hedged,
                         uint32_t first) const {
    if (number.decade) {
      figure.kind = FigureKind::year;
      figure.low = number.value, figure.high = number.value + 9;
      return;
    }
    std::string thing = counted_thing(t_, figure.first_token, figure.last_token);
    const bool one_word =
        number.end == first + 1 && yearlike(number) && upper.plain && upper.value < 2100;
    const bool round = static_cast<int>(number.value) % 100 == 0 || hedged;
    if (one_word && (!round || thing.empty())) {
      figure.kind = FigureKind::year;
      figure.low = number.value, figure.high = upper.value;
      figure.first_token = first;
      return;
    }
    figure.of = std::move(thing);
  }

  // Returns the upper end of a range that the number begins: "5-6 million", "5 to 6 million",
  // "between 5 and 6".
  std::optional<Number> range_end(uint32_t i, const Number& number) const {
    if (number.vague || number.end >= t_.size()) {
      return std::nullopt;
    }
    const uint32_t next = behind_connector(i, number);
    if (next == 0 || next >= t_.size()) {
      return std::nullopt;
    }
    auto upper = number_at(t_, next);
    if (!upper || upper->vague || upper->times || upper->decade) {
      return std::nullopt;
    }
    if (yearlike(number) && upper->plain && upper->value < 100) {  // "2024-25"
      const double century = number.value - static_cast<int>(number.value) % 100;
      upper->value += century, upper->low += century, upper->high += century;
    }
    if (upper->value <= number.value) {
      return std::nullopt;
    }
    const bool choice = t_.is(number.end, FigureRole::choice) && next == number.end + 1;
    if (choice && number.value > 20 && (yearlike(number) || upper->value > 2 * number.value)) {
      return std::nullopt;
    }
    return upper;
  }

  // Returns the token behind what joins the ends of a range at the number's end; 0 if nothing does.
  uint32_t behind_connector(uint32_t i, const Number& number) const {
    const uint32_t end = number.end;
    std::string_view gap = without_blanks(t_.gap_after(end - 1));
    if (gap.starts_with('%')) {
      gap = without_blanks(gap.substr(1));
    }
    const bool percent = gap.data() != without_blanks(t_.gap_after(end - 1)).data();
    for (const std::string_view dash : {"-", "–", "—"}) {
      if (gap.starts_with(dash) && without_blanks(gap.substr(dash.size())).empty()) {
        return end;
      }
    }
    const bool word_follows = t_.adjoins(end - 1) || (percent && gap.empty());
    if (!word_follows || !t_.adjoins(end)) {
      return 0;
    }
    const bool after_from = i > 0 && t_.is(i - 1, FigureRole::from) && t_.adjoins(i - 1);
    const bool change =
        after_from && i > 1 && t_.meaning(i - 2).change != 0;  // "rose from 5 to 6": two figures
    if (t_.is(end, FigureRole::to)) {
      return change ? 0 : end + 1;
    }
    if (t_.is(end, FigureRole::choice)) {
      return number.plain == number.numeral ? end + 1 : 0;
    }
    const bool between = i > 0 && t_.is(i - 1, FigureRole::between) && t_.adjoins(i - 1);
    return between && t_.is(end, FigureRole::conjunction) ? end + 1 : 0;
  }

  void widen_to_between(Figure& figure, Floor floor) const {
    const uint32_t i = figure.first_token;
    if (i > floor.token && t_.is(i - 1, FigureRole::between) && t_.adjoins(i - 1)) {
      --figure.first_token;
    }
  }

  // Looks for a phrase before the figure, or behind it, and moves the range's ends. `lower` and
  // `upper` are the ends of a range; of a single number, both are its value.
  bool apply_hedge(Figure& figure, double lower, double upper, Floor floor) const {
    auto hedge = hedge_before(figure, floor);
    if (!hedge) {
      hedge = hedge_behind(figure);
    }
    if (!hedge) {
      hedge = hedge_of_mark(t_.gap_before(figure.first_token));
    }
    if (!hedge || !figure.low) {
      return false;
    }
    switch (*hedge) {
      case Hedge::about:
        figure.low = std::min(*figure.low, lower - lower / 10);
        if (figure.high) {
          figure.high = std::max(*figure.high, upper + upper / 10);
        }
        break;
      case Hedge::just_under: figure.low = lower - lower / 10, figure.high = upper; break;
      case Hedge::just_over: figure.low = lower, figure.high = upper + upper / 10; break;
      case Hedge::below: figure.low.reset(), figure.high = upper; break;
      case Hedge::above: figure.low = lower, figure.high.reset(); break;
    }
    return true;
  }

  std::optional<Hedge> hedge_before(Figure& figure, Floor floor) const {
    const uint32_t first = figure.first_token;
    if (first <= floor.token || !t_.adjoins(first - 1)) {
      return std::nullopt;
    }
    for (const HedgePhrase& phrase : t_.meaning(first - 1).hedges) {
      uint32_t begin = first;
      bool fits = true;
      for (size_t w = phrase.words.size(); w-- > 0 && !phrase.words[w].empty() && fits;) {
        fits =
            begin > floor.token && t_.adjoins(begin - 1) && t_.word(begin - 1) == phrase.words[w];
        if (fits) {
          --begin;
        }
      }
      if (!fits) {
        continue;
      }
      figure.first_token = begin;
      return phrase.hedge;
    }
    return std::nullopt;
  }

  std::optional<Hedge> hedge_behind(Figure& figure) const {
    const uint32_t at = figure.last_token;
    if (!t_.meaning(at).hedge_behind || !t_.adjoins(at - 1) || !t_.adjoins(at)) {
      return std::nullopt;
    }
    for (const HedgePhrase& phrase : t_.lexicon().hedges_behind()) {
      if (t_.word(at) != phrase.words[1] || t_.word(at + 1) != phrase.words[2]) {
        continue;
      }
      figure.last_token = at + 2;
      return phrase.hedge;
    }
    return std::nullopt;
  }

  void set_span(Figure& figure, uint32_t bare_first, const FigureSigns& signs) const {
    figure.span = {t_.span(figure.first_token).begin, t_.span(figure.last_token - 1).end};
    if (signs.before > 0 && figure.first_token == bare_first) {
      figure.span.begin -= signs.before;
    }
    if (signs.end > 0) {
      figure.span.end = std::max(figure.span.end, signs.end);
    }
  }

  FigureText t_;
};

bool meet(const Figure& a, const Figure& b) {
  const bool a_below = a.high && b.low && *a.high < *b.low;
  const bool b_below = b.high && a.low && *b.high < *a.low;
  return !a_below && !b_below;
}

}  // namespace

std::string_view name_of(FigureKind kind) {
  switch (kind) {
    case FigureKind::money: return "money";
    case FigureKind::percent: return "percent";
    case FigureKind::year: return "year";
    case FigureKind::duration: return "duration";
    case FigureKind::date: return "date";
    case FigureKind::ratio: return "ratio";
    case FigureKind::count: break;
  }
  return "count";
}

std::vector<Figure> find_figures(std::string_view text, std::span<const Token> tokens,
                                 Language language) {
  return FigureFinder(text, tokens, language).find();
}

bool agree(const Figure& a, const Figure& b) {
  if (a.kind != b.kind || a.unit != b.unit || !meet(a, b)) {
    return false;
  }
  return a.kind != FigureKind::count || a.of.empty() || b.of.empty() || same_thing(a.of, b.of);
}

bool contradict(const Figure& a, const Figure& b) {
  if (a.kind != b.kind || a.unit != b.unit || meet(a, b)) {
    return false;
  }
  if (a.of.empty() || b.of.empty()) {
    return a.kind != FigureKind::count;
  }
  return same_thing(a.of, b.of);
}

}  // namespace reprise::detail
