// The whole search for talking points: statements, stories, places, groups, labels, order.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "reprise/ids.h"
#include "reprise/language/unit.h"
#include "reprise/point.h"
#include "reprise/points/document_likeness.h"

namespace reprise::detail {

struct PointsFound {
  std::vector<Point> points;      // in the order in which a reader wants them: by score
  std::vector<Dispute> disputes;  // by story, then as disputes.h orders them
  std::vector<StoryId> stories;   // of each document, numbered by their first one
};

// Returns the points that at least two independent voices mention, inside the stories that they
// tell; one of them may deny it. `voice_of_document[d]`: documents with the same number are copies
// of one text, and one voice; what only copies share is no point, they are reported as
// near-duplicates. If there are references (documents from `first_reference` on), a point is a
// statement of a reference with what other documents say that comes nearest to it; documents are
// compared with references alone, and all tell one story. `dates`: of the documents; stories go by
// them too. `left_out`: words that neither state anything nor tell a story. Throws Error of kind
// `usage` for a language without a stemmer.
PointsFound find_points(std::span<const TextUnit> units,
                        std::span<const uint32_t> voice_of_document, const PointOptions& options,
                        std::optional<DocumentId> first_reference = std::nullopt,
                        DocumentDates dates = {}, const UnitRanges& left_out = {});

}  // namespace reprise::detail
