// What the numbers of this room count, so that a line is never taken for the term that it holds.
//
//     LineId line{3};
//     story.lines[line];        // an id serves as an index
//     PlaceId place = line;     // does not compile
//
// Two kinds of terms: a TermId is known to the whole collection, a StoryTermId to one story alone.
#pragma once

#include "reprise/ids.h"

namespace reprise::detail {

using StatementId = Id<struct StatementKind>;  // in StatementTable::statements
using TermId = Id<struct TermKind>;            // in StatementTable::words
using LineId = Id<struct LineKind>;            // in Story::lines
using StoryTermId = Id<struct StoryTermKind>;  // in Story::terms
using StretchId = Id<struct StretchKind>;      // in the Stretches of one line
using PlaceId = Id<struct PlaceKind>;          // in PlacePairs::places
using GroupId = Id<struct GroupKind>;          // in the groups that select_groups returns
using VoiceId = Id<struct VoiceKind>;          // as the caller numbers voices

}  // namespace reprise::detail
