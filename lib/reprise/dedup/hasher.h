// A record's text becomes numbers: the columns of a block (records.h).
//
// A hasher keeps its buffers from record to record, so that nothing is allocated for most of them.
// One thread at a time.
#pragma once

#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/dedup.h"
#include "reprise/dedup/records.h"
#include "reprise/dedup/scan.h"
#include "reprise/near/banding.h"
#include "reprise/sketch/shingle.h"

namespace reprise::detail {

// Of a record without the field that the rule of keeping reads, or that it stays within.
inline constexpr double no_rank = -std::numeric_limits<double>::infinity();
inline constexpr uint64_t no_group = 0;
inline constexpr TextHash no_same_value{};

// Returns whether the rule asks for a field.
bool reads_field(const KeepRule& rule);

// Returns the field that the rule of keeping asks for. REQUIRES: it does.
std::string field_of_rule(const DedupOptions& options);

// Returns the fields of a record that the options need the values of, in the order in which
// RecordHasher::add takes them.
std::vector<std::string> wanted_fields(const DedupOptions& options);

// Returns the shingles of a text, by the options; for the exact comparison.
ShingleSet shingles_of(std::string_view record, const DedupOptions& options);

// The same for one text after another, in the room of those before.
class ShingleReader {
 public:
  explicit ShingleReader(const DedupOptions& options) : options_(options) {}
  ShingleSet read(std::string_view record);

 private:
  const DedupOptions& options_;
  std::string decoded_;
  std::vector<uint64_t> words_, shingles_;
};

// Appends to the columns that every run needs (place, hash of the text, number of words), and to
// those that the rule of keeping and `within` ask for.
void append_record(std::string_view text, const RecordPlace& place,
                   std::span<const std::optional<std::string>> values, size_t words,
                   const DedupOptions& options, Block& block);

class RecordHasher final : public RecordSink {
 public:
  // `spill` gets the keys of the bands; nullptr: they stay in the block.
  RecordHasher(const DedupOptions& options, const Banding& banding, TemporaryFile* spill)
      : options_(options), banding_(banding), spill_(spill) {}

  // Appends the record to the block's columns. `values`: of wanted_fields().
  void add(std::string_view text, const RecordPlace& place,
           std::span<const std::optional<std::string>> values, Block& block) override;

  void end_block(Block& block) override;

  // Returns the shingles of the last record; those of words as they came, and perhaps twice.
  ShingleSet& shingles() { return shingles_; }

 private:
  void add_sketch(Block& block);
  void add_sample(Block& block);
  void roll(std::string_view record);

  const DedupOptions& options_;
  Banding banding_;
  TemporaryFile* spill_;
  std::string decoded_;
  std::vector<uint64_t> words_, shingles_, slots_;
  std::vector<uint32_t> sample_, keys_;  // keys_: of the block, record after record
};

// One shingle in so many is sampled for the candidates of containment: those whose hash it divides.
inline constexpr uint64_t sample_rate = 4;

}  // namespace reprise::detail
