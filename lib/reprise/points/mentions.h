// Where the points of a story may be stated, and how alike these places are.
//
// Each candidate pair of lines proposes two stretches. Proposals of one line that are nearly the
// same become one place; others stay apart, so that one sentence can hold mentions of several
// points, and these may overlap.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reprise/point.h"
#include "reprise/points/story.h"

namespace reprise::detail {

// A stretch that may be a mention.
struct MentionPlace {
  uint32_t line = 0;  // of the story
  TokenRange tokens;  // of the line's unit
  uint32_t voice = 0;
};

// Two places of different voices, a < b, and their likeness in [0, 1].
struct ScoredPair {
  uint32_t a = 0, b = 0;
  double score = 0;
};

struct PlacePairs {
  std::vector<MentionPlace> places;
  std::vector<ScoredPair> pairs;  // ascending by a, then b
};

// Returns the places that the lines' likenesses propose, and the likeness of each two of them whose
// lines are candidates. `is_reference` has an entry for each line. Cost: in proportion to the
// candidates; these run in parallel.
PlacePairs find_places(const Story& story, std::span<const TextUnit> units,
                       const std::vector<char>& is_reference, const PointOptions& options);

}  // namespace reprise::detail
