// Steps: the shard is read as dedup reads it (dedup/scan.h, dedup/hasher.h); the shingles of each
// document go to a temporary file; then columns of blocks become sections of two files. The file of
// keys comes last: where it is, both are.
#include "reprise/phases/keys.h"

#include <algorithm>
#include <filesystem>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"
#include "reprise/base/utf8.h"
#include "reprise/corpus/formats.h"
#include "reprise/corpus/input_size.h"
#include "reprise/dedup/hasher.h"
#include "reprise/dedup/scan.h"
#include "reprise/near/buckets.h"
#include "reprise/phases/documents.h"
#include "reprise/sketch/hash_sort.h"

namespace reprise::detail {
namespace {

namespace fs = std::filesystem;

// A record's columns, and its shingles into a file.
class SetSink final : public RecordSink {
 public:
  SetSink(const DedupOptions& options, const Banding& banding, TemporaryFile& column)
      : wanted_(options.verify == Verification::exact),
        hasher_(options, banding, nullptr),
        column_(column) {}

  void add(std::string_view text, const RecordPlace& place,
           std::span<const std::optional<std::string>> values, Block& block) override {
    hasher_.add(text, place, values, block);
    if (!wanted_) {
      return;
    }
    ShingleSet& set = hasher_.shingles();
    sort_unique(set);
    block.set_sizes.push_back(static_cast<uint32_t>(set.size()));
    sets_.insert(sets_.end(), set.begin(), set.end());
  }

  void end_block(Block& block) override {
    hasher_.end_block(block);
    block.sets = column_.append(
        {reinterpret_cast<const char*>(sets_.data()), sets_.size() * sizeof(uint64_t)});
    sets_.clear();
  }

