// reprise dedup: one pass over a corpus of any size.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "dedup_options.h"
#include "library.h"
#include "reprise/report/terminal/dedup_summary.h"

namespace reprise::program {

// The steps of one call, in this order, for whoever shows by itself what was found.
class DedupRun {
 public:
  // Lists the inputs and opens the outputs. `request` must outlive it. Throws Error.
  explicit DedupRun(const DedupRequest& request);
  ~DedupRun();
  DedupRun(const DedupRun&) = delete;
  DedupRun& operator=(const DedupRun&) = delete;

  // Decides, and writes what stays under hidden names. Throws Error, Stopped.
  void find(const RunControl& control);

  // Writes the lists; all outputs appear, or none does.
  void put_in_place();

  const DedupResult& result() const;
  const DedupCounts& counts() const;
  const DedupCosts& costs() const;
  const std::vector<Problem>& problems() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Returns how many of them cost an input.
uint64_t count_rejected(const std::vector<Problem>& problems);

// Does what was asked for and returns the exit code. Throws Error.
int run_dedup(const DedupRequest& request);

}  // namespace reprise::program
