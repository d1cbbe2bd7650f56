// Steps: the nearest shared term is found by merging the two lists of terms; the words from it to
// the figure are widened to cuts, then to five words.
//
//     "the mayor, | who read | a 47-page report, | resigned"    shared: report
//     from "47" to "report", at cuts "a 47-page report", of four words; "who read" costs two more
//     than "resigned", which costs one: "a 47-page report, resigned"
#include "reprise/points/figure_clause.h"

#include <algorithm>
#include <limits>

namespace reprise::detail {
namespace {

constexpr uint32_t least_words = 5;

// Returns the nearest of the figure's terms that the other one has near, too; nullptr if none.
const NearTerm* nearest_shared(const CountedFigure& figure, const CountedFigure& other) {
  const NearTerm* nearest = nullptr;
  auto y = other.terms.begin();
  for (const NearTerm& x : figure.terms) {
    while (y != other.terms.end() && y->term < x.term) {
      ++y;
    }
    const bool is_shared = y != other.terms.end() && y->term == x.term;
    if (is_shared && (!nearest || x.distance < nearest->distance)) {
      nearest = &x;
    }
  }
  return nearest;
}

// Returns the tokens widened to cuts, and to enough words on the side where it costs less.
TokenRange widen(TokenRange tokens, const Line& line) {
  constexpr uint32_t impossible = std::numeric_limits<uint32_t>::max();
  const std::vector<uint32_t>& cuts = line.statement->cuts;
  auto begin = std::upper_bound(cuts.begin(), cuts.end(), tokens.begin) - 1;
  auto end = std::lower_bound(cuts.begin(), cuts.end(), tokens.end);
  while (*end - *begin < least_words) {
    const bool at_begin = begin == cuts.begin();
    const bool at_end = end + 1 == cuts.end();
    if (at_begin && at_end) {
      break;
    }
    const uint32_t cost_of_left = at_begin ? impossible : *begin - *(begin - 1);
    const uint32_t cost_of_right = at_end ? impossible : *(end + 1) - *end;
    if (cost_of_right <= cost_of_left) {
      ++end;
    } else {
      --begin;
    }
  }
  return {*begin, *end};
}

}  // namespace

TokenRange clause_of(const CountedFigure& figure, const CountedFigure& other, const Story& story) {
  TokenRange tokens{figure.figure->first_token, figure.figure->last_token};
  if (const NearTerm* shared = nearest_shared(figure, other)) {
    tokens.begin = std::min(tokens.begin, shared->token);
    tokens.end = std::max(tokens.end, shared->token + 1);
  }
  return widen(tokens, story.lines[figure.line]);
}

}  // namespace reprise::detail