 private:
  bool wanted_;
  RecordHasher hasher_;
  TemporaryFile& column_;
  std::vector<uint64_t> sets_;  // of the block
};

template <class Value>
std::vector<Value> joined(const Records& records, std::vector<Value> Block::*column) {
  std::vector<Value> all;
  for (const Block& block : records.blocks) {
    all.insert(all.end(), (block.*column).begin(), (block.*column).end());
  }
  return all;
}

template <class Value>
bool any_but(const std::vector<Value>& column, const Value& none) {
  return std::any_of(column.begin(), column.end(), [&](const Value& v) { return v != none; });
}

// Returns the keys of one band of all documents that have words, ascending; of the band behind the
// last one, those of their texts, of all.
std::vector<uint64_t> entries_of(const Records& records, uint32_t band, uint32_t bands) {
  std::vector<uint64_t> entries;
  for (const Block& block : records.blocks) {
    const uint32_t count = block.size_in_records();
    for (uint32_t i = 0; i < count; ++i) {
      if (band == bands) {
        const uint64_t group = block.groups.empty() ? 0 : block.groups[i];
        entries.push_back(bucket_entry(identity_key(block.texts[i], group), block.first + i));
      } else if (block.words[i] > 0) {
        entries.push_back(bucket_entry(block.keys[size_t{band} * count + i], block.first + i));
      }
    }
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

class KeysWriter {
 public:
  KeysWriter(const WorkFolder& folder, uint32_t shard, const DedupOptions& options,
             const Banding& banding)
      : folder_(folder),
        shard_(shard),
        head_(head_of_shard(options, shard)),
        bands_(banding.bands) {}

  void write_sets(const Records& records, const TemporaryFile& column) const {
    PhaseFileWriter file(folder_.of_shard(PhaseFileKind::sets, shard_), PhaseFileKind::sets, head_);
    file.begin_section();
    for (const Block& block : records.blocks) {
      file.append(std::span<const uint8_t>(block.slots));
    }
    std::vector<uint64_t> ends;
    for (const Block& block : records.blocks) {
      for (const uint32_t size : block.set_sizes) {
        ends.push_back((ends.empty() ? 0 : ends.back()) + size);
      }
    }
    file.add(ends);
    file.begin_section();
    std::vector<uint64_t> sets;
    for (const Block& block : records.blocks) {
      uint64_t count = 0;
      for (const uint32_t size : block.set_sizes) {
        count += size;
      }
      sets.resize(count);
      column.read(block.sets,
                  {reinterpret_cast<char*>(sets.data()), sets.size() * sizeof(uint64_t)});
      file.append(std::span<const uint64_t>(sets));
    }
    file.commit();
  }

  void write_keys(const Records& records, uint64_t rejected) const {
    PhaseFileWriter file(folder_.of_shard(PhaseFileKind::keys, shard_), PhaseFileKind::keys, head_);
    const std::vector<TextHash> texts = joined(records, &Block::texts);
    const std::vector<double> ranks = joined(records, &Block::ranks);
    const std::vector<uint64_t> groups = joined(records, &Block::groups);
    KeysFacts facts;
    facts.documents = records.count;
    facts.bytes = records.bytes;
    facts.rejected = rejected;
    facts.with_rank = any_but(ranks, no_rank) ? 1 : 0;
    facts.with_group = any_but(groups, no_group) ? 1 : 0;
    facts.texts = hash_numbers(texts);
    facts.all = mix(mix(facts.texts ^ hash_numbers(ranks)) ^ hash_numbers(groups));
    file.add(std::vector{facts});
    file.add(texts);
    file.add(lines_of(records));
    file.add(ranks);
    file.add(groups);
    write_entries(records, file);
    file.commit();
  }

 private:
  static std::vector<uint64_t> lines_of(const Records& records) {
    std::vector<uint64_t> lines;
    for (const Block& block : records.blocks) {
      for (const RecordPlace& place : block.places) {
        lines.push_back(block.first_line + place.line + 1);
      }
    }
    return lines;
  }

  void write_entries(const Records& records, PhaseFileWriter& file) const {
    std::vector<std::vector<uint64_t>> entries(bands_ + 1);
    parallel_for(entries.size(), [&](size_t band) {
      entries[band] = entries_of(records, static_cast<uint32_t>(band), bands_);
    });
    std::vector<uint64_t> begins{0};
    for (const std::vector<uint64_t>& of_band : entries) {
      begins.push_back(begins.back() + of_band.size());
    }
    file.add(begins);
    file.begin_section();
    for (const std::vector<uint64_t>& of_band : entries) {
      file.append(std::span<const uint64_t>(of_band));
    }
  }

  const WorkFolder& folder_;
  uint32_t shard_;
  PhaseHead head_;
  uint32_t bands_;
};

// Whether the keys are there, and younger than the shard.
bool keys_are_made(const WorkFolder& folder, const InputPath& input, uint32_t shard,
                   const PhaseHead& head) {
  const std::string keys = folder.of_shard(PhaseFileKind::keys, shard);
  const std::string sets = folder.of_shard(PhaseFileKind::sets, shard);
  std::error_code error;
  const fs::file_time_type made = fs::last_write_time(keys, error);
  if (error) {
    return false;
  }
  const fs::file_time_type written = fs::last_write_time(input.path, error);
  const bool is_younger = error || written <= made;
  return is_younger && is_done(keys, PhaseFileKind::keys, head) &&
         is_done(sets, PhaseFileKind::sets, head);
}

// Throws unless new keys of a shard that has some can still be used: what is decided goes by the
// old ones.
void check_undecided(const WorkFolder& folder, const InputPath& input, uint32_t shard,
                     const PhaseHead& head) {
  const bool has_keys =
      is_done(folder.of_shard(PhaseFileKind::keys, shard), PhaseFileKind::keys, head);
  if (has_keys && folder.open_round() > 1) {
    throw Error(ErrorKind::input,
                {repaired_utf8(input.path), "was written to since documents were decided",
                 "put it back as it was, or name another folder for a new start", false});
  }
}

}  // namespace

void check_phase_input(const InputPath& input) {
  const std::string where = repaired_utf8(input.path);
  if (input.path == "-") {
    throw Error(ErrorKind::usage, {"standard input", "can't be read by several phases",
                                   "save it as a file, or use reprise dedup"});
  }
  const Format* format = format_named(input.format);
  if (format && !format->in_lines()) {
    throw Error(ErrorKind::usage,
                {where, "is a document by itself, and phases take files of many",
                 "write the texts as JSONL, a record each; or use reprise dedup"});
  }
}

PhaseOutcome make_keys(const WorkFolder& folder, std::span<const InputPath> inputs, uint32_t shard,
                       const DedupOptions& options, const DedupCallbacks& callbacks) {
  check_phase_options(options);
  const InputPath& input = inputs[shard];
  check_phase_input(input);
  if (keys_are_made(folder, input, shard, head_of_shard(options, shard))) {
    return PhaseOutcome::was_done;
  }
  check_undecided(folder, input, shard, head_of_shard(options, shard));
  const Workers workers(options.threads, callbacks.control);
  const Banding banding = choose_banding(options.sketch.slots, options.threshold);
  TemporaryFile column(temporary_folder());
  uint64_t rejected = 0;
  const ScanCallbacks scanning{[&]() -> std::unique_ptr<RecordSink> {
                                 return std::make_unique<SetSink>(options, banding, column);
                               },
                               [](uint64_t) {},
                               [&](const Problem& problem) {
                                 rejected += problem.rejected ? 1 : 0;
                                 callbacks.on_problem(problem);
                               }};
  const bool by_date = options.keep.kind == KeepRule::Kind::newest;
  const Records records =
      scan(inputs.subspan(shard, 1), {options.read, wanted_fields(options), by_date}, scanning);
  check_phase_input(records.shards.front().files.front());  // its format is known now
  WorkFolder::make_room(folder.of_shard(PhaseFileKind::keys, shard));
  const KeysWriter writer(folder, shard, options, banding);
  writer.write_sets(records, column);
  writer.write_keys(records, rejected);
  return PhaseOutcome::done;
}

}  // namespace reprise::detail
