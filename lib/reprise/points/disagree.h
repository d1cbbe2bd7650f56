// Where the figures of a point can't all be right.
//
// The mentions of a point say the same, so what they count is the same too, if they name it alike,
// or if each has one amount of the kind alone. Of such figures, two of different voices disagree if
// their ranges don't meet. Where nothing names alike what they count, a document that gives the
// other's figure elsewhere speaks of two things.
//
//     "a $1 trillion wipeout"   "nearly $1.5 trillion was erased"      disagree
//     "just $6 million"         "around $5-6 million"                  agree
//     "32 dead"                 "129 Americans aboard"                 say nothing about each other
//     "spent $100 million"      "a budget of $6 million"   say nothing, if the former's document
//                               has "$5.6 million" too
//
// Years, dates and ratios are left out: they differ for many reasons.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "reprise/point.h"
#include "reprise/points/ids.h"

namespace reprise::detail {

// Returns the pairs of the point's figures that disagree, by index, ascending. `voices`: of each
// mention. Figures of denied mentions are left out. `gives` says whether the document of a mention
// gives a figure, anywhere in its text. Cost: the square of the point's figures, and two calls for
// each pair that may disagree.
std::vector<std::pair<uint32_t, uint32_t>> find_disagreements(
    const Point& point, std::span<const VoiceId> voices,
    const std::function<bool(const Mention&, const Figure&)>& gives);

// Returns whether the figure counts what goes on rising while a story is told: the dead, the
// missing, people, cases. Of two such figures the later one replaces the earlier; of two prices it
// doesn't.
bool is_toll(const Figure& figure);

}  // namespace reprise::detail
