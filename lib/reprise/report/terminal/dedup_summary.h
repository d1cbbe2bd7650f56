// What dedup tells people when it is done. As JSON: report/json/dedup_json.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/dedup.h"
#include "reprise/dedup/against.h"
#include "reprise/dedup/listings.h"
#include "reprise/error.h"

namespace reprise::detail {

struct DedupCounts {
  uint64_t read = 0, kept = 0, removed = 0;
  uint64_t rejected = 0;      // records and files that could not be read
  uint64_t exact_copies = 0;  // of those removed: of similarity 1
  uint64_t same = 0;          // left for the value of a field
  uint64_t clusters = 0, largest_cluster = 0;
  uint64_t removed_parts = 0;  // inside of texts
  uint64_t removed_bytes = 0;
  uint64_t shortened = 0;               // records that stay for it
  uint64_t too_short = 0;               // records that leave for it
  uint64_t items = 0, items_found = 0;  // of a reference
  uint64_t short_items = 0;             // that were left out
  std::vector<BenchmarkLoss> benchmarks;
  uint64_t bytes = 0;  // read, uncompressed
};

// Counts. `problems`: all that came up.
DedupCounts count(const DedupResult& result, const ClusterTable& clusters, uint64_t rejected);

// What the work took.
struct DedupCosts {
  double seconds = 0;
  double core_seconds = 0;
  uint64_t peak_memory = 0;  // bytes
};

// Returns the probability with which two documents exactly at the threshold become candidates. For
// containment: of a document of 100 words.
double expected_recall(const DedupOptions& options, const Banding& banding);

// Returns the summary that a person reads. `written`: nothing was, in a dry run.
std::string to_terminal(const DedupCounts& counts, const DedupOptions& options,
                        const Banding& banding, const DedupCosts& costs, bool written);

// Returns the pairs next to the threshold, at most so many on each side, with what differs. Reads
// the records again. Throws Error.
std::string examples_to_terminal(const DedupResult& result, const DedupOptions& options,
                                 size_t most);

}  // namespace reprise::detail
