// The summary's section on talking points: each with how widely it is stated, who says it in which
// words, and the figures that can't all be right.
//
//      6. “All schools there stay shut until Friday”
//         ●●●○○○ 3 of 6 documents on this story, first in fire-2.txt (Brackwater Observer,
//           2031-07-08)
//         in these words: fire-4.txt
//         fire-2.txt: “All five schools east of the river stay shut until Friday”
//         figures differ
//           five schools   fire-2.txt
//           six schools    fire-5.txt
//
// In colour, mentions show in bold the words that they have in common with the label, as a search
// shows its hits (other forms of a word too, function words not), and in red the figures that
// contradict others.
//
// Cost: what is shown, and a look at each word of the documents that it comes from. Pure but for
// the page.
#pragma once

#include <cstddef>
#include <string>

#include "reprise/report/terminal/terminal_figures.h"
#include "reprise/report/terminal/terminal_writer.h"

namespace reprise::detail {

// How many documents state a point, of how many that tell its story.
struct Spread {
  size_t stating = 0, of = 0;

  // Returns "3 of 5"; just "3" if it is not known of how many.
  std::string text() const;
};
Spread spread_of(const Point& point, const Result& result);

// Adds the section.
void add_points(const PointsThatDiffer& differing, SummaryWriter& out);

}  // namespace reprise::detail
