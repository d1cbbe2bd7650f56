// The summary's section on passages: what stands in two documents or more, the longest first, with
// what differs.
//
// A passage of two documents is shown once, with the words that differ marked where they stand, as
// version control marks them. Long stretches that are the same are cut in their middle:
//
//     67 words, 93 % the same: bridge-2.txt and bridge-5.txt
//       “The trouble [-sits-]{+lies+} deep inside the deck. Water has … a third of the metal”
//
// The first is the document that came first (passage_exports.h says how that is told). In colour
// the words of the first are red and struck out, those of the second green and underlined, and
// there are no brackets.
//
// Cost: linear in the passages and in what is shown. Pure but for the page.
#pragma once

#include <vector>

#include "reprise/report/terminal/terminal_writer.h"

namespace reprise::detail {

// What the section lists: a text that three documents or more hold, or a passage that two have in
// common.
struct SharedText {
  uint32_t words = 0;
  std::vector<DocumentId> documents;        // that hold it, and speak for themselves
  const PassageCluster* cluster = nullptr;  // the one or the other
  const Passage* passage = nullptr;
};

// Returns what says something new, the longest first: of near-duplicates, the one that was kept
// speaks.
std::vector<SharedText> shared_texts(const SummaryWriter& out);

// Adds the section.
void add_passages(const std::vector<SharedText>& texts, SummaryWriter& out);

// Returns a passage with its differing words marked, in quotation marks; `colour`: by styles, else
// by brackets.
StyledText passage_with_differences(const Passage& passage, const Result& result, bool colour);

}  // namespace reprise::detail
