// The passages of a comparison: found, held against what doesn't count, put into clusters, and
// added up for each document.
#pragma once

#include <span>

#include "reprise/document.h"
#include "reprise/result.h"

namespace reprise::detail {

// Fills in passages, passage_clusters, suppressed and reuse, and appends units for copies.
// `searched` is how many of the units are compared; `ignored` are texts whose passages don't count.
// REQUIRES: options, documents, original, words and units of the result are there.
void find_reuse(Result& result, size_t searched, std::span<const Document> ignored);

}  // namespace reprise::detail
