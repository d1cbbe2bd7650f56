// What a saved report says of near-duplicates: banding, matrices, pairs, clusters.
#pragma once

#include "reprise/report/json/context.h"

namespace reprise::detail {

// Fills them in, and which cluster each document is in, and the closest pair. REQUIRES: the
// documents are there, with their originals; the points too, if the report has them. Throws Error.
void read_near_duplicates(const JsonNode& root, Reading& reading);

// Fills in banding and pairs alone, of a report that has no matrices. Throws Error.
void read_pairs(const JsonNode& root, Reading& reading);

}  // namespace reprise::detail
