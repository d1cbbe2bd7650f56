// In which order a reader wants points: what is told most surely, widely and plainly comes first,
// and what was told already comes later.
//
//     1  "The ferry stays in port until spring"       three texts
//     2  "the mayor wants a bridge"                   two texts
//     3  "said the captain on Monday"                 of the sentences of 1: lessened
//
// Source: Carbonell, Goldstein 1998 (marginal relevance).
#pragma once

#include <vector>

#include "reprise/point.h"

namespace reprise::detail {

// Lessens the scores of those points of one story whose mentions mostly stand in sentences that
// points before them show. Cost: n log n in the mentions.
void lessen_repetitions(std::vector<Point>& points);

// Puts the points in order by score, and of equals those of more documents first; those that are
// named by others or by disputes are followed to their new places.
void order_points(std::vector<Point>& points, std::vector<Dispute>& disputes);

}  // namespace reprise::detail
