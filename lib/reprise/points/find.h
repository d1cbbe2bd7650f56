// The whole search for talking points: clauses, candidates, grouping, labels, order.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reprise/points/point.h"
#include "reprise/text/unit.h"

namespace reprise {

// Returns the points that at least two independent voices state, in the order in which a reader wants them: by score, that
// is by how many voices repeat it, and how surely; then by the number of documents. `voice_of_document[d]`: documents with the same number are copies
// of one text, and one voice; what only copies share is no point, they are reported as near-duplicates.
// If there are references (documents from `first_reference` on), a point is a clause of a reference with the clauses of other
// documents that come nearest to it, and documents are compared with references alone.
// Throws std::invalid_argument for a language without a stemmer.
std::vector<Point> find_points(std::span<const TextUnit> units, std::span<const uint32_t> voice_of_document,
                               const PointOptions& options, uint32_t first_reference = UINT32_MAX);

}  // namespace reprise
