// The stretch of a document that holds the largest share of a reference item. reference.h has the
// rule.
#pragma once

#include <cstdint>
#include <span>

#include "reprise/near/reference_table.h"
#include "reprise/words/tokenize.h"

namespace reprise::detail {

// How an item is sought; words.
struct StretchRule {
  uint32_t run = 0;     // of shared words, at least; no longer than the seed
  uint32_t seed = 0;    // a run that the stretch must hold
  uint32_t window = 0;  // the longest stretch
  uint32_t least = 0;   // shared words that make it count
};

// Returns the rule for an item of `words` words. REQUIRES: words >= ngram >= 1, 0 < share <= 1.
StretchRule stretch_rule(uint32_t words, uint32_t ngram, double share);

struct Stretch {
  uint32_t shared = 0;  // words: of the item or of the stretch, the smaller number
  TokenRange words;     // of the document
};

// Returns the stretch with the most shared words, of those the one that ends first, and of those
// the shortest; one without shared words if none has rule.least. `seeds`: where the item's seeds
// begin in the document, ascending, by ReferenceHit::place; at least one. Cost: some 10 ns for each
// word of the item, and of the document within rule.window of a seed, however often a run is
// repeated in either. Pure; any thread.
Stretch best_stretch(std::span<const uint64_t> item, std::span<const uint64_t> document,
                     const RunHashes& runs, std::span<const ReferenceHit> seeds,
                     const StretchRule& rule);

}  // namespace reprise::detail
