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

// Which pairs of a large collection are worth keeping.
struct PairLimits {
  double threshold = 0.5;      // a containment from which a pair is kept in any case
  double floor = 0.01;         // pairs of which no measure is above it are left out
  uint32_t most_holders = 64;  // what more sets hold is common, and no reason to measure a pair
  size_t most_near = 64;       // of each set so many pairs are kept, those of the highest Jaccard
  uint32_t most_hosts = 1024;  // what more sets hold is boilerplate, and never a reason
};

// Returns those pairs, ascending, that are above the floor, and one of which holds so much of the
// other, unless all that they share is boilerplate; and of those that share a shingle which is not
// common the ones that are among the nearest of one of the two. What is common counts in their
// measures as it does in all_similarities. Cost: a step for each two holders of a shingle that is
// not common, and for each pair that these make one for each common shingle of both; what mostly
// consists of common shingles is held against the holders of its least common ones. Memory: 32
// bytes a pair that is kept.
std::vector<Similarity> nearest_similarities(std::span<const ShingleSet> sets,
                                             const PairLimits& limits);

}  // namespace reprise::detail
