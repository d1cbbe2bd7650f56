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

// A file of the reference, or a folder whose files are an item each.
struct Benchmark {
  std::string name;
  uint64_t items = 0;        // that are sought
  uint64_t short_items = 0;  // that were left out
};

// The items of a reference, and where they are from.
struct ReferenceItems {
  std::vector<std::string> names;      // their ids
  std::vector<uint32_t> sizes;         // in words
  std::vector<uint32_t> benchmark_of;  // by item
  std::vector<uint32_t> field_of;      // by item, in `fields`
  std::vector<std::string> fields;     // as DedupOptions::item_fields has them
  std::vector<Benchmark> benchmarks;   // in the order in which they were read
};

// The reference, read and indexed.
struct Reference : ReferenceItems {
  Reference(ReferenceItems read, ReferenceIndex indexed)
      : ReferenceItems(std::move(read)), index(std::move(indexed)) {}

  // Returns the item's id, and its field behind it if items are fields.
  std::string shown_name(uint32_t item) const;

  ReferenceIndex index;
};

// What the corpus lost to one benchmark.
struct BenchmarkLoss {
  std::string name;
  uint64_t items = 0;
  uint64_t short_items = 0;
  uint64_t found = 0;      // items that a document holds
  uint64_t documents = 0;  // that hold one, and leave
};

// Returns them in the order of the benchmarks. REQUIRES: the records were searched for the items.
std::vector<BenchmarkLoss> count_losses(const Reference& reference, const Records& records);

// Reads the items from files and folders, as any documents. Throws Error if there are none, or a
// field that is to be one stands nowhere.
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
