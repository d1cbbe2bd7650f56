// Which documents are copies, and which copy stands for the others.
//
// Greedy, in the order of the documents: one leaves if and only if it is similar enough to a
// document that was kept. The copy that stands for it is the most similar of those, then the
// earliest. So nothing is removed that is like nothing that stays, and a second pass over what was
// kept removes nothing. Chains don't run together: with A ~ B ~ C but not A ~ C, A stands for B,
// and C stays.
//
// `chain` joins through chains instead: A, B and C are one cluster, its earliest document kept.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reprise/near.h"
#include "reprise/options.h"

namespace reprise::detail {

// Returns the clusters of documents 0 to count-1, ordered by the document kept. `pairs`: all
// verified pairs at or above the threshold, a < b, in any order. Cost: a sort of the pairs.
std::vector<Cluster> make_clusters(uint32_t count, std::span<const Similarity> pairs,
                                   Joining joining);

}  // namespace reprise::detail
