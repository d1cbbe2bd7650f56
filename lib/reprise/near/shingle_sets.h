// The sets that near-duplicates are measured by, of texts that are units already.
//
// Cost: that of shingle.h; the words are read anew where punctuation counts. Pure; any thread.
#pragma once

#include <span>

#include "reprise/language/unit.h"
#include "reprise/sketch/shingle.h"

namespace reprise::detail {

// Returns the shingles of the unit's text, without the words that begin inside of `left_out` (spans
// of the text, ascending).
ShingleSet shingle_set_of(const TextUnit& unit, const Normalisation& words,
                          const ShingleOptions& shingles, std::span<const Span> left_out = {});

}  // namespace reprise::detail
