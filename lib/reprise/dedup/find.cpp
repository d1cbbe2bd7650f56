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
#include "reprise/dedup/scan_table.h"
#include "reprise/near/banding.h"

namespace reprise {

using namespace detail;
namespace {

Records scan_input(std::span<const InputPath> inputs, const ScanOptions& options,
                   const ScanCallbacks& callbacks) {
  return scan(inputs, options, callbacks);
}

Records scan_input(const TextTable& table, const ScanOptions& options,
                   const ScanCallbacks& callbacks) {
  return scan_table(table, options, callbacks);
}

template <class Input>
Records read_all(const Input& input, const DedupOptions& options, const DedupResult& result,
                 TemporaryFile* column, const DedupCallbacks& callbacks) {
  const uint64_t total = total_size(input);
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
  return scan_input(input, scan_options, scan_callbacks);
}

// Returns whether no record has more than the value that stands for none. REQUIRES: the options
// asked for that column.
template <class Value>
bool is_missing(const Records& records, std::vector<Value> Block::*column, const Value& none) {
  const auto is_none = [&](const Value& value) {
    return value == none;
  };
  return records.count > 0 &&
         std::all_of(records.blocks.begin(), records.blocks.end(), [&](const Block& block) {
           return std::all_of((block.*column).begin(), (block.*column).end(), is_none);
         });
}

[[noreturn]] void refuse_missing(const std::string& option, const std::string& what) {
  throw Error(ErrorKind::usage, {option, "no record has " + what, "check the name of the field"});
}

// A field that no record has is a slip of the finger: the option that asks for it would decide
// nothing, and nobody would know.
void check_fields(const Records& records, const DedupOptions& options,
                  const ProblemSink& on_problem) {
  if (!options.within.empty() && is_missing(records, &Block::groups, no_group)) {
    refuse_missing("--within", "the field '" + options.within + "'");
  }
  if (!options.same.empty() && is_missing(records, &Block::values, no_same_value)) {
    refuse_missing("--same", "the field '" + options.same + "'");
  }
  if (!reads_field(options.keep) || !is_missing(records, &Block::ranks, no_rank)) {
    return;
  }
  const std::string field = "the field '" + field_of_rule(options) + "'";
  switch (options.keep.kind) {
    case KeepRule::Kind::source: refuse_missing("--keep", "one of the sources in " + field);
    case KeepRule::Kind::newest:
      return on_problem(
          {"--keep", "no record has a date in " + field + ", so the first of several copies stays",
           "check the name of the field", false});
    default: refuse_missing("--keep", "a number or date in " + field);
  }
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

// `input`: files or a table.
template <class Input>
DedupResult find(const Input& input, const DedupOptions& options, size_t examples,
                 const DedupCallbacks& callbacks) {
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
      std::make_shared<Records>(read_all(input, options, result, column.get(), callbacks));
  if (!result.reference) {
    check_fields(*result.records, options, callbacks.on_problem);
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
    Decided decided = decide(*result.records, options, result.banding, result.examples);
    result.decisions = std::move(decided.decisions);
    result.same = std::move(decided.same);
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

}  // namespace

DedupResult find_duplicates(std::span<const InputPath> inputs, const DedupOptions& options,
                            size_t examples, const DedupCallbacks& callbacks) {
  return find(inputs, options, examples, callbacks);
}

DedupResult find_duplicates(const TextTable& table, const DedupOptions& options, size_t examples,
                            const DedupCallbacks& callbacks) {
  return find(table, options, examples, callbacks);
}

uint64_t DedupResult::row(uint32_t record) const {
  return records->row(record);
}

std::string DedupResult::where(uint32_t record) const {
  return records->where(record);
}

}  // namespace reprise
