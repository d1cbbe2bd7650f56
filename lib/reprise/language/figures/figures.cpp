// Figures of a text, from left to right.
//
// Steps, for each token that may begin a figure (may_begin) and is no part of a name:
// 1. A date, a ratio or a number is read there, asked in this order (figure_at).
// 2. Of a number: its range, its unit, its hedge; without a unit it is a year or a count.
// 3. What it counts or measures is looked for (figure_of.h).
// 4. The next figure begins behind it, and takes no words before its end (Floor).
//
//     "nearly $1.5 trillion in assets"
//         "nearly" begins nothing; "$1.5" is a number of 1.5e12 dollars; the hedge before it moves
//         the ends to 1.35e12 .. 1.5e12; it is of "assets", and takes bytes 0 to 20
//     "tier-2 chips"
//         the 2 is part of a name: no figure
//
// Cost: linear in the tokens, of which most are left at the first look.
#include "reprise/language/figures/figures.h"

#include <algorithm>

#include "reprise/language/figures/figure_date.h"
#include "reprise/language/figures/figure_hedge.h"
#include "reprise/language/figures/figure_of.h"
#include "reprise/language/figures/figure_range.h"
#include "reprise/language/figures/figure_ratio.h"
#include "reprise/language/figures/figure_unit.h"

