// Character 4-grams of stretches: what words of one family have in common that a stemmer doesn't
// see.
//
// A stretch's folded words stand between blanks; each of its grams is weighted with its rarity
// among the lines of the story. Bytes, not code points: a gram that cuts a character is as rare as
// the character is.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reprise/points/story.h"

namespace reprise::detail {

// A sparse vector of length 1: ascending grams, four bytes each, with their weights.
struct GramVector {
  std::vector<uint32_t> keys;
  std::vector<float> weights;
};

class GramRarity {
 public:
  // Counts the grams of the story's lines. Lines run in parallel. Cost: a sort of them.
  GramRarity(const Story& story, std::span<const TextUnit> units);

  // Returns the vector of a stretch of the line. Any thread.
  GramVector vector(const Line& line, TokenRange stretch, std::span<const TextUnit> units) const;

 private:
  double weight(uint32_t gram) const;

  std::vector<uint32_t> grams_;  // ascending
  std::vector<double> weights_;  // beside them
};

// Returns the cosine of two vectors, in [0, 1]. Cost: linear.
double cosine(const GramVector& a, const GramVector& b);

}  // namespace reprise::detail
