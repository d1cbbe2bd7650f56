// How much of each document stands in others: what its passages cover, overlaps counted once.
#pragma once

#include <span>
#include <vector>

#include "reprise/language/unit.h"
#include "reprise/passages/passage.h"

namespace reprise::detail {

// Returns the reuse of each of `documents` documents: of the words of their texts (titles don't
// count), those in passages. Cost: that of sorting the passages. Pure; any thread.
std::vector<Reuse> measure_reuse(std::span<const TextUnit> units, std::span<const Passage> passages,
                                 size_t documents);

// Returns how many words lie in the ranges; where they overlap, the words count once.
uint32_t covered_words(std::vector<TokenRange> ranges);

}  // namespace reprise::detail
