// Where something was cut out of a row of words: behind a seam what follows is new.
//
//     a b [c d] e f [g]     left: a b e f     seams: 2 and 4
//
// With them goes which anchors (runs.h) of the words that are left were anchors before: these the
// filter has counted already.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "reprise/dedup/parts/cuts.h"

namespace reprise::detail {

struct Seams {
  std::vector<uint32_t> places;   // behind so many words; ascending
  std::vector<uint32_t> counted;  // anchors of before, by the numbers that their words have now

  // Does a stretch of words lie over one of them?
  bool under(size_t begin, size_t size) const;
  bool is_counted(size_t anchor) const;
};

// Of records, by their numbers.
using SeamsByRecord = std::unordered_map<uint32_t, Seams>;

// Returns seams between all words: nothing is known about them.
Seams unknown_seams(size_t words);

// `left`: the words after the cut. If they are not those of before without the ranges (what came
// together is another word now), nothing is known. `anchors`: of before.
Seams find_seams(std::span<const uint64_t> before, std::span<const UnitRange> cut,
                 std::span<const uint64_t> left, std::span<const uint32_t> anchors,
                 uint32_t anchor_size);

}  // namespace reprise::detail
