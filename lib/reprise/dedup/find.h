// The work of dedup up to its answer: read, compare, decide. Nothing is written.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "reprise/dedup/against.h"
#include "reprise/dedup/decide.h"
#include "reprise/dedup/options.h"
#include "reprise/dedup/records.h"
#include "reprise/near/banding.h"
#include "reprise/progress.h"

namespace reprise::detail {

// What was found. Records are named by their numbers.
struct DedupResult {
  Records records;
  Banding banding;  // of jaccard alone
  // [record]: itself if it stays. A record that holds an item of the reference stands for itself,
  // but is not in `keeps`.
  std::vector<Decision> decisions;
  std::vector<bool> keeps;
  std::optional<Reference> reference;
  Examples examples;
};

struct DedupCallbacks {
  ProblemSink on_problem;
  RunControl control{};
};

// Returns what the inputs hold. `examples`: how many pairs next to the threshold to collect. Any
// number of searches may run at once, each with threads of its own. Memory: some 200 bytes a record
// (records.h). Cost: one reading of everything, and another of what has candidates. Throws Error;
// Stopped if `callbacks.control` asks for it.
DedupResult find_duplicates(std::span<const InputPath> inputs, const DedupOptions& options,
                            size_t examples, const DedupCallbacks& callbacks);

}  // namespace reprise::detail
