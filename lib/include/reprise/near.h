// Near-duplicates: how much of one document is in another, and which documents are copies.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

namespace reprise {

// Two documents by their index; a < b.
struct DocumentPair {
  uint32_t a = 0;
  uint32_t b = 0;
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
  std::vector<uint32_t> documents;  // ascending; two or more
  uint32_t kept = 0;                // one of them
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
