// The whole search for passages: seeds, chains, alignment, and what is too little to report.
#pragma once

#include <span>
#include <vector>

#include "reprise/passages/passage.h"
#include "reprise/text/unit.h"

namespace reprise {

// Returns the passages that the units of different documents share, ordered by units and place. Each is reported once.
// Cost: that of find_runs, then in proportion to what is shared. Pairs of units run in parallel.
std::vector<Passage> find_passages(std::span<const TextUnit> units, const Normalisation& rules,
                                   const PassageOptions& options);

// Returns how many words lie in the ranges; where they overlap, the words count once.
uint32_t covered_words(std::vector<TokenRange> ranges);

}  // namespace reprise
