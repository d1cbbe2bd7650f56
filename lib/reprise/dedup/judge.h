// The judges of dedup: how alike two records are, by their shingles or by their sketches.
//
// Cost: by sketches some nanoseconds a pair. By shingles a microsecond a pair, after some 10
// microseconds for each record that is opened: it is read again, cut into words and shingled. Pairs
// whose sketches leave no hope are not compared.
#pragma once

#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "reprise/dedup/decide.h"

namespace reprise::detail {

// Makes the judge that the options ask for. `order`: the records by rank, for which near/keep.h's
// documents stand; empty: by their numbers. `examples` gets the pairs next to the threshold.
std::unique_ptr<PairJudge> make_judge(const Records& records, std::span<const uint32_t> order,
                                      const DedupOptions& options, Examples& examples);

}  // namespace reprise::detail
