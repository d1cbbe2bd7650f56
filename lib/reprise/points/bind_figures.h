// Points for the figures that differ: each family of them (figure_families.h) has to stand in one
// point, or a reader would not see them side by side.
//
//     a group "the island ferry costs" (of "the island ferry costs 12 kroner a day")
//             "the island ferry costs 15 kroner a day"
//         its first mention lacks the figure: it is widened
//     no group has "the 48-page report", nor "a 47-page report"
//         the two become one
//     a group "nineteen were hurt", "31 are hurt", another "injured now number 19"
//         the second joins the first
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "reprise/points/counted.h"
#include "reprise/points/mentions.h"
#include "reprise/points/select.h"
#include "reprise/points/story.h"

namespace reprise::detail {

// Widens the places of groups, adds places and groups, and lets groups join others, until each pair
// of figures that differ stands in one group. New groups stand behind the others. `differing`:
// pairs, as differ.h makes them. Cost: linear in the pairs and the places, and the square of each
// group that has a figure of a pair.
void bind_figures(std::span<const CountedFigure> figures,
                  std::span<const std::pair<uint32_t, uint32_t>> differing, const Story& story,
                  PlacePairs& found, std::vector<Group>& groups);

}  // namespace reprise::detail
