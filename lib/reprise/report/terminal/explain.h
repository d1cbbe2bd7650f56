// Why the mentions of a point are one point, as text for people.
#pragma once

#include <cstddef>
#include <string>

#include "reprise/report/terminal/terminal.h"
#include "reprise/result.h"

namespace reprise::detail {

// Returns the explanation of the point with this index: the terms that its mentions share and what
// they weigh, each mention with its likeness to the others, the figures with their ranges and which
// of them disagree, and the nearest point that it was not made one with. REQUIRES: point <
// result.points.size(). Pure; any thread.
std::string explain_point(const Result& result, size_t point, const TerminalOptions& options);

}  // namespace reprise::detail
