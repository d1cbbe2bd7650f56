// Exact similarity of sets of shingles.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reprise/near.h"
#include "reprise/sketch/shingle.h"

namespace reprise::detail {

// Returns how many shingles two sets, ascending, share. Cost: 1 to 2 ns for each of both.
size_t count_shared(std::span<const uint64_t> a, std::span<const uint64_t> b);

// Returns the measures of two sets that share `shared` shingles. A set without shingles has 0 with
// every other.
Similarity similarity_of(DocumentPair pair, size_t size_a, size_t size_b, size_t shared);

// Returns the exact measures of each pair, in the order of the pairs, in parallel. This is the
// verification of candidates.
std::vector<Similarity> verify(std::span<const ShingleSet> sets,
                               std::span<const DocumentPair> pairs);

// Returns every pair that shares a shingle, ascending, through an inverted index. Cost: the sum
// over all shingles of the square of the number of documents that hold it: for collections in which
// most documents have nothing in common.
std::vector<Similarity> all_similarities(std::span<const ShingleSet> sets);

}  // namespace reprise::detail
