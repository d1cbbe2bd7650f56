// Sorting hashes, which are spread evenly over all 64 bits: one deal into buckets by the upper
// bits, and little is left.
//
// Cost: about 4 ns an element for some hundred, where a general sort takes 25. Hashes that are not
// spread evenly cost a general sort of their bucket. Memory: a copy, which the thread keeps.
#pragma once

#include <cstdint>
#include <vector>

namespace reprise::detail {

// Sorts the hashes and leaves out repetitions.
void sort_unique(std::vector<uint64_t>& hashes);

}  // namespace reprise::detail
