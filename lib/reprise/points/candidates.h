// Which lines of a story are worth comparing word by word: those of different voices that share two
// terms, or one that is rare.
//
// An inverted index of the terms. One in more lines than PointOptions::most_lines proposes nothing,
// so that the cost grows with what lines share and not with the square of a word that all have.
#pragma once

#include <cstdint>
#include <vector>

#include "reprise/points/story.h"

namespace reprise::detail {

// Returns the candidates among the lines that are comparable (story.h), ascending, each once. Lines
// run in parallel. Cost: a sort of what the lines share.
std::vector<LinePair> find_candidates(const Story& story, const PointOptions& options);

}  // namespace reprise::detail
