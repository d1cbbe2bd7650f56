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
  // Counts the grams of the story's lines. `wanted`: those lines of which vectors will be asked;
  // empty: all. Lines run in parallel. Cost: some 5 ns a byte of theirs.
  GramRarity(const Story& story, std::span<const TextUnit> units,
             std::span<const char> wanted = {});

  // Returns the vector of a stretch of the line, which is wanted. Any thread.
  GramVector vector(const Line& line, TokenRange stretch, std::span<const TextUnit> units) const;

 private:
  // A gram, in how many lines it stands, and its weight.
  struct Slot {
    uint32_t gram = 0;
    uint32_t mark = 0;  // 0: free; 1: not counted yet; else the last line that was counted, plus 2
    uint32_t holding = 0;
    double weight = 0;
  };

  void add(uint32_t gram);
  void grow();
  // Returns the place of the gram, or the free one where it would stand.
  size_t place_of(uint32_t gram) const;
  bool knows(uint32_t gram) const { return slots_[place_of(gram)].mark != 0; }

  std::vector<Slot> slots_;  // at most half of them taken
  size_t taken_ = 0;
};

// Returns the cosine of two vectors, in [0, 1]. Cost: linear.
double cosine(const GramVector& a, const GramVector& b);

}  // namespace reprise::detail
