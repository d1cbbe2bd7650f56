// What a comparison was asked for: the options of all its stages. A report echoes those that change
// results.
#pragma once

#include <string>

#include "reprise/near/clusters.h"
#include "reprise/passages/passage.h"
#include "reprise/points/point.h"
#include "reprise/sketch/minhash.h"
#include "reprise/sketch/shingle.h"
#include "reprise/words/fold.h"

namespace reprise::detail {

// Which parts of a comparison are wanted. A part that is made is in every report even if empty; one
// that isn't is absent, and costs nothing that another does not need.
struct Parts {
  bool matrices = true;  // with banding, pairs and clusters; they need the other two parts
  bool passages = true;
  bool points = true;

  friend bool operator==(const Parts&, const Parts&) = default;
};

struct CompareOptions {
  Parts parts;
  Normalisation words;      // when two words are the same
  ShingleOptions shingles;  // what near-duplicates are measured by
  SketchOptions sketch;     // what proposes near-duplicates
  double threshold =
      // Jaccard or containment from which a pair is reported, and Jaccard of a cluster; (0, 1]
      0.5;
  Joining joining = Joining::to_kept;
  PassageOptions passages;
  PointOptions points;
  unsigned threads = 0;  // 0: one a core. Changes the time, never the result
};

// Returns why the options can't be used ("the threshold must be above 0 and at most 1"), or an
// empty string.
std::string complaint_about(const CompareOptions& options);

}  // namespace reprise::detail
