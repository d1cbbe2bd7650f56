// From a group of clauses to a point as people read it: its label, its terms, its figures, its weight.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reprise/points/point.h"
#include "reprise/points/score.h"
#include "reprise/points/terms.h"

namespace reprise {

// Returns the point that a group of clauses makes. The label is the mention with the highest mean likeness to the
// mentions of other documents, the shorter one if two are alike. `voice_of_document`: documents with the same number are
// copies of one text. Cost: the square of the group.
Point make_point(std::span<const uint32_t> group, const ClauseTable& table, std::span<const TextUnit> units,
                 std::span<const double> weights, std::span<const uint32_t> voice_of_document);

}  // namespace reprise
