// Who published the records, for reports: a number a record in the first reading, and names again
// for the few that are shown.
//
//     values "Post" "Courier" none "Post"     sources 17… 93… 0 17…
//
// Cost: 8 bytes a record, and only if DedupOptions::note_sources asks for it.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "reprise/dedup.h"
#include "reprise/dedup/records.h"
#include "reprise/dedup/scan.h"

namespace reprise::detail {

// Hands all on to another sink, and notes the source, whose value comes behind all others.
class SourceNoter final : public RecordSink {
 public:
  explicit SourceNoter(std::unique_ptr<RecordSink> inner) : inner_(std::move(inner)) {}

  void add(std::string_view text, const RecordPlace& place,
           std::span<const std::optional<std::string>> values, Block& block) override;
  void end_block(Block& block) override { inner_->end_block(block); }

 private:
  std::unique_ptr<RecordSink> inner_;
};

// How much of one origin was read, and how much of that leaves.
struct OriginCount {
  std::string name;
  uint64_t read = 0;
  uint64_t removed = 0;
};

struct OriginCounts {
  std::vector<OriginCount> first;  // of which most leave; equal ones in the order of the input
  uint64_t others = 0;             // how many more there are, and what these come to
  uint64_t others_read = 0;
  uint64_t others_removed = 0;
};

// Returns counts by source, the `most` first of them; empty if no record has one. Reads as many
// records again. Throws Error if a file has changed.
OriginCounts count_by_source(const DedupResult& result, const DedupOptions& options, size_t most);

// Returns counts by file, or for files that are a record each by folder.
OriginCounts count_by_file(const DedupResult& result, size_t most);

}  // namespace reprise::detail
