// Two documents, and how much of each is in the other.
#pragma once

#include <compare>
#include <cstdint>

namespace reprise::detail {

// Two documents by their index; a < b.
struct DocumentPair {
  uint32_t a = 0;
  uint32_t b = 0;
  friend auto operator<=>(const DocumentPair&, const DocumentPair&) = default;
};

// A pair with what was measured on its sets of shingles.
struct Similarity {
  DocumentPair pair;
  double jaccard = 0;  // shared over all shingles
  double a_in_b = 0;   // containment: the share of a's shingles found in b
  double b_in_a = 0;
};

}  // namespace reprise::detail
