// A sorted list of keys with the documents that have them, as it lies in a segment: which documents
// of the segment have this key?
//
//     entries      64 bits each, ascending: the key (32), whether it is of a title (1), the place
//                  of the document in the segment (31)
//     directory    where the entries begin whose keys have these upper bits, one for some 64
//
//     of(key)      one look into the directory, a search among some 64 entries
//
// Cost: 8.1 bytes an entry; a look-up touches two or three blocks of 4,096 bytes. Any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "reprise/archive/segment_file.h"

namespace reprise::detail {

// Documents of a segment; their places need a bit less than 32.
inline constexpr uint32_t most_in_segment = uint32_t{1} << 31;

struct Entry {
  uint32_t key = 0;
  bool of_title = false;
  uint32_t place = 0;
};

inline uint64_t packed(const Entry& entry) {
  const uint64_t title = entry.of_title ? most_in_segment : 0;
  return uint64_t{entry.key} << 32 | title | entry.place;
}

inline Entry unpacked(uint64_t bits) {
  const auto low = static_cast<uint32_t>(bits);
  return {static_cast<uint32_t>(bits >> 32), low >= most_in_segment, low % most_in_segment};
}

// Sorts entries by their keys; those of equal keys stay in their order. Cost: some 6 ns an entry,
// and memory for them twice.
void sort_by_key(std::vector<uint64_t>& entries);

class EntriesWriter {
 public:
  // `most`: how many entries there will be at most. Throws Error.
  EntriesWriter(const std::string& path, SegmentFileKind kind, uint64_t segment, uint64_t most);

  // Appends entries. REQUIRES: they ascend, and none before them is larger.
  void add(std::span<const uint64_t> entries);
  void finish();

 private:
  SegmentFileWriter file_;
  uint32_t bits_;
  std::vector<uint64_t> directory_;  // so far
  uint64_t count_ = 0;
};

class Entries {
 public:
  Entries(const std::string& path, SegmentFileKind kind, uint64_t segment);

  uint64_t size() const { return count_; }
  const CheckedFile& file() const { return file_; }

  // Returns the entries of the key, as packed. Throws Error if the file is damaged there.
  std::span<const uint64_t> of(uint32_t key) const;

  // Returns `count` entries from the `first` on.
  std::span<const uint64_t> slice(uint64_t first, uint64_t count) const {
    return file_.numbers_at(first * sizeof(uint64_t), count);
  }

 private:
  CheckedFile file_;
  uint64_t count_ = 0;
  uint32_t bits_ = 0;
};

}  // namespace reprise::detail
