// Gives copies of a text what was found in the original.
//
// Steps: each copy that is long enough gets a unit with the original's words, and a passage that is
// all of the text; then each cluster that has a span of an original gets the same span of its
// copies.
//
//     documents    0: "p p p r"    1: "p p p"    2: the same bytes as 0
//     units        0, 1, and 2 with the words of 0
//     passages     0-1 as found, and 0-2, all of both
//     cluster      "p p p" in 0 and 1: now in 2, too
//
// Cost: linear in the words of copies, and a sort of each cluster.
#include "reprise/passages/copies.h"

#include <algorithm>

namespace reprise::detail {
namespace {

// Returns the passage that is all of a text, from one unit to the other.
Passage whole_passage(UnitId original, UnitId copy, const Keys& keys) {
  const auto words = static_cast<uint32_t>(keys.size());
  const auto common = std::count_if(keys.begin(), keys.end(), is_common);
  Passage whole;
  whole.unit_a = original;
  whole.unit_b = copy;
  whole.a = {0, words};
  whole.b = {0, words};
  whole.matched = words;
  whole.informative = words - static_cast<uint32_t>(common);
  whole.identity = 1;
  return whole;
}

}  // namespace

Copies add_copies(std::span<const DocumentId> original, std::span<const Keys> keys,
                  uint32_t least_words, std::vector<TextUnit>& units,
                  std::vector<Passage>& passages) {
  std::map<DocumentId, UnitId> unit_of;  // of its text
  for (UnitId u; u < units.size(); ++u) {
    if (units[u].field == Field::text) {
      unit_of.emplace(units[u].document, u);
    }
  }
  Copies copies;
  for (DocumentId d; d < original.size(); ++d) {
    if (original[d] == d) {
      continue;
    }
    const UnitId unit = unit_of.at(original[d]);
    const size_t words = units[unit].tokens.size();
    if (words == 0 || words < least_words) {
      continue;
    }
    const UnitId copy(units.size());
    const TextUnit& same = units[unit];
    units.push_back({d, Field::text, same.text, same.tokens, {}, same.language, same.decoded});
    copies[unit].push_back(copy);
    passages.push_back(whole_passage(unit, copy, keys[unit]));
  }
  return copies;
}

void add_copies_to_clusters(const Copies& copies, std::vector<PassageCluster>& clusters) {
  if (copies.empty()) {
    return;
  }
  for (PassageCluster& cluster : clusters) {
    const std::vector<PassageSpan> own = cluster.spans;
    for (const PassageSpan& span : own) {
      const auto found = copies.find(UnitId(span.unit));
      if (found == copies.end()) {
        continue;
      }
      for (const UnitId copy : found->second) {
        cluster.spans.push_back({copy, span.range});
      }
    }
    std::vector<PassageSpan>& all = cluster.spans;
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
  }
}

}  // namespace reprise::detail
