// The talking points of a saved report, and its disputes.
#pragma once

#include "reprise/report/json/context.h"

namespace reprise::detail {

// Fills them in. REQUIRES: the reading's places. Throws Error. Cost: about 1 µs a mention.
void read_points(const JsonNode& root, Reading& reading);

}  // namespace reprise::detail
