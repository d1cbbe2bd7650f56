// Grouping by average link: two groups of clauses become one while the mean likeness of all their cross pairs is highest
// and high enough.
//
// A pair that is no candidate counts 0, so one strong pair does not pull two groups together, and no chain of near misses
// grows: the fault of single link. Clauses of one document are never compared; they join through what others say.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reprise/points/score.h"

namespace reprise {

// Returns the groups of two or more clauses, each ascending, ordered by their first clause. Ties go to the group with the
// smallest clauses. Cost: O(m log m) for m pairs, times the mean number of neighbours of a group.
// Source: Sokal, Michener 1958 (UPGMA).
std::vector<std::vector<uint32_t>> average_link(uint32_t clauses, std::span<const ScoredPair> pairs,
                                                double least_score);

// Returns the groups that references make: each clause of a reference with the clauses of other documents that are more like
// it than like any other reference's, and like enough; ascending, ordered by their first clause. `is_reference` has an
// entry for each clause. Ties go to the earlier reference. Cost: linear in the pairs.
std::vector<std::vector<uint32_t>> nearest_link(std::span<const char> is_reference, std::span<const ScoredPair> pairs,
                                                double least_score);

}  // namespace reprise
