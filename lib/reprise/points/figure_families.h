// Families of figures: those that differ from one another, directly or through a third, and those
// by which the same voices say the same of what has another name.
//
//     48 (text a), 47 (text b), 48 (text c)     47 differs from both: one family
//     23 steps (a), 19 steps (b)                and
//     23 actions (a), 19 actions (b)            are one family: it would be odd if they weren't
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "reprise/points/counted.h"

namespace reprise::detail {

// Returns the families, each by index of figure. `differing`: pairs, as differ.h makes them. Cost:
// the pairs, nearly linear; and each family is compared with 16 others at most.
std::vector<std::vector<uint32_t>> families_of(
    std::span<const CountedFigure> figures,
    std::span<const std::pair<uint32_t, uint32_t>> differing);

}  // namespace reprise::detail
