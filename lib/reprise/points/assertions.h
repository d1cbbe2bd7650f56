// Which groups of places say something that a text could be wrong about.
//
// Texts share more than claims: names with their titles, words of saying, dates, and lines of the
// page that they stand on. Who only shares these repeats nothing.
//
//     "Mayor Berit Tann of Quillhaven" in four texts                  asserts nothing
//     "said in a statement on Thursday" in two                        asserts nothing
//     "Berit Tann closed the yard", "the yard was closed by Tann"     asserts: close, yard
#pragma once

#include "reprise/points/label.h"
#include "reprise/points/mentions.h"
#include "reprise/points/select.h"

namespace reprise::detail {

// Returns whether the group's places assert something; assertions.cpp has the rules, each with an
// example. Cost: linear in the words of their statements. Pure; any thread.
bool asserts_something(const Group& group, const PlacePairs& found, const StoryTexts& texts);

}  // namespace reprise::detail
