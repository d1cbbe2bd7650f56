// Hedges: found before a figure, behind it, or as a mark; then applied to its ends.
//
//     "no more than 12 members"    the word before, "than", ends several phrases; the longest one
//                                  that stands there counts: below; open .. 12
//     "300 or more people"         behind: above; 300 .. open
//     "said more; than 12"         the words don't stand side by side: no hedge
//
// Cost: a few look-ups.
#include "reprise/language/figures/figure_hedge.h"

#include <algorithm>
#include <optional>

#include "reprise/language/blanks.h"

namespace reprise::detail {
namespace {

// Where the phrase begins that ends before token `end`; nothing if it doesn't stand there.
std::optional<uint32_t> begin_of(const FigureText& t, const HedgePhrase& phrase, uint32_t floor,
                                 uint32_t end) {
  uint32_t begin = end;
  for (size_t w = phrase.words.size(); w-- > 0 && !phrase.words[w].empty();) {
    const bool word_before = begin > floor && t.adjoins(begin - 1);
    if (!word_before || t.word(begin - 1) != phrase.words[w]) {
      return std::nullopt;
    }
    --begin;
  }
  return begin;
}

// "no more than 12": takes the phrase before the figure, the longest one first.
std::optional<Hedge> take_before(const FigureText& t, uint32_t floor, Figure& figure) {
  const uint32_t first = figure.first_token;
  if (first <= floor || !t.adjoins(first - 1)) {
    return std::nullopt;
  }
  for (const HedgePhrase& phrase : t.meaning(first - 1).hedges) {
    if (const auto begin = begin_of(t, phrase, floor, first)) {
      figure.first_token = *begin;
      return phrase.hedge;
    }
  }
  return std::nullopt;
}

// "300 or more": takes the two words of a phrase behind the figure.
std::optional<Hedge> take_behind(const FigureText& t, Figure& figure) {
  const uint32_t at = figure.last_token;
  if (!t.meaning(at).hedge_behind || !t.adjoins(at - 1) || !t.adjoins(at)) {
    return std::nullopt;
  }
  for (const HedgePhrase& phrase : t.lexicon().hedges_behind()) {
    if (t.word(at) == phrase.words[1] && t.word(at + 1) == phrase.words[2]) {
      figure.last_token = at + 2;
      return phrase.hedge;
    }
  }
  return std::nullopt;
}

// "~50", "<50": a mark at the end of the gap before the figure, behind a blank or a bracket.
std::optional<Hedge> mark_before(std::string_view gap) {
  struct Mark {
    std::string_view sign;
    Hedge hedge;
  };
  static constexpr Mark marks[] = {{"~", Hedge::about}, {"≈", Hedge::about}, {"<", Hedge::below},
                                   {"≤", Hedge::below}, {">", Hedge::above}, {"≥", Hedge::above}};
  for (const Mark& mark : marks) {
    if (!gap.ends_with(mark.sign)) {
      continue;
    }
    gap.remove_suffix(mark.sign.size());
    const bool begins_a_word = gap.empty() || blank_at_end(gap) > 0 || gap.ends_with('(');
    return begins_a_word ? std::optional(mark.hedge) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Hedge> find_hedge(const FigureText& t, uint32_t floor, Figure& figure) {
  if (const auto hedge = take_before(t, floor, figure)) {
    return hedge;
  }
  if (const auto hedge = take_behind(t, figure)) {
    return hedge;
  }
  return mark_before(t.gap_before(figure.first_token));
}

// "about 6": a tenth on both sides, unless rounding leaves more open.
void widen(double lower, double upper, Figure& figure) {
  figure.low = std::min(*figure.low, lower - lower / 10);
  if (figure.high) {
    figure.high = std::max(*figure.high, upper + upper / 10);
  }
}

void move_ends(Hedge hedge, double lower, double upper, Figure& figure) {
  switch (hedge) {
    case Hedge::about: widen(lower, upper, figure); break;
    case Hedge::just_under:
      figure.low = lower - lower / 10;
      figure.high = upper;
      break;
    case Hedge::just_over:
      figure.low = lower;
      figure.high = upper + upper / 10;
      break;
    case Hedge::below:
      figure.low.reset();
      figure.high = upper;
      break;
    case Hedge::above:
      figure.low = lower;
      figure.high.reset();
      break;
  }
}

}  // namespace

bool apply_hedge(const FigureText& t, double lower, double upper, uint32_t floor, Figure& figure) {
  const auto hedge = find_hedge(t, floor, figure);
  if (!hedge || !figure.low) {
    return false;
  }
  move_ends(*hedge, lower, upper, figure);
  return true;
}

}  // namespace reprise::detail
