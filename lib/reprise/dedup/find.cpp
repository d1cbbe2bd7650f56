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
#include "reprise/dedup/sources.h"
#include "reprise/near/banding.h"

namespace reprise {

using namespace detail;
namespace {

// What the first reading of a run is done with.
struct FirstReading {
  ScanOptions scan;
  ScanCallbacks callbacks;
};

// `total`: bytes that there are to read; 0: nobody knows. What it is given must outlive it.
FirstReading first_reading(const DedupOptions& options, const DedupResult& result,
                           TemporaryFile* column, const ProblemSink& on_problem, uint64_t total,
                           std::atomic<uint64_t>& done) {
  const auto make_own = [&options, &result, column]() -> std::unique_ptr<RecordSink> {
    if (result.reference) {
      return std::make_unique<ItemFinder>(*result.reference, options.words);
    }
    if (!options.documents) {
      return std::make_unique<UnitSink>(options, *column);
    }
    return std::make_unique<RecordHasher>(options, result.banding, column);
  };
  const auto make_sink = [&options, make_own]() -> std::unique_ptr<RecordSink> {
    if (options.note_sources) {
      return std::make_unique<SourceNoter>(make_own());
    }
    return make_own();
  };
  const auto on_bytes = [&done, total](uint64_t bytes) {
    const uint64_t read_so_far = done += bytes;  // other threads add to it, too
    tell_progress({Progress::Phase::reading, read_so_far, total});
  };
  std::vector<std::string> fields = wanted_fields(options);
  if (options.note_sources) {
    fields.push_back(options.read.fields.source);
  }
  return {{options.read, std::move(fields), options.keep.kind == KeepRule::Kind::newest},
          {make_sink, on_bytes, on_problem}};
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

// Returns a result without records: what the first reading needs to know.
DedupResult begin_result(const DedupOptions& options, size_t examples,
                         const ProblemSink& on_problem) {
  DedupResult result;
  result.examples.most = examples;
  result.banding = choose_banding(options.sketch.slots, options.threshold);
  if (!options.against.empty()) {
    result.reference = std::make_shared<Reference>(read_reference(options, on_problem));
  }
  return result;
}

// Returns the file for what the first reading writes (needs_column), or nullptr.
std::unique_ptr<TemporaryFile> make_column(const DedupOptions& options) {
  return needs_column(options) ? std::make_unique<TemporaryFile>(temporary_folder()) : nullptr;
}

// Numbers to decisions. REQUIRES: all records were read.
void decide_all(DedupResult& result, const DedupOptions& options,
                std::unique_ptr<TemporaryFile> column, const ProblemSink& on_problem) {
  if (!result.reference) {
    check_fields(*result.records, options, on_problem);
  }
  result.decisions.resize(result.records->count);
  result.keeps.assign(result.records->count, true);
  if (result.reference) {
    decide_by_items(result);
    tell_of_short_items(options, *result.reference, *result.records, on_problem);
    return;
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
}

// The whole run; `read` makes the records by what it is given.
template <class Read>
DedupResult run(const DedupOptions& options, size_t examples, const DedupCallbacks& callbacks,
                uint64_t total, const Read& read) {
  options.check();
  const Workers workers(options.threads, callbacks.control);
  DedupResult result = begin_result(options, examples, callbacks.on_problem);
  std::unique_ptr<TemporaryFile> column = make_column(options);
  std::atomic<uint64_t> done = 0;
  result.records = std::make_shared<Records>(
      read(first_reading(options, result, column.get(), callbacks.on_problem, total, done)));
  decide_all(result, options, std::move(column), callbacks.on_problem);
  return result;
}

}  // namespace

DedupResult find_duplicates(std::span<const InputPath> inputs, const DedupOptions& options,
                            size_t examples, const DedupCallbacks& callbacks) {
  return run(options, examples, callbacks, total_size(inputs),
             [&](const FirstReading& first) { return scan(inputs, first.scan, first.callbacks); });
}

DedupResult find_duplicates(const TextTable& table, const DedupOptions& options, size_t examples,
                            const DedupCallbacks& callbacks) {
  return run(options, examples, callbacks, total_size(table), [&](const FirstReading& first) {
    Records records;
    scan_table(table, first.scan, first.callbacks, records);
    return records;
  });
}

struct DedupFeed::State {
  State(const DedupOptions& asked, ProblemSink told)
      : options(asked), on_problem(std::move(told)) {}

  DedupOptions options;
  ProblemSink on_problem;
  DedupResult result;
  std::unique_ptr<TemporaryFile> column;
  std::atomic<uint64_t> done = 0;
};

DedupFeed::DedupFeed(const DedupOptions& options, ProblemSink on_problem, size_t examples)
    : state_(std::make_unique<State>(options, std::move(on_problem))) {
  State& s = *state_;
  s.options.check();
  const Workers workers(options.threads);
  s.result = begin_result(s.options, examples, s.on_problem);
  s.column = make_column(s.options);
  s.result.records = std::make_shared<Records>();
  s.result.records->spool = std::make_unique<TemporaryFile>(temporary_folder());
}

DedupFeed::~DedupFeed() = default;

void DedupFeed::add(const TextTable& batch, const std::string& name, const RunControl& control) {
  State& s = *state_;
  const Workers workers(s.options.threads, control);
  const FirstReading first =
      first_reading(s.options, s.result, s.column.get(), s.on_problem, 0, s.done);
  scan_batch(batch, name, first.scan, first.callbacks, *s.result.records);
}

DedupResult DedupFeed::finish(const RunControl& control) {
  State& s = *state_;
  const Workers workers(s.options.threads, control);
  decide_all(s.result, s.options, std::move(s.column), s.on_problem);
  return std::move(s.result);
}

uint64_t DedupResult::row(uint32_t record) const {
  return records->row(record);
}

std::string DedupResult::where(uint32_t record) const {
  return records->where(record);
}

}  // namespace reprise
