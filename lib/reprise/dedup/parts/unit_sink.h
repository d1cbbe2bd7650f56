// The first reading where whole documents are not compared: it makes the column of the first rule.
#pragma once

#include <memory>
#include <vector>

#include "reprise/dedup.h"
#include "reprise/dedup/parts/columns.h"
#include "reprise/dedup/records.h"
#include "reprise/dedup/scan.h"

namespace reprise::detail {

class UnitSink final : public RecordSink {
 public:
  // The units go into `file`.
  UnitSink(const DedupOptions& options, TemporaryFile& file)
      : options_(options), file_(file), units_(options.parts.rules[0].kind, options.words) {}

  void add(std::string_view text, const RecordPlace& place,
           std::span<const std::optional<std::string>> values, Block& block) override;
  void end_block(Block& block) override;

 private:
  const DedupOptions& options_;
  TemporaryFile& file_;
  UnitReader units_;
  std::vector<uint64_t> numbers_;  // of the block
};

// Returns the columns that the sinks have written; the blocks forget where.
std::unique_ptr<UnitColumns> take_columns(Records& records, PartKind kind,
                                          std::unique_ptr<TemporaryFile> file);

}  // namespace reprise::detail
