// The blocks of a text: what recurs as a whole if it is furniture.
//
// A block is a paragraph, a headline, a list item: what stands between two line ends at which a
// sentence ends too, so that lines which were merely wrapped are one. A row of links is one block
// a link.
//
//     "Ferry late again\nThe ferry was late. It\nrained.\nHome | News | Sport"
//      ---------------- ---------------------------- ----   ----   -----
//
// Cost: linear in the sentences, and in the gaps between words. Pure; any thread.
#pragma once

#include <vector>

#include "reprise/ids.h"
#include "reprise/language/unit.h"

namespace reprise::detail {

struct TextBlock {
  UnitId unit;
  TokenRange tokens;
  bool closed = false;       // holds a full stop, a question mark or the like, as links don't
  bool begins_text = false;  // the first one of its text: a headline, or a masthead
};

// Returns the blocks of the unit, in order. REQUIRES: it has its sentences.
std::vector<TextBlock> blocks_of(const TextUnit& unit, UnitId number);

// Returns whether a line begins at the token.
bool begins_line(const TextUnit& unit, uint32_t token);

}  // namespace reprise::detail
