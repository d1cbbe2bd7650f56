// From a group of places to a point as people read it: its label, its terms, its figures, its
// weight.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reprise/point.h"
#include "reprise/points/disagree.h"
#include "reprise/points/mentions.h"
#include "reprise/points/select.h"
#include "reprise/points/story.h"
#include "reprise/points/wording.h"

namespace reprise::detail {

// What a point is made from: its story, and where that lies in the texts.
struct StoryTexts {
  const Story& story;
  const StatementTable& table;
  std::span<const TextUnit> units;
  FigurePairs differing{};  // figures of the story that can't both be right
};

// Returns the point that a group makes; `nearest` and `story` are left to the caller. The label is
// the mention that the clearest words stand around, which are its claim (wording.h). Mentions that
// are denied are no repetitions: they count neither as documents nor as voices, unless nobody says
// otherwise. What it shows is added to `shown`, and what stands there already is avoided. Cost: the
// square of the group.
Point make_point(const Group& group, const PlacePairs& found, const StoryTexts& texts,
                 Shown& shown);

}  // namespace reprise::detail
