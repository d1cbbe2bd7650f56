// The first reading: every record once, from front to back, and numbers for each.
//
// Files are read side by side, and the blocks of one file too: one thread reads (or inflates) the
// next block while others take the last ones apart. What comes out does not depend on how the work
// fell to the threads.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "reprise/dedup/records.h"
#include "reprise/read.h"

namespace reprise::detail {

// Takes the records of a block one by one; one thread at a time uses it.
class RecordSink {
 public:
  RecordSink() = default;
  RecordSink(const RecordSink&) = delete;
  RecordSink& operator=(const RecordSink&) = delete;
  virtual ~RecordSink() = default;
  virtual void add(std::string_view text, const RecordPlace& place,
                   std::span<const std::optional<std::string>> values, Block& block) = 0;
  // Called when all records of the block have been added.
  virtual void end_block(Block&) {}
};

struct ScanOptions {
  ReadOptions read;
  std::vector<std::string> fields;  // whose values the sink gets
  bool first_is_date = false;       // report values of the first that are none
};

struct ScanCallbacks {
  std::function<std::unique_ptr<RecordSink>()>
      make_sink;                           // for each block that is worked on at once
  std::function<void(uint64_t)> on_bytes;  // so many more have been read; from any thread
  ProblemSink on_problem;                  // in the order of the inputs, after all was read
};

// Reads all records. Throws Error if a file changes meanwhile, or if standard input or the spool
// fails; what is wrong with other files or records is a problem.
Records scan(std::span<const InputPath> inputs, const ScanOptions& options,
             const ScanCallbacks& callbacks);

}  // namespace reprise::detail
