// Who has whose words, in one call: passages are found, held against what doesn't count, put into
// clusters, and added up for each document.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "reprise/document.h"
#include "reprise/furniture/find.h"
#include "reprise/ids.h"
#include "reprise/language/unit.h"
#include "reprise/passages/grams.h"
#include "reprise/passages/passage.h"

namespace reprise::detail {

// Where passages are sought.
struct ReuseSearch {
  std::span<const Document> documents;
  std::span<const DocumentId> original;  // of each document, the first one with its bytes
  std::optional<DocumentId>
      first_reference;                // with references, others are compared with them alone
  std::span<const Document> ignored;  // texts whose passages don't count
  Normalisation words;
  std::string language;  // of the ignored texts: "auto", or as languages_of takes it
  const Furniture* furniture = nullptr;  // of the units, which is left out; null: nothing is
  CommonWordsBy common = CommonWordsBy::collection;
  const ReferencePlaces* places = nullptr;  // PassageSearch::places
};

struct ReuseFound {
  std::vector<TextUnit> units;  // those that were given, then one for each copy of a text
  std::vector<Passage> passages;
  std::vector<PassageCluster> clusters;
  std::vector<SuppressedPassages> suppressed;  // a reason each, those that occurred
  std::vector<Reuse> reuse;                    // of each document
  std::vector<PassageSpan> ignored;            // of the units: Result::ignored
};

// Returns what the units of different documents share. `units`: those of the originals, which
// know their language; the documents must outlive them. Cost: that of find.h, and of find.h again
// with the ignored texts; units run in parallel. Throws Stopped, and std::length_error for 2^32
// words or more.
ReuseFound find_reuse(std::vector<TextUnit> units, const ReuseSearch& search,
                      const PassageOptions& options);

}  // namespace reprise::detail
