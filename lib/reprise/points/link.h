// Average link: two groups become one while the mean likeness of their pairs of different voices is
// highest and high enough. What is grouped are places of a story, or documents.
//
// A pair that is no candidate counts 0, so one strong pair does not pull two groups together, and
// no chain of near misses grows: the fault of single link. Members of one voice are never compared,
// nor counted; they join through what others say.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace reprise::detail {

// Two members of different voices, a < b, and their likeness in [0, 1].
struct ScoredPair {
  uint32_t a = 0, b = 0;
  double score = 0;
};

// From which mean score on two groups become one: `least` for two members, up to `least + growth`
// for many, since a group that grows finds more and more that is a little like it.
struct LinkThreshold {
  double least = 0;
  double growth = 0;
  double of(size_t members) const {
    return least + growth * (1 - 2 / static_cast<double>(members));
  }
};

// Returns the groups of two or more members, each ascending, ordered by their first. `voices`: of
// each member. Ties go to the group with the smallest members. Cost: O(m log m) for m pairs, times
// the mean number of neighbours of a group.
// Source: Sokal, Michener 1958 (UPGMA).
std::vector<std::vector<uint32_t>> average_link(std::span<const uint32_t> voices,
                                                std::span<const ScoredPair> pairs,
                                                LinkThreshold threshold);

// Returns the groups that references make: each reference's member with those of other documents
// that are more like it than like any other reference's, and like enough; ascending, ordered by
// their first. `is_reference`: of each member. Ties go to the earlier reference. REQUIRES: one of
// each pair is a reference's. Cost: linear in the pairs.
std::vector<std::vector<uint32_t>> nearest_link(std::span<const char> is_reference,
                                                std::span<const ScoredPair> pairs,
                                                double least_score);

}  // namespace reprise::detail
