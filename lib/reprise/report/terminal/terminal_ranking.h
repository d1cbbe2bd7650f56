// The first list of the summary: who has how much of whom.
//
//     Who has how much of whom: 12 pairs, by reused words of the smaller text
//       reused  words longest  Jacc.  cont. points
//         97 %    120      80   0.92   0.97      7  times.txt in wire.txt
//
// `words` are those of the smaller text that lie in passages shared with the other, `cont.` is the
// larger containment of the two. Of near-duplicates the one that was kept speaks, and the others
// stand beside it alone: their further pairs are counted. Pairs that share no passage and don't
// reach the threshold are neither listed nor counted. Cost: linear in the ranking.
#pragma once

#include "reprise/report/terminal/terminal_writer.h"

namespace reprise::detail {

// Adds the section. REQUIRES: passages or matrices were sought.
void add_ranking(SummaryWriter& out);

}  // namespace reprise::detail
