// What is found but not reported, and why: passages that are no reuse, or not the reuse that was
// asked for.
//
//     ignored       most of a side stands in a text that the user named
//     furniture     most of a side is page furniture (furniture/find.h)
//     same source   both documents have the same value in a field that the user named
//     quotation     quoted on both sides, if the user leaves quotations out
//     common        a short phrase in many places: the more of them hold it, the more it must weigh
//
// Where an ignored text or furniture is but an end of a passage, the rest is reported.
// Nothing is dropped in silence: each passage counts for the first reason that holds. Furniture is
// no seed of passages (find_reuse.h), so it is counted by its stretches, whoever shares them.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "reprise/furniture/find.h"
#include "reprise/ids.h"
#include "reprise/language/unit.h"
#include "reprise/passages/keys.h"

namespace reprise::detail {

struct SuppressionRules {
  std::span<const Keys> keys;  // of the units; of copies, which come last, there are none
  // Passages that units share with texts that don't count; side a is the unit's.
  std::span<const Passage> ignored;
  // Of each document: those of equal numbers are not compared. Empty, or no_value: always are.
  std::vector<uint32_t> same;
  const Furniture* furniture = nullptr;  // of the units; null: all of them is text
};

// What remains of the passages.
struct Reported {
  std::vector<Passage> passages;  // in their order
  std::vector<PassageCluster> clusters;
  std::vector<SuppressedPassages> suppressed;  // in the order of the reasons
};

// Returns "ignored", "furniture", "same source", "quotation" or "common".
const char* name_of(Suppression reason);

// Sorts the passages into those that are reported, in clusters, and those that are not.
Reported sort_out(std::span<const TextUnit> units, std::vector<Passage> passages,
                  const SuppressionRules& rules, const PassageOptions& options);

}  // namespace reprise::detail
