// Two documents with how much of each stands in the other, by all measures at once.
#pragma once

#include <cstdint>
#include <optional>

#include "reprise/near.h"

namespace reprise {

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
