// Steps: the nearest shared term is found by merging the two lists of terms; the words from it to
// the figure are widened to cuts, then to five words.
//
//     "the mayor, | who read | a 47-page report, | resigned"    shared: report
//     from "47" to "report", at cuts "a 47-page report", of four words; "who read" costs two more
//     than "resigned", which costs one: "a 47-page report, resigned"
#include "reprise/points/figure_clause.h"

#include <algorithm>

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

}  // namespace

TokenRange clause_of(const CountedFigure& figure, const CountedFigure& other, const Story& story) {
  TokenRange tokens{figure.figure->first_token, figure.figure->last_token};
  if (const NearTerm* shared = nearest_shared(figure, other)) {
    tokens.begin = std::min(tokens.begin, shared->token);
    tokens.end = std::max(tokens.end, shared->token + 1);
  }
  return widen_to_cuts(tokens, *story.lines[figure.line].statement, least_words);
}

}  // namespace reprise::detail
