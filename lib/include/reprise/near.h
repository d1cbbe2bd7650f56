// Near-duplicates: how much of one document is in another, and which documents are copies.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "reprise/ids.h"

namespace reprise {

// Two documents; a < b.
struct DocumentPair {
  DocumentId a, b;
  friend auto operator<=>(const DocumentPair&, const DocumentPair&) = default;
};

// A pair with what was measured on its sets of shingles. All in [0, 1].
struct Similarity {
  DocumentPair pair;
  double jaccard = 0;  // shared over all shingles
  double a_in_b = 0;   // containment: the share of a's shingles found in b
  double b_in_a = 0;
};

// Documents that are copies of one another, and the one that stands for them.
struct Cluster {
  std::vector<DocumentId> documents;  // ascending; two or more
  DocumentId kept;                    // one of them
};

// A cluster with how similar each of its documents is to the one kept.
struct MeasuredCluster {
  Cluster cluster;
  std::vector<double> similarity;  // Jaccard, beside cluster.documents
};

// How candidate pairs were proposed: sketches that agree in all slots of a band are compared.
struct Banding {
  uint32_t bands = 0;
  uint32_t rows = 0;           // slots in a band
  double threshold = 0;        // of Jaccard similarity
  double expected_recall = 0;  // of pairs exactly at the threshold; above it, more
};

// What became of a document.
struct Decision {
  uint32_t kept = 0;     // the one that stands for it; itself if it stays
  float similarity = 1;  // to that one
  friend bool operator==(const Decision&, const Decision&) = default;
};

}  // namespace reprise
