// What a text holds, its copies hold: identical texts are compared as one, and get their passages
// here.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "reprise/document.h"
#include "reprise/ids.h"
#include "reprise/language/unit.h"
#include "reprise/passages/keys.h"

namespace reprise::detail {

// For each unit that is the text of an original: the units of its copies.
using Copies = std::map<UnitId, std::vector<UnitId>>;

// Appends a unit for each copy, and for each of these a passage that is all of the text, from the
// original to the copy. `original`: of each document, the first one with its bytes. `keys`: of the
// units that are there already. Texts of fewer than `least_words` words, or of none, have no
// passage and get no unit. Cost: linear in the words of copies.
Copies add_copies(std::span<const DocumentId> original, std::span<const Keys> keys,
                  uint32_t least_words, std::vector<TextUnit>& units,
                  std::vector<Passage>& passages);

// Puts the copies beside their originals in each cluster.
void add_copies_to_clusters(const Copies& copies, std::vector<PassageCluster>& clusters);

}  // namespace reprise::detail
