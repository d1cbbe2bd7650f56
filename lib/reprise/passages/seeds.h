// Seeds: runs of equal words that two units share, from an inverted index of word n-grams.
//
// Every n-gram's hash is put into one list with its place; after a sort, equal ones stand together and give one seed for
// each two places in different documents. Neighbouring seeds on one diagonal (the same distance between the two places)
// then melt into one run, so that 30 equal words are one run and not 27 seeds.
//
// An n-gram in too many units is a formula and gives no seeds; one that a unit holds many times (a refrain, a word
// repeated a million times) gives only its first few places there, the fewer the more units hold it. So no n-gram gives
// more than some 32,000 seeds.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reprise/passages/passage.h"
#include "reprise/text/unit.h"

namespace reprise {

// Equal words: `length` tokens from `a` in the first unit and from `b` in the second.
struct Run {
  uint32_t a = 0;
  uint32_t b = 0;
  uint32_t length = 0;
  friend bool operator==(const Run&, const Run&) = default;
};

// The runs of two units, ordered by a, then b.
struct SharedRuns {
  uint32_t unit_a = 0, unit_b = 0;  // unit_a < unit_b, of different documents
  std::vector<Run> runs;
};

// Returns the runs of at least options.seed_words that the seeds make, a pair of units each, ordered by the pair. Memory: 16 bytes a word,
// 16 a seed. Cost: a sort of the words and of the seeds.
std::vector<SharedRuns> find_runs(std::span<const TextUnit> units, const PassageOptions& options);

}  // namespace reprise
