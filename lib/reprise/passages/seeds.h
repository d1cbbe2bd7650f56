// Seeds: runs of equal words that two units share, from an inverted index of n-grams (grams.h).
//
// A unit is held against the units before it, or against the references: each of its kept n-grams
// is looked up, and each other place that holds it gives a seed. Seeds on one diagonal (the same
// distance between the two places) are one run, carried to both sides as far as the words are
// equal, so that 30 equal words are one run and not 27 seeds.
//
// A gram that more than `most_holders` places hold is compared with the first of them and the one
// before alone, so that a phrase in every document costs as much as there are documents, and ten
// thousand near-copies hang together as a star. Among references it is compared with the first of
// them.
//
// Cost: in proportion to the seeds. Memory: 24 bytes for each seed of one unit at a time. Pure; any
// thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "reprise/ids.h"
#include "reprise/passages/grams.h"

namespace reprise::detail {

// Equal words: `length` tokens from `a` in the first unit and from `b` in the second.
struct Run {
  uint32_t a = 0;
  uint32_t b = 0;
  uint32_t length = 0;
  uint32_t holders = 0;  // places of the rarest gram in it
  friend bool operator==(const Run&, const Run&) = default;
};

// The runs of two units, ordered by a, then b.
struct SharedRuns {
  // Of different documents; unit_a < unit_b, or unit_b is a reference's.
  UnitId unit_a;
  UnitId unit_b;
  std::vector<Run> runs;
};

// The texts among which passages are sought. Units of documents from `first_reference` on are
// references: if there are any, each other unit is held against them alone.
struct Collection {
  std::span<const TextUnit> units;
  std::span<const Keys> keys;
  std::optional<DocumentId> first_reference{};
  // For each unit, the first from it on that is a reference's, the number of units where there is
  // none; empty if there are no references.
  std::vector<UnitId> next_reference{};
};

// Returns the runs of at least options.seed words (or characters) that the unit shares with those
// it is held against, ordered by the other unit.
std::vector<SharedRuns> find_runs(const Collection& collection, const GramIndex& index, UnitId unit,
                                  const PassageOptions& options);

}  // namespace reprise::detail
