// Decontamination: which records hold an item of a reference set (near/reference.h).
//
// Records are not compared with one another here. A record that holds an item leaves.
#pragma once

#include <string>
#include <vector>

#include "reprise/dedup.h"
#include "reprise/dedup/records.h"
#include "reprise/dedup/scan.h"
#include "reprise/near/reference.h"

namespace reprise::detail {

// The reference, read and indexed.
struct Reference {
  std::vector<std::string> names;  // of the items: their ids
  std::vector<uint32_t> sizes;     // of the items, in words
  ReferenceIndex index;
};

// Reads the items from files and folders, as any documents. Throws Error if there are none.
Reference read_reference(const DedupOptions& options, const ProblemSink& on_problem);

// Says how many records leave for nothing but items that are too short to be a trace of anything:
// the answer "yes" stands in half of all pages.
void tell_of_short_items(const DedupOptions& options, const Reference& reference,
                         const Records& records, const ProblemSink& on_problem);

// Puts what the records hold into Block::items.
class ItemFinder final : public RecordSink {
 public:
  ItemFinder(const Reference& reference, const Normalisation& words)
      : reference_(reference), rules_(words) {}
  void add(std::string_view record, const RecordPlace& place,
           std::span<const std::optional<std::string>> values, Block& block) override;

 private:
  const Reference& reference_;
  const Normalisation& rules_;
  std::vector<uint64_t> words_;
};

}  // namespace reprise::detail
