// Clusters of passages: the same text in three documents or more, with where each holds it and what
// all have in common.
//
//     A: [ p p p p p q q q ]   B: [ p p p p p ]   C: [ p p p p p ]   D: [ q q q ]
//
//     one cluster of three spans (A, B, C), core p p p p p; that A and D share q is a passage by
//     itself
//
// A cluster is a star: one span leads it, and a span belongs to it if a passage joins it to the
// leader directly and covers most of it, so that chains of overlaps (A like B, B like C by other
// words) don't run together. Units lead in their order, first with the span that most words of most
// documents stand behind; a passage belongs to one cluster. One that runs on beyond it links its
// two documents, but has more to tell and belongs to none.
//
// Cost: in each unit, the passages that hang together by overlaps, times the ranges among them, of
// which at most 64 are looked at. Pure; any thread.
#pragma once

#include <span>
#include <vector>

#include "reprise/language/unit.h"
#include "reprise/passages/passage.h"

namespace reprise::detail {

// Returns the clusters, ordered by their first span, and sets `cluster` of the passages in them.
std::vector<PassageCluster> cluster_passages(std::span<const TextUnit> units,
                                             std::span<Passage> passages);

// Returns the range on the other side that stands for `range`, which lies on side a if `from_a`,
// else on side b; words that were replaced, inserted or dropped at its ends are left out.
TokenRange project(const Passage& passage, bool from_a, TokenRange range);

}  // namespace reprise::detail
