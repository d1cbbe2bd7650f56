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
  // What is being done; how much of it, of how much (0: not known), in bytes or in thousandths.
  // From any thread.
  std::function<void(const char* phase, uint64_t done, uint64_t total)> on_progress;
};

// Returns what the inputs hold. `examples`: how many pairs next to the threshold to collect. Throws
// Error.
DedupResult find_duplicates(std::span<const InputPath> inputs, const DedupOptions& options,
                            size_t examples, const DedupCallbacks& callbacks);

}  // namespace reprise::detail
