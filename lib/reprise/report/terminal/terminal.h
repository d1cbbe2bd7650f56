// The report for people: what was compared, and what was found, the strongest first.
//
// First come the findings that matter most, then the map of the documents (terminal_matrix.h),
// near-duplicates, passages (terminal_passages.h) and points (terminal_points.h). Each section
// writes through a SummaryWriter (terminal_writer.h), and that onto a Page (layout.h). For 1,000
// documents it takes milliseconds.
#pragma once

#include <cstddef>
#include <string>

#include "reprise/result.h"

namespace reprise::detail {

struct TerminalOptions {
  size_t width = 0;  // columns at which lines are broken; 0: never. Below 40, it counts as 40
  bool colour =
      false;  // with the escape sequences of ANSI terminals, and shades of the palette of 256
  size_t limit = 10;  // entries of each list; the rest is counted
};

// Returns the summary. What comes from documents is shown as text: control characters in it, which
// could drive a terminal, stand as blanks. Pure; any thread.
std::string to_terminal(const Result& result, const TerminalOptions& options);

}  // namespace reprise::detail
