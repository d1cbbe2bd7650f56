// Which lines of a story are worth comparing: those of different voices that share two terms, or
// one that is rare.
//
// An inverted index of the terms. One in more lines than PointOptions::most_lines proposes nothing,
// so that the cost grows with what lines share and not with the square of a word that all have.
#pragma once

#include <cstdint>
#include <vector>

#include "reprise/points/story.h"

namespace reprise::detail {

struct LinePair {
  uint32_t a = 0, b = 0;  // lines, a < b
};

// Returns the candidates, ascending. With references (`is_reference` has an entry for each line),
// those of which one alone is a reference's. Lines run in parallel.
std::vector<LinePair> find_candidates(const Story& story, const std::vector<char>& is_reference,
                                      const PointOptions& options);

}  // namespace reprise::detail
