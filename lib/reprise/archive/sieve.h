// Which of the documents that have a gram in common with others may have a passage: the codes of
// their words say so, and nothing has to be unpacked.
//
//     asked       "… the mayor said | at the end of the day | that no ferry …"
//     document    "… the gulls | at the end of the day | sang louder …"
//     the run "at the end of the day" stands alone, and promises nothing (promise.h): no passage
//
// What stays may have none after all; what goes has none. For runs of equal codes hold the runs of
// equal words, and what promises by its words does so by its codes; where two runs lie so near each
// other that they may be one chain, or there are many, the document stays.
//
// Cost: some 0.3 µs a gram in common with an article; a look at each word of the document for each
// gram, until a long run is met, which settles it. Any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reprise/archive/references.h"
#include "reprise/archive/words.h"

namespace reprise::detail {

// A gram of those asked for that seems to stand in a document.
struct GramHit {
  uint32_t gram = 0;  // its place in Asked::grams
  bool in_title = false;
};

// Returns whether the document may have a passage that grows from one of the hits. REQUIRES: its
// hits are in one row for each gram and side, and seeds are no runs of characters. Throws Stopped.
bool may_have_passage(const Asked& asked, std::span<const GramHit> hits,
                      const CodesOfDocument& document);

// Returns whether the codes of the gram stand in these.
bool holds_codes(const Asked& asked, const AskedGram& gram, std::span<const WordCode> codes);

}  // namespace reprise::detail
