// The talking points of a saved report.
#pragma once

#include "reprise/report/json/read_places.h"

namespace reprise::detail {

// Fills them in. Throws Error. Cost: about 1 µs a mention.
void read_points(const JsonNode& root, ReadPlaces& places, Result& result);

}  // namespace reprise::detail
