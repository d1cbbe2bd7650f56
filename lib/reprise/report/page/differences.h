// Where two texts of common words differ, as much of it as a person looks at: the first difference
// with what stands around it, in words.
//
//     the ferry sank off Orne at noon      "the ferry " "sank" " off Orne at noon"
//     the ferry burnt off Orne at noon     "the ferry " "burnt" " off Orne at noon"
//
// Bounded, whatever the texts: their first megabyte is compared, and at most 160 words and 1,500
// bytes of each are shown. Pure; any thread. Cost: a pass over both texts, and 25,600 comparisons.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reprise/options.h"

namespace reprise::detail {

// One side, in pieces: every other one differs from the other side, beginning with the second.
struct DifferingSide {
  std::vector<std::string> pieces;  // well-formed UTF-8
  bool cut_before = false;          // the text begins earlier
  bool cut_behind = false;
};

struct Differences {
  DifferingSide a, b;
};

// Returns where they differ first; where they don't, how they begin.
Differences differences(std::string_view a, std::string_view b, const Normalisation& rules);

// Returns a stretch of a text with what stands around it, the stretch as the piece that differs;
// bounded as above.
DifferingSide stretch_in_context(std::string_view text, size_t begin, size_t end);

}  // namespace reprise::detail