namespace reprise::detail {
namespace {

// Where the figure before ended: what stands before that is not for the next one.
struct Floor {
  uint32_t token = 0, byte = 0;
};

// ---- A first look, which most words don't pass.
bool has_value(const FigureWord& word) {
  const bool number = word.number > 0 || word.scale > 0 || word.many > 0;
  return number || word.ratio > 0 || word.month > 0;
}

// "a million", "one mile", "half an hour", "several hundred", "a couple of", "a fraction of".
bool leads_to_value(const FigureWord& word) {
  for (const FigureRole role : {FigureRole::article, FigureRole::one, FigureRole::half,
                                FigureRole::vague, FigureRole::couple, FigureRole::fraction}) {
    if (word.is(role)) {
      return true;
    }
  }
  return false;
}

// "5", "$5", "€5": a digit, or one behind a sign of a few bytes.
bool looks_like_numeral(std::string_view word) {
  const bool ascii = static_cast<unsigned char>(word[0]) < 0x80;
  if (ascii) {
    return is_digit(word[0]) || word[0] == '$';
  }
  return word.find_first_of("0123456789") <= 3;
}

bool may_begin(const FigureText& t, uint32_t i) {
  if (t.word(i).empty()) {
    return false;
  }
  if (t.is_known(i)) {
    return has_value(t.meaning(i)) || leads_to_value(t.meaning(i));
  }
  return looks_like_numeral(t.word(i)) || t.number(i) > 0;
}

// The 2 of "tier-2" and the 19 of "Covid-19" count nothing.
bool part_of_name(const FigureText& t, uint32_t i) {
  if (i == 0 || t.gap_before(i) != "-" || t.word(i - 1).empty()) {
    return false;
  }
  return !is_digit(t.word(i - 1).back());
}

// ---- Dates and ratios.
// Sets the bytes of what the tokens hold.
void set_span(const FigureText& t, Figure& figure) {
  figure.span = {t.span(figure.first_token).begin, t.span(figure.last_token - 1).end};
}

Figure date_figure(const FigureText& t, uint32_t i, const FigureDate& date) {
  Figure figure;
  figure.kind = FigureKind::date;
  figure.first_token = i;
  figure.last_token = date.end;
  figure.unit = date.unit;
  figure.low = date.low;
  figure.high = date.high;
  set_span(t, figure);
  return figure;
}

// Lets the figure begin with an article that stands at most so many tokens before it: "a few", "a
// tiny fraction".
void take_article(const FigureText& t, Floor floor, uint32_t reach, Figure& figure) {
  const uint32_t first = figure.first_token;
  for (uint32_t i = first; i > floor.token && first - i < reach && t.adjoins(i - 1);) {
    --i;
    if (t.is(i, FigureRole::article)) {
      figure.first_token = i;
      return;
    }
  }
}

Figure ratio_figure(const FigureText& t, uint32_t i, const Ratio& ratio, Floor floor) {
  const double value = ratio.number.value;
  Figure figure;
  figure.kind = FigureKind::ratio;
  figure.first_token = i;
  figure.last_token = ratio.number.end;
  if (ratio.below) {
    figure.high = value;
    take_article(t, floor, 2, figure);
  } else {
    figure.low = ratio.number.low;
    figure.high = ratio.number.high;
    apply_hedge(t, value, value, floor.token, figure);
  }
  figure.of = measured_thing(t, figure.first_token, figure.last_token, figure.kind);
  set_span(t, figure);
  return figure;
}

// ---- Numbers.
// Whether a number without a unit is a year: "in 2025". Round ones, "2000 people", count something
// if they can.
bool is_year(const NumberRange& range, uint32_t first, bool hedged, bool counts_something) {
  const bool one_word = range.lower.end == first + 1;
  const bool upper_may_be_one = range.upper.plain && range.upper.value < 2100;
  if (!one_word || !is_yearlike(range.lower) || !upper_may_be_one) {
    return false;
  }
  const bool round = is_multiple(range.lower.value, 100) || hedged;
  return !round || !counts_something;
}

// Tells years from counts, and finds what is counted. `first` is the token that the figure begins
// with, but for its hedge.
void set_count_or_year(const FigureText& t, const NumberRange& range, bool hedged, uint32_t first,
                       Figure& figure) {
  const Number& lower = range.lower;
  if (lower.decade) {
    figure.kind = FigureKind::year;
    figure.low = lower.value;
    figure.high = lower.value + 9;
    return;
  }
  std::string thing = counted_thing(t, figure.first_token, figure.last_token);
  if (!is_year(range, first, hedged, !thing.empty())) {
    figure.of = std::move(thing);
    return;
  }
  figure.kind = FigureKind::year;
  figure.low = lower.value;
  figure.high = range.upper.value;
  figure.first_token = first;
}

// "two weeks" are 14 days; of a sum or a share, finds what it measures.
void set_measured(const FigureText& t, double unit, Figure& figure) {
  if (figure.low) {
    *figure.low *= unit;
  }
  if (figure.high) {
    *figure.high *= unit;
  }
  if (figure.kind != FigureKind::duration) {
    figure.of = measured_thing(t, figure.first_token, figure.last_token, figure.kind);
  }
}

// Takes "between" along: "between 5 and 6".
void widen_to_between(const FigureText& t, Floor floor, Figure& figure) {
  const uint32_t first = figure.first_token;
  if (first > floor.token && t.led_by(first, FigureRole::between)) {
    --figure.first_token;
  }
}

// Sets the bytes, with the signs around the number; one before it stands behind a hedge.
void set_span_with_signs(const FigureText& t, const FigureSigns& signs, uint32_t first,
                         Figure& figure) {
  set_span(t, figure);
  if (signs.before > 0 && figure.first_token == first) {
    figure.span.begin -= signs.before;
  }
  figure.span.end = std::max(figure.span.end, signs.end);
}

Figure number_figure(const FigureText& t, uint32_t i, Number number, Floor floor) {
  Figure figure;
  figure.first_token = i;
  take_prefix(t, floor.token, number, figure.first_token);
  if (number.vague) {
    take_article(t, floor, 1, figure);
  }
  const NumberRange range = range_from(t, i, number);
  const Number& lower = range.lower;
  figure.last_token = range.upper.end;
  figure.low = lower.low;
  figure.high = lower.open ? std::nullopt : std::optional(range.upper.high);

  const FigureSigns signs = signs_around(t, figure.first_token, figure.last_token, floor.byte);
  const double unit = set_unit(t, figure, lower.currency, signs);
  const uint32_t first = figure.first_token;
  const bool hedged =
      !lower.vague && apply_hedge(t, lower.value, range.upper.value, floor.token, figure);
  if (unit == 0) {
    set_count_or_year(t, range, hedged, first, figure);
  } else {
    set_measured(t, unit, figure);
  }
  widen_to_between(t, floor, figure);
  set_span_with_signs(t, signs, first, figure);
  return figure;
}

std::optional<Figure> figure_at(const FigureText& t, uint32_t i, Floor floor) {
  if (const auto date = date_at(t, i)) {
    return date_figure(t, i, *date);
  }
  if (const auto ratio = ratio_at(t, i)) {
    return ratio_figure(t, i, *ratio, floor);
  }
  const auto number = number_at(t, i);
  if (!number || number->times) {
    return std::nullopt;
  }
  return number_figure(t, i, *number, floor);
}

bool meet(const Figure& a, const Figure& b) {
  const bool a_below = a.high && b.low && *a.high < *b.low;
  const bool b_below = b.high && a.low && *b.high < *a.low;
  return !a_below && !b_below;
}

bool are_comparable(const Figure& a, const Figure& b) {
  return a.kind == b.kind && a.unit == b.unit;
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
  const FigureText t(text, tokens, language);
  std::vector<Figure> figures;
  Floor floor;
  for (uint32_t i = 0; i < t.size();) {
    const bool may_be_figure = may_begin(t, i) && !part_of_name(t, i);
    auto figure = may_be_figure ? figure_at(t, i, floor) : std::nullopt;
    if (!figure) {
      ++i;
      continue;
    }
    floor = {figure->last_token, figure->span.end};
    i = figure->last_token;
    figures.push_back(std::move(*figure));
  }
  return figures;
}

std::optional<double> middle_of(const Figure& figure) {
  if (figure.low && figure.high) {
    return (*figure.low + *figure.high) / 2;
  }
  return figure.low ? figure.low : figure.high;
}

bool agree(const Figure& a, const Figure& b) {
  if (!are_comparable(a, b) || !meet(a, b)) {
    return false;
  }
  const bool unknown_of_one = a.of.empty() || b.of.empty();
  return a.kind != FigureKind::count || unknown_of_one || same_thing(a.of, b.of);
}

bool contradict(const Figure& a, const Figure& b) {
  if (!are_comparable(a, b) || meet(a, b)) {
    return false;
  }
  if (a.of.empty() || b.of.empty()) {
    return a.kind != FigureKind::count;
  }
  return same_thing(a.of, b.of);
}

}  // namespace reprise::detail
