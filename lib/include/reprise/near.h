// Near-duplicates: how much of one document is in another, and which documents are copies.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
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

// A pair of the list that says who has how much of whom. Of two copies of one text, all is shared.
struct RankedPair {
  DocumentPair pair;
  uint32_t a_words = 0;   // words of a's text that lie in passages shared with b; overlaps once
  uint32_t b_words = 0;   // of b's, with a
  uint32_t passages = 0;  // that both have, in titles too
  uint32_t longest = 0;   // words of the longest of them, on its longer side
  double jaccard = 0;     // of shingles
  double a_in_b = 0;      // containment: the share of a's shingles found in b
  double b_in_a = 0;
  // Share of the different words of the text with fewer of them that the other has too; nothing if
  // the texts are not known.
  std::optional<double> vocabulary;
  std::optional<uint32_t> points;  // talking points that both state, if these were sought
};

}  // namespace reprise
