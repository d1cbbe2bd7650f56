// The disputes of a story: who states what, and who contradicts it.
//
//     a: "The council welcomed the apology."      b: "The apology was welcomed by the council."
//     c: "The council rejected the apology."
//     d: "The dam is safe."                       e: "The dam is not safe."
//     disputes: a and b against c, antonyms; d against e, a negation
//
// A denial is a side too ("Tann denied that the vote was rigged"); what all deny is no dispute.
#pragma once

#include <span>
#include <vector>

#include "reprise/point.h"
#include "reprise/points/label.h"
#include "reprise/points/mentions.h"

namespace reprise::detail {

// Returns the disputes, those of most documents first. A dispute's points are PointIds among
// those given; its story is left to the caller. Each
// side has a document that is not on the other one. Cost: linear in the words of the places, and in
// their pairs that are likely to state the same.
std::vector<Dispute> find_disputes(std::span<const Point> points, const PlacePairs& found,
                                   const StoryTexts& texts);

}  // namespace reprise::detail
