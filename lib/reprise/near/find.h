// The whole search for near-duplicates: which texts are alike, and which copy stands for the
// others.
//
// Near-duplicates are sought among originals, texts of different bytes; what is found is told in
// terms of all documents, the copies of each original beside it.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "reprise/furniture/ranges.h"
#include "reprise/language/unit.h"
#include "reprise/near/banding.h"
#include "reprise/near/clusters.h"
#include "reprise/near/originals.h"
#include "reprise/sketch/minhash.h"
#include "reprise/sketch/shingle.h"

namespace reprise::detail {

struct NearOptions {
  Normalisation words;
  ShingleOptions shingles;
  SketchOptions sketch;
  double threshold = 0.5;  // Jaccard or containment of a pair, and Jaccard of a cluster; (0, 1]
  Joining joining = Joining::to_kept;
  // Whether every two originals that share a shingle are measured. Costs what all_similarities does
  // (similarity.h), and finds also the pairs that banding misses, and the contained ones. Without,
  // banding alone is asked, whose cost never grows with a footer that all texts share.
  bool every_pair = true;
  // Of more than `most_dense` originals, only what is worth keeping (nearest_similarities) and the
  // pairs that are reported are measured; not if it is 0, for then everything is.
  double floor = 0.01;
  const UnitRanges* left_out = nullptr;  // words that don't count; null: all do
};

// Originals of which every two that share a shingle are measured.
inline constexpr size_t most_dense = 1000;

struct NearFound {
  Banding banding;
  std::vector<Similarity> similarities;  // of originals that share a shingle, with every_pair
  std::optional<Similarity> closest;     // the most similar of these
  std::vector<MeasuredCluster> clusters;
  std::vector<std::optional<ClusterId>> cluster_of;  // of each document
  std::vector<Similarity> pairs;  // that reach the threshold; one of the two was kept
};

// Returns what is alike. `texts`: those of originals.documents, in that order, with their words.
// All lists of pairs ascend. Cost: that of shingle.h, minhash.h and banding.h; documents and pairs
// run in parallel. Throws Stopped.
NearFound find_near(std::span<const TextUnit> texts, const Originals& originals,
                    const NearOptions& options);

// Returns for each document a number that it shares with its near-duplicates: what only they have
// in common is no point. With `each_alone`, each has its own.
std::vector<uint32_t> voices_of(const NearFound& found, bool each_alone);

}  // namespace reprise::detail
