// The units of all records as numbers, in a temporary file: what repeats are sought in.
//
// Memory: 12 bytes a record. File: 8 bytes a word, or 24 a part. The units of a record that was
// shortened are written anew, and those before them forgotten.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <vector>

#include "reprise/dedup/order.h"
#include "reprise/dedup/parts/units.h"
#include "reprise/io/temporary_file.h"

namespace reprise::detail {

class UnitColumns {
 public:
  UnitColumns(size_t width, std::unique_ptr<TemporaryFile> file, uint32_t records)
      : width_(width), file_(std::move(file)), begins_(records), counts_(records) {}

  size_t width() const { return width_; }
  uint32_t count(uint32_t record) const { return counts_[record]; }

  // Writes the units of records that follow one another; returns where they begin. Any thread.
  uint64_t append(std::span<const uint64_t> numbers) {
    return file_->append({reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()});
  }

  // Says where the units of a record begin. Any thread, each for other records.
  void set(uint32_t record, uint64_t begin, uint32_t count) {
    begins_[record] = begin;
    counts_[record] = count;
  }

  // From now on the record has no units.
  void clear(uint32_t record) { counts_[record] = 0; }

  // One reader a thread. Records that follow one another in the file are read in one go; so are
  // those that were written anew, which stand elsewhere.
  class Reader {
   public:
    // `ahead`: bytes that are read at once.
    explicit Reader(const UnitColumns& columns, size_t ahead = size_t{1} << 17)
        : columns_(columns), ahead_(ahead) {}

    // Returns the numbers of units; they hold until the next call. REQUIRES: the record has them.
    std::span<const uint64_t> read(uint32_t record, uint32_t first, uint32_t count);
    std::span<const uint64_t> read(uint32_t record) {
      return read(record, 0, columns_.count(record));
    }

   private:
    // A stretch of the file.
    struct Window {
      std::vector<uint64_t> numbers;
      uint64_t begin = 0;
      uint64_t used = 0;  // when

      uint64_t end() const { return begin + numbers.size() * sizeof(uint64_t); }
    };
    Window& window_of(uint64_t begin, uint64_t end);

    const UnitColumns& columns_;
    size_t ahead_;
    std::array<Window, 4> windows_;
    uint64_t now_ = 0;
  };

 private:
  size_t width_;
  std::unique_ptr<TemporaryFile> file_;
  std::vector<uint64_t> begins_;
  std::vector<uint32_t> counts_;
};

// Every unit has one number: its place among those of all records, taken in the order of keeping.
class UnitPlaces {
 public:
  UnitPlaces(const Order& order, const UnitColumns& columns, uint32_t records);

  struct Located {
    uint32_t record = 0;
    uint32_t unit = 0;
  };

  uint64_t begin(uint32_t record) const { return begins_[order_.place(record)]; }
  uint64_t total() const { return begins_.back(); }
  // Cost: a search among the records. REQUIRES: place < total().
  Located locate(uint64_t place) const;

 private:
  const Order& order_;
  std::vector<uint64_t> begins_;  // by the record's place in the order; and the end
};

}  // namespace reprise::detail
