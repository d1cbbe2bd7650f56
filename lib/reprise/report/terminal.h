// The report for people: what was compared, and what was found, the strongest first.
#pragma once

#include <cstddef>
#include <string>

#include "reprise/report/result.h"

namespace reprise {

struct TerminalOptions {
  size_t width = 0;     // columns at which lines are broken; 0: never. Below 40, it counts as 40
  bool colour = false;  // with the escape sequences of ANSI terminals
  size_t limit = 10;    // entries of each list; the rest is counted
};

// Returns the summary. What comes from documents is shown as text: control characters in it, which could drive a
// terminal, stand as blanks. Pure; any thread.
std::string to_terminal(const Result& result, const TerminalOptions& options);

}  // namespace reprise
