// How many stories tell the documents that hold a block, by what else they say.
//
// Furniture is what documents of different stories have in common, and reuse what those of one
// story do. Which story a document tells can't be asked of its whole text: pages of one paper would
// be alike by their furniture, and answers that copied one paragraph by that. So it is asked of the
// rest: all that recurs in three documents or more is left out, and of what remains the content
// words are compared, each weighted with its rarity.
//
//     "The ferry sank off Orne. | Subscribe today!"    rest: ferry sank orne
//     "Bread is dearer in Mell. | Subscribe today!"    rest: bread dearer mell    another story
//
// On news, 98 % of the pairs of one event have a likeness of 0.08 and more, and 98 % of those of
// two events less. Of few documents somebody has chosen them for what they have in common, and
// where a paragraph is at stake less is enough (as in points/stories.h). Documents with next to no
// rest can't be told, and count as none.
//
// Cost: a sort of the words of the documents that hold a block; then two vectors of words a
// comparison. Any thread, once built.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reprise/furniture/recurrence.h"

namespace reprise::detail {

class RestOfDocuments {
 public:
  // REQUIRES: the arguments of find_recurrence, and what it gave; `documents`: in the collection.
  RestOfDocuments(std::span<const TextUnit> units, std::span<const std::vector<TextBlock>> blocks,
                  const Recurrence& recurrence, size_t documents);

  // Returns how many different stories the holders of the block tell; counts no further than
  // `enough`.
  uint32_t stories_among(const BlockKind& kind, uint32_t enough) const;

 private:
  struct Weighted {
    uint64_t word = 0;
    double value = 0;
  };
  struct Rest {
    std::vector<Weighted> words;  // ascending
    double length = 0;
  };
  double likeness(const Rest& a, const Rest& b) const;

  std::vector<Rest> rests_;    // by document; empty of those that hold no block
  double share_of_prose_ = 1;  // of the likeness of one story that is enough for prose
};

}  // namespace reprise::detail
