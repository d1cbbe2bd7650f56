// Alignment: what happened between two runs of equal words, and how far a passage reaches beyond its ends.
//
// Only gaps of a few words are aligned, by the plain table of the longest common subsequence: the runs around them are
// known to be equal. At the ends the same table says how far it pays to go on: a word gained for a word lost.
#pragma once

#include <span>

#include "reprise/passages/chain.h"
#include "reprise/passages/passage.h"
#include "reprise/text/tokenize.h"

namespace reprise {

// Returns the passage that the chain makes: its ends moved outwards as far as equal words outweigh others, its gaps
// aligned into edits, `matched` and `identity` set; the units, `informative` and `quoted` are left to the caller.
// Cost: the square of a gap's length for each gap, and 16 x 16 for each end.
Passage align(std::span<const Token> a, std::span<const Token> b, const Chain& chain);

}  // namespace reprise
