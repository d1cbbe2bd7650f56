// Average link: two groups of places become one while the mean likeness of their pairs of different
// voices is highest and high enough.
//
// A pair that is no candidate counts 0, so one strong pair does not pull two groups together, and
// no chain of near misses grows: the fault of single link. Places of one voice are never compared,
// nor counted; they join through what others say.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reprise/points/mentions.h"

namespace reprise::detail {

// Returns the groups of two or more places, each ascending, ordered by their first. `voices`: of
// each place. Ties go to the group with the smallest places. Cost: O(m log m) for m pairs, times
// the mean number of neighbours of a group.
// Source: Sokal, Michener 1958 (UPGMA).
std::vector<std::vector<uint32_t>> average_link(std::span<const uint32_t> voices,
                                                std::span<const ScoredPair> pairs,
                                                double least_score);

// Returns the groups that references make: each reference's place with those of other documents
// that are more like it than like any other reference's, and like enough; ascending, ordered by
// their first. `is_reference`: of each place. Ties go to the earlier reference. Cost: linear in the
// pairs.
std::vector<std::vector<uint32_t>> nearest_link(std::span<const char> is_reference,
                                                std::span<const ScoredPair> pairs,
                                                double least_score);

}  // namespace reprise::detail
