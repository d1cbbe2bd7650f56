// The map of the documents: how much each two have in common, as a table whose cells are shaded.
//
//     Words in common: % of each row's words in passages shared with the column
//                         1  2  3  4
//        1 wire.txt       – 92 81  ·
//        2 times.txt     90  – 79  ·
//        3 gazette.txt   83 80  –  4
//        4 echo.txt       ·  ·  2  –
//
// It shows the measure that joins more pairs: words that stand in passages also found in the other,
// or the number of talking points that both state. Documents that belong together stand together:
// the most connected one begins, each is followed by the one that has the most in common with those
// before it, and where nothing is left in common, the most connected of the others begins again.
//
// If not all fit, near-duplicates are left to the one that was kept, and the first in that order
// are shown: whole groups, the strongest first. Sixteen documents fit at most, for nobody reads
// more, and fewer on a narrow terminal.
//
// Cost: linear in the entries of the matrix. Pure but for the page.
#pragma once

#include "reprise/report/terminal/terminal_writer.h"

namespace reprise::detail {

// Adds the map, if any two documents that it would show have something in common. REQUIRES: at
// least two documents.
void add_map(SummaryWriter& out);

}  // namespace reprise::detail
