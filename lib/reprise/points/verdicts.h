// The judge's verdicts in the place of our own chances.
//
// Of each place the likeliest pairs are asked, so many that no place is in more than the options
// say. What was not asked follows where two verdicts imply it: if a is the same as b, and b as c,
// then a is the same as c, as surely as the less sure of the two. What neither was asked nor
// follows is not the same.
//
//     asked: a-b 0.9, b-c 0.8, a-d 0.1     follows: a-c 0.8, b-d 0.1
//
// Opposed statements speak of one thing and are not the same: 0.
//
// Cost: that of the judge; of what follows, the squares of the places that a place is the same as.
#pragma once

#include <span>

#include "reprise/points/judge.h"
#include "reprise/points/mentions.h"
#include "reprise/points/story.h"

namespace reprise::detail {

// Asks the judge, and gives the pairs their verdicts and roots; adds pairs that follow.
void ask_judge(Judge& judge, const PointOptions& options, const Story& story,
               std::span<const TextUnit> units, PlacePairs& found);

// Returns which pairs are asked, ascending: the likeliest first, no place in more than `most`.
std::vector<size_t> pairs_to_ask(const PlacePairs& found, uint32_t most);

// Returns the verdicts that follow from those given (a < b), and those themselves, ascending.
std::vector<ScoredPair> with_what_follows(std::span<const ScoredPair> verdicts,
                                          std::span<const MentionPlace> places);

}  // namespace reprise::detail
