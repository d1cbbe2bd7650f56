// What dedup remembers of each record: some 270 bytes, never its text.
//
// Records are held in blocks, by columns, as they were read: a stretch of a JSONL file with its
// whole lines, or some text files. A record has a number, its place among all that were read.
//
// Whatever is read again is held against a hash of the first reading: of the block's bytes where it
// is copied, of the text where it is compared. So nobody writes to an input unnoticed.
//
// Sizes a record, at 128 slots and 21 bands: 12 bytes for its place, 16 for the hash of its text, 4
// for its words, 128 for the sketch, 84 for the keys of the bands; 8 more for a rule of keeping by
// a value, 8 for a field to stay within, 16 for one that makes copies.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reprise/corpus/stream.h"
#include "reprise/io/input_file.h"
#include "reprise/io/temporary_file.h"
#include "reprise/read.h"
#include "reprise/span.h"

namespace reprise::detail {

// The texts of a table: in memory, where they belong to whoever made it, or in the spool, because
// they were gone after the first reading.
struct TableTexts {
  std::string name = {};  // of its file; empty: rows are called by their numbers alone
  bool is_spooled = false;
  uint64_t rows_before = 0;  // of the batches that were read
  std::span<const std::optional<std::string_view>> rows = {};
  std::unordered_map<uint32_t, std::string> mended = {};  // of records that were no valid UTF-8
};

// What is read from front to back: a file whose records are lines, or files that are a record each
// and follow one another. One of these that can't be read twice (from a pipe) is alone.
struct Shard {
  std::vector<InputPath> files;
  bool in_lines = false;  // as Format::in_lines has it
  bool seekable = false;  // its records can be read again where they stand; else they were spooled
  std::vector<FileVersion> versions = {};  // of the files as they were read
  std::string head = {};                   // as FileStream::head gives it
  bool in_members = false;  // Layout::members: packed, each record is a member of its own
  std::vector<ContentHash> contents = {};  // of files that are a record each, as they lie on disk
  std::shared_ptr<TableTexts> table = {};  // if it is a table, and no file

  // Returns the file of a record. Of what was spooled there is one alone, and places are of its
  // texts.
  const InputPath& file_of(const RecordPlace& place) const {
    return files[in_lines || !seekable ? 0 : place.begin];
  }
};

struct TextHash {
  uint64_t low = 0, high = 0;
  friend auto operator<=>(const TextHash&, const TextHash&) = default;
};

TextHash hash_text(std::string_view text);

// Returns a key that records have in common if their texts, or values, are the same and they are of
// one group; others by chance.
uint32_t identity_key(const TextHash& hash, uint64_t group);

// An item of the reference that a record holds.
struct FoundItem {
  uint32_t record = 0;  // its number in the block
  uint32_t item = 0;
  double share = 0;  // of the item
  Span span;         // of the record's text
};

struct Block {
  uint32_t shard = 0;
  uint64_t offset = 0;       // of its bytes in the file, or in the spool
  uint64_t size = 0;         // in bytes
  uint64_t passed_over = 0;  // bytes behind them, of a line too long (FileBlock::passed_over)
  uint64_t content = 0;      // the hash of its bytes, if its records are lines
  uint64_t first_line = 0;   // counted from 0
  uint64_t lines = 0;
  uint32_t first = 0;  // the number of its first record
  // Of files that are a record each: `begin` is the number in the shard, or the place of the text
  // in the spool and `size` that of the text.
  std::vector<RecordPlace> places;
  std::vector<TextHash> texts;
  std::vector<uint32_t> words;  // of each record
  std::vector<uint8_t> slots;  // the lower 8 bits of each slot of the sketches, record after record
  std::vector<uint32_t> keys;  // of the bands, band after band
  uint64_t spilled_keys = 0;   // where they stand in the temporary file, if `keys` was spilled
  std::vector<uint32_t> sample;  // for containment: sampled shingles, ascending in each record
  std::vector<uint32_t> sample_ends;
  std::vector<double> ranks;          // by KeepRule; larger is kept rather
  std::vector<uint64_t> groups;       // by `within`
  std::vector<TextHash> values;       // of the field `same`
  std::vector<uint64_t> sources;      // for reports (sources.h)
  uint64_t units = 0;                 // where those of its records begin in their column, which
  std::vector<uint32_t> unit_counts;  // parts are sought in, if the first reading makes it
  uint64_t sets = 0;                  // where those of its records begin in their column: sets of
  std::vector<uint32_t> set_sizes;    // shingles, where phases (phases/keys.h) are to compare them
  std::vector<FoundItem> items;  // for decontamination: what the records hold, record after record

  uint32_t size_in_records() const { return static_cast<uint32_t>(places.size()); }
};

// All records, and how to read them again.
class Records {
 public:
  std::vector<Shard> shards;
  std::vector<Block> blocks;  // in the order of the shards
  uint32_t count = 0;
  uint64_t bytes = 0;                    // of the texts and their markup, uncompressed
  std::unique_ptr<TemporaryFile> spool;  // of what can't be read twice
  std::unique_ptr<TemporaryFile> keys;   // of the bands, where memory is short

  // A record's block, and its number there.
  struct Found {
    const Block& block;
    uint32_t index;
  };
  Found find(uint32_t record) const;

  // Returns FILE or FILE:LINE; of a table, "row 17" or FILE:ROW.
  std::string where(uint32_t record) const;

  // Returns the row of a record, counted from 0; of a file, the line. REQUIRES: its records are
  // lines or rows.
  uint64_t row(uint32_t record) const;

  // Returns the text of a record of a table in memory, where it lies. REQUIRES: it is one.
  std::string_view text_in_memory(uint32_t record) const;

  // Returns the bytes of `size` at `begin` of the block, in `buffer`, with
  // BlockReader::padding bytes behind it. Any thread. Throws Error, also if the file has changed
  // since it was read. REQUIRES: a block of a file in lines, or one that was spooled.
  std::string_view read(const Block& block, uint64_t begin, uint64_t size,
                        std::vector<char>& buffer) const;

  // Returns all bytes of a block of a file in lines, the same way; they are those of the first
  // reading, or an Error is thrown.
  std::string_view read_whole(const Block& block, std::vector<char>& buffer) const;

 private:
  int descriptor_of(const Shard& shard, bool& close_afterwards) const;

  struct Descriptors;  // of files that stay open
  std::shared_ptr<Descriptors> descriptors_ = make_descriptors();
  static std::shared_ptr<Descriptors> make_descriptors();
};

// Returns what a row of a table is called in messages: "row 17", or "a.parquet:17" if its file has
// a name; counted from 0.
std::string name_of_row(uint64_t row, const std::string& file = {});

// Throw the Errors that say so.
[[noreturn]] void throw_changed(const std::string& path);
[[noreturn]] void throw_not_opened_again(const std::string& path, int code);

}  // namespace reprise::detail
