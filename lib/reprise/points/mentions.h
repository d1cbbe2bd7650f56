// Where the points of a story may be stated, and how alike these places are.
//
// Each two lines worth comparing propose two stretches. Proposals of one line that are nearly the
// same become one place; others stay apart, so that one sentence can hold mentions of several
// points, and these may overlap.
#pragma once

#include <span>
#include <vector>

#include "reprise/point.h"
#include "reprise/points/likeness.h"
#include "reprise/points/link.h"
#include "reprise/points/story.h"

namespace reprise::detail {

// A stretch that may be a mention.
struct MentionPlace {
  LineId line;
  TokenRange tokens;  // of the line's unit
  VoiceId voice;
};

struct PlacePairs {
  std::vector<MentionPlace> places;
  std::vector<ScoredPair> pairs;  // of places (PlaceId), ascending by a, then b
  // Beside pairs: their likeness by meaning alone; empty if no source looks at it.
  std::vector<double> meanings;
  const LearntWeights* weights =
      nullptr;  // of evidence, as the model has them; null: the library's
  // Beside pairs: the root of the chance that the two state the same (evidence.h). Groups go by the
  // mean of roots: one sure pair among doubtful ones carries less than by the mean of chances.
  std::vector<ScoredPair> roots;
  bool are_judged = false;  // roots are those of a judge's verdicts (verdicts.h)
};

// Returns the places that the lines' likenesses propose, and the likeness of each two of them whose
// lines are candidates. Likenesses come from the sources, which are made ready on the way. Cost: in
// proportion to the candidates; these run in parallel.
PlacePairs find_places(const Story& story, LikenessSources& sources, const PointOptions& options);

// The same with the sources of likeness.h.
PlacePairs find_places(const Story& story, std::span<const TextUnit> units,
                       const PointOptions& options, const Encoder* encoder = nullptr);

}  // namespace reprise::detail
