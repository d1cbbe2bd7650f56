// Keys for engines, and the walk of their buckets.
//
// Steps of the keys: rows are read as dedup reads a table in memory; the columns of its blocks
// become columns of numbers. Steps of the walk: what is neither open nor left is kept; pairs of
// documents that have left are of no use to whoever wants to know only what stays.
//
// Cost: that of dedup's first reading; a look-up by halving for each document of a bucket.
#include "engine_calls.h"

#include <algorithm>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"
#include "reprise/dedup/estimate.h"
#include "reprise/dedup/hasher.h"
#include "reprise/dedup/scan_table.h"
#include "reprise/phases/bucket_walk.h"
#include "reprise/phases/join.h"
#include "reprise/phases/options.h"
#include "watched.h"

namespace reprise::python {
namespace {

using detail::Block;
using detail::BucketWalk;
using detail::DocumentName;
using detail::PhaseState;

int64_t signed_bits(uint64_t bits) {
  return static_cast<int64_t>(bits);
}

// The columns of document_keys.
struct KeyColumns {
  std::vector<int64_t> rows, groups, low, high;
  std::vector<double> ranks;
  ListValues keys, slots;

  void add(const Block& block, uint32_t i, const Banding& banding, uint32_t slots_of_sketch) {
    const uint64_t group = block.groups.empty() ? 0 : block.groups[i];
    rows.push_back(signed_bits(block.first_line + block.places[i].line));
    groups.push_back(signed_bits(group));
    low.push_back(signed_bits(block.texts[i].low ^ detail::mix(group)));
    high.push_back(signed_bits(block.texts[i].high));
    ranks.push_back(block.ranks.empty() ? 0 : block.ranks[i]);
    for (size_t band = 0; block.words[i] > 0 && band < banding.bands; ++band) {
      add_key(band, block.keys[band * block.size_in_records() + i]);
    }
    add_key(banding.bands, detail::identity_key(block.texts[i], group));
    keys.end_list();
    constexpr size_t in_a_number = sizeof(uint64_t);
    const size_t numbers = (slots_of_sketch + in_a_number - 1) / in_a_number;
    std::vector<uint64_t> packed(numbers);
    std::copy_n(block.slots.data() + size_t{i} * slots_of_sketch, slots_of_sketch,
                reinterpret_cast<uint8_t*>(packed.data()));
    for (const uint64_t number : packed) {
      slots.numbers.push_back(signed_bits(number));
    }
    slots.end_list();
  }

 private:
  void add_key(size_t band, uint32_t key) {
    keys.numbers.push_back(signed_bits(uint64_t{band} << 32 | key));
  }
};

std::span<const uint64_t> numbers_in(const nb::bytes& bytes) {
  return {reinterpret_cast<const uint64_t*>(bytes.c_str()), bytes.size() / sizeof(uint64_t)};
}

bool holds(std::span<const uint64_t> ascending, uint64_t number) {
  return std::binary_search(ascending.begin(), ascending.end(), number);
}

}  // namespace

std::vector<std::string> engine_columns(const Arguments& arguments) {
  const DedupOptions options = dedup_options_of(arguments);
  detail::check_phase_options(options);
  return detail::wanted_fields(options);
}

TableOut document_keys(const TableIn& table, const std::string& text, const Arguments& arguments,
                       const nb::object& on_progress) {
  const DedupOptions options = dedup_options_of(arguments);
  detail::check_phase_options(options);
  const auto texts = table.texts(text);
  const TextTable input = text_table(table, texts, options);
  const Banding banding = detail::choose_banding(options.sketch.slots, options.threshold);
  const detail::ScanCallbacks scanning{[&]() -> std::unique_ptr<detail::RecordSink> {
                                         return std::make_unique<detail::RecordHasher>(
                                             options, banding, nullptr);
                                       },
                                       [](uint64_t) {},
                                       [](const Problem&) {
                                       }};
  const auto records = watched(on_progress, [&](const RunControl& control) {
    const detail::Workers workers(options.threads, control);
    auto made = std::make_unique<detail::Records>();
    detail::scan_table(input, {options.read, detail::wanted_fields(options), false}, scanning,
                       *made);
    return made;
  });
  KeyColumns columns;
  for (const Block& block : records->blocks) {
    for (uint32_t i = 0; i < block.size_in_records(); ++i) {
      columns.add(block, i, banding, options.sketch.slots);
    }
  }
  TableOut out;
  out.add("row", {std::move(columns.rows), {}});
  out.add("rank", {std::move(columns.ranks), {}});
  out.add("group", {std::move(columns.groups), {}});
  out.add("low", {std::move(columns.low), {}});
  out.add("high", {std::move(columns.high), {}});
  out.add("keys", {std::move(columns.keys), {}});
  out.add("slots", {std::move(columns.slots), {}});
  return out;
}

nb::tuple bucket_pairs(const nb::bytes& ends, const nb::bytes& documents, const nb::bytes& open,
                       const nb::bytes& left, uint32_t round) {
  const std::span<const uint64_t> names = numbers_in(documents);
  const std::span<const uint64_t> are_open = numbers_in(open), have_left = numbers_in(left);
  const auto state_of = [&](DocumentName name) {
    if (holds(have_left, name)) {
      return PhaseState::left;
    }
    return round == 1 || holds(are_open, name) ? PhaseState::open : PhaseState::kept;
  };
  BucketWalk walk(detail::open_heads(round));
  uint64_t begin = 0;
  for (const uint64_t end : numbers_in(ends)) {
    if (end < begin || end > names.size()) {
      throw Error(ErrorKind::usage, {"buckets", "are out of order", "give where each ends"});
    }
    walk.walk(names.subspan(begin, end - begin), state_of);
    begin = end;
  }
  std::vector<int64_t> paired, heads, waiting;
  for (const detail::NamedPair& pair : walk.pairs) {
    if (!holds(have_left, pair.document)) {
      paired.push_back(signed_bits(pair.document));
      heads.push_back(signed_bits(pair.head));
    }
  }
  for (const DocumentName name : walk.waiting) {
    waiting.push_back(signed_bits(name));
  }
  return nb::make_tuple(ColumnOut({std::move(paired), {}}), ColumnOut({std::move(heads), {}}),
                        ColumnOut({std::move(waiting), {}}));
}

uint32_t least_equal_slots(const Arguments& arguments) {
  const DedupOptions options = dedup_options_of(arguments);
  const uint32_t slots = options.sketch.slots;
  const detail::SketchRule rule(options);
  const bool is_exact = options.verify == Verification::exact;
  const double hopeful = detail::least_hopeful(options.threshold, slots);
  std::vector<uint8_t> a(slots), b(slots, 1);
  for (uint32_t equal = 0; equal <= slots; ++equal) {
    const double estimate = detail::jaccard_of_slots(a, b);
    if (is_exact ? estimate >= hopeful : rule.similarity(estimate) >= options.threshold) {
      return equal;
    }
    if (equal < slots) {
      b[equal] = 0;
    }
  }
  return slots;
}

}  // namespace reprise::python
