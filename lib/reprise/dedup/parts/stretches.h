// Repeats in a row become stretches: where a record holds what stands elsewhere, unit by unit.
//
//     runs of 50 words, places 200 201 202 repeat 40 41 42     words 200 to 251 are words 40 to 91
//     paragraphs, places 5 6 7 repeat 2 2 2                    three times the same: one stretch
//
// Stretches of words are compared word for word: what only has the same hash of 50 words is none.
// Cost: a sort of the repeats of a part; words of stretches are read twice.
#pragma once

#include <cstdint>
#include <vector>

#include "reprise/dedup/parts/columns.h"
#include "reprise/dedup/parts/cuts.h"
#include "reprise/dedup/parts/repeats.h"

namespace reprise::detail {

struct PartStretch {
  uint32_t record = 0;
  uint32_t unit = 0;  // where its first run begins
  uint32_t runs = 0;  // that begin at units in a row
  uint32_t first_record = 0;
  uint32_t first_unit = 0;  // what its first run repeats
  bool advances = true;     // the next run repeats the next one there; else all repeat this one

  // `size`: units of a run.
  UnitRange units(uint32_t size) const { return {unit, unit + runs - 1 + size}; }
};

// Returns the stretches, ascending by record and unit.
std::vector<PartStretch> find_stretches(const Partitions<Repeat>& repeats, const UnitPlaces& places,
                                        const UnitColumns& columns, const PartRule& rule);

}  // namespace reprise::detail
