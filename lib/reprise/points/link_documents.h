// Average link of documents: what link.h does for places, where each member is a voice of its own
// and nearly all of one story are alike.
//
// Among places, few pairs are alike, and sorted lists of them serve. Among the articles of one
// story all are, and each merge would rewrite the lists of all others: the cube of the story. So
// the members that hang together by any pair are linked with a full matrix of their means, along
// chains of nearest neighbours: the square.
//
//     0-1: 0.8, 1-2: 0.6, 0-2: 0.1, threshold 0.35
//     chain 0, 1: each is the other's nearest, so they are one; its mean to 2 is 0.35
//     chain {0,1}, 2: one
//
// Sources: Sokal, Michener 1958 (UPGMA); Murtagh 1983 (chains of nearest neighbours).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reprise/points/link.h"

namespace reprise::detail {

// More members that hang together are linked in parts of so many, in their order: a story of more
// documents may come apart there, and memory stays below 300 MB.
inline constexpr size_t most_linked = 8192;

// Returns the groups of two or more of `members`, each ascending, ordered by their first: two
// groups become one while the mean likeness of their pairs is highest and at least `least`; a pair
// that is not there counts 0. REQUIRES: pairs ascending by a, then b. Cost: of members that hang
// together by pairs, the square, 8 bytes each; those that don't run in parallel.
std::vector<std::vector<uint32_t>> average_link_documents(size_t members,
                                                          std::span<const ScoredPair> pairs,
                                                          double least, size_t most = most_linked);

}  // namespace reprise::detail
