// Which runs of units stand more than once: from (hash, place) to (place, first place).
//
//     hash  7 9 7 7   place  0 1 2 3     common 2:  2 repeats 0, 3 repeats 0
//
// A run repeats another only if the two share no unit: "la la la la" holds "la la" twice, and not
// three times. Otherwise a word that stands a thousand times in a row would shrink to one.
//
// Rows are parted by their hashes (partitions.h), and each part goes through twice: first a table
// of its hashes is made, with the first and last place and the count of each; then each row asks
// it. So a million equal rows cost a row of the table, and the order of the rows decides nothing.
//
// Cost: two searches in a table a row. Memory: 80 bytes for each different hash of the parts that
// are worked on at once.
#pragma once

#include <cstdint>
#include "reprise/base/hash.h"

#include "reprise/dedup.h"
#include "reprise/dedup/parts/columns.h"
#include "reprise/dedup/parts/partitions.h"

namespace reprise::detail {

// A run of units: a hash of 128 bits, and the place of its first unit.
struct RunEntry {
  uint64_t low = 0;
  uint64_t high = 0;
  uint64_t place = 0;
};

// A run that leaves, for it stands elsewhere.
struct Repeat {
  uint64_t place = 0;
  uint64_t first = 0;  // where it stands first; its own place if even the first one leaves
};

// Returns in which of so many parts an entry, or a place among so many, belongs.
inline size_t part_of_hash(uint64_t hash, size_t parts) {
  return static_cast<size_t>((Product{hash} * parts) >> 64);
}
inline size_t part_of_place(uint64_t place, uint64_t total, size_t parts) {
  return static_cast<size_t>(Product{place} * parts / total);
}

// Returns the repeats, parted by their places. `size`: units of a run.
Partitions<Repeat> find_repeats(const Partitions<RunEntry>& entries, const UnitPlaces& places,
                                uint32_t size, const PartOptions& options);

}  // namespace reprise::detail
