// Steps: every record once, its text becomes numbers (scan.h, hasher.h); numbers become decisions
// (decide.h), and parts of those that stay leave (parts/find.h); or, with a reference, who holds an
// item leaves (against.h). Nothing is written.
//
//     a.jsonl: "p q r"  "p q r"  "s t"     decisions 0 0 2     keeps 1 0 1
//
// Cost: one reading of everything, another of what has candidates; some 270 bytes a record.
#include "reprise/dedup.h"

#include <algorithm>
#include <atomic>

#include "reprise/base/parallel.h"
#include "reprise/corpus/input_size.h"
#include "reprise/dedup/against.h"
#include "reprise/dedup/decide.h"
#include "reprise/dedup/hasher.h"
#include "reprise/dedup/parts/find.h"
#include "reprise/dedup/parts/unit_sink.h"
#include "reprise/near/banding.h"

namespace reprise {

using namespace detail;
namespace {

Records read_all(std::span<const InputPath> inputs, const DedupOptions& options,
                 const DedupResult& result, TemporaryFile* column,
                 const DedupCallbacks& callbacks) {
  const uint64_t total = total_size(inputs);
  std::atomic<uint64_t> done = 0;
  ScanOptions scan_options{options.read, wanted_fields(options),
                           options.keep.kind == KeepRule::Kind::newest};
  ScanCallbacks scan_callbacks{
      [&]() -> std::unique_ptr<RecordSink> {
        if (result.reference) {
          return std::make_unique<ItemFinder>(*result.reference, options.words);
        }
        if (!options.documents) {
          return std::make_unique<UnitSink>(options, *column);
        }
        return std::make_unique<RecordHasher>(options, result.banding, column);
      },
      [&](uint64_t bytes) {
        const uint64_t read_so_far = done += bytes;  // other threads add to it, too
        tell_progress({Progress::Phase::reading, read_so_far, total});
      },
      callbacks.on_problem};
  return scan(inputs, scan_options, scan_callbacks);
}

// A field that no record has is a slip of the finger, mostly: the rule that asks for it decides
// nothing.
void tell_of_missing_fields(const Records& records, const DedupOptions& options,
                            const ProblemSink& on_problem) {
  const auto is_missing = [&](const auto& column) {
    return records.count > 0 && std::all_of(records.blocks.begin(), records.blocks.end(),
                                            [&](const Block& block) { return column(block); });
  };
  const bool no_groups = is_missing([](const Block& block) {
    return std::all_of(block.groups.begin(), block.groups.end(),
                       [](uint64_t group) { return group == no_group; });
  });
  const bool no_ranks = is_missing([](const Block& block) {
    return std::all_of(block.ranks.begin(), block.ranks.end(),
                       [](double rank) { return rank == no_rank; });
  });
  if (!options.within.empty() && no_groups) {
    on_problem({"--within", "no record has the field '" + options.within + "', so all are compared",
                "check the name of the field", false});
  }
  if (!reads_field(options.keep) || !no_ranks) {
    return;
  }
  const bool is_date = options.keep.kind == KeepRule::Kind::newest;
  const std::string field = is_date ? options.read.fields.date : options.keep.field;
  on_problem({"--keep",
              "no record has " + std::string(is_date ? "a date" : "a number or date") +
                  " in the field '" + field + "', so the first of several copies stays",
              "check the name of the field", false});
}

void stand_for_themselves(std::vector<Decision>& decisions) {
  for (uint32_t record = 0; record < decisions.size(); ++record) {
    decisions[record].kept = record;
  }
}

// Returns whether the first reading writes a column into a temporary file.
bool needs_column(const DedupOptions& options) {
  const bool spills_keys = options.documents && options.memory > 0;
  return options.against.empty() && (spills_keys || !options.documents);
}

// Records that hold an item leave.
void decide_by_items(DedupResult& result) {
  stand_for_themselves(result.decisions);
  for (const Block& block : result.records->blocks) {
    for (const FoundItem& item : block.items) {
      result.keeps[block.first + item.record] = false;
    }
  }
}

}  // namespace

DedupResult find_duplicates(std::span<const InputPath> inputs, const DedupOptions& options,
                            size_t examples, const DedupCallbacks& callbacks) {
  options.check();
  const Workers workers(options.threads, callbacks.control);
  DedupResult result;
  result.examples.most = examples;
  result.banding = choose_banding(options.sketch.slots, options.threshold);
  if (!options.against.empty()) {
    result.reference = std::make_shared<Reference>(read_reference(options, callbacks.on_problem));
  }

  // Every record once: its text becomes numbers, keys of bands or units of its parts.
  std::unique_ptr<TemporaryFile> column;
  if (needs_column(options)) {
    column = std::make_unique<TemporaryFile>(temporary_folder());
  }
  result.records =
      std::make_shared<Records>(read_all(inputs, options, result, column.get(), callbacks));
  if (!result.reference) {
    tell_of_missing_fields(*result.records, options, callbacks.on_problem);
  }

  // Numbers to decisions.
  result.decisions.resize(result.records->count);
  result.keeps.assign(result.records->count, true);
  if (result.reference) {
    decide_by_items(result);
    tell_of_short_items(options, *result.reference, *result.records, callbacks.on_problem);
    return result;
  }
  std::unique_ptr<UnitColumns> units;
  if (options.documents) {
    result.records->keys = std::move(column);
    result.decisions = decide(*result.records, options, result.banding, result.examples);
    for (uint32_t record = 0; record < result.records->count; ++record) {
      result.keeps[record] = result.decisions[record].kept == record;
    }
  } else {
    stand_for_themselves(result.decisions);
    units = take_columns(*result.records, options.parts.rules[0].kind, std::move(column));
  }
  if (!options.parts.rules.empty()) {
    result.parts = std::make_shared<PartsFound>(
        find_parts(*result.records, options, std::move(units), result.keeps));
  }
  return result;
}

std::string DedupResult::where(uint32_t record) const {
  return records->where(record);
}

}  // namespace reprise
