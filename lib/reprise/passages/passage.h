// A passage: a stretch of one text that stands in another too, word for word or lightly edited.
#pragma once

#include <cstdint>
#include <vector>

#include "reprise/text/tokenize.h"

namespace reprise {

enum class EditKind { replace, insert, remove };  // from a to b

// Words that differ between the two sides. An insertion has no words in a, a removal none in b.
struct Edit {
  EditKind kind = EditKind::replace;
  TokenRange a, b;
};

struct Passage {
  uint32_t unit_a = 0, unit_b = 0;  // indices of text units; unit_a < unit_b
  TokenRange a, b;
  uint32_t matched = 0;      // words that are the same on both sides, in order
  uint32_t informative = 0;  // those of them that are no function words
  double identity = 0;       // matched words over the words of the longer side, in (0, 1]
  bool quoted = false;       // both sides stand in quotation marks
  std::vector<Edit> edits;   // in order
};

struct PassageOptions {
  uint32_t seed_words = 4;         // a passage holds at least one run of this many equal words
  uint32_t least_words = 8;        // equal words that make a passage; fewer is chance or idiom
  uint32_t least_informative = 4;  // of which so many must carry meaning
  double least_identity = 0.5;     // of a passage
  uint32_t longest_gap = 10;       // words on either side between two runs of one passage
  uint32_t most_units = 200;       // a run of words that more texts hold is a formula, and seeds nothing
};

}  // namespace reprise
