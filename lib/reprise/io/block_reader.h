// Whole records of a file in blocks of some megabytes: what several threads take apart at once.
// Records are lines, unless somebody says otherwise.
//
// A block ends with the end of a record, or of the file; a record longer than a block makes the
// block longer. The blocks, one after the other, are the file; but of a line beyond the limit only
// the beginning is kept, in a block of its own, and the rest is passed over:
//
//     limit 8, blocks of 4:  "ab\n" "abcdefghijkl\n" "c"
//     blocks "ab\n", "abcd" (9 passed over), "c"
//
// Memory: while it reads, twice the limit or the longest record, and a copy of at most one record a
// block. One thread at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/io/input_file.h"

namespace reprise::detail {

// Returns how many bytes at the front of `bytes`, which begin with a record, are whole records; 0:
// there is none yet.
using SizeOfRecords = std::function<size_t(std::string_view bytes)>;

// That of lines.
size_t size_of_lines(std::string_view bytes);

class BlockReader {
 public:
  // So many bytes behind a block may be read but mean nothing, as simdjson wants them.
  static constexpr size_t padding = 64;

  BlockReader(InputFile& file, size_t block_size, SizeOfRecords size_of_records = size_of_lines)
      : file_(file), block_size_(block_size), size_of_records_(std::move(size_of_records)) {}

  // The same for lines of at most `longest` bytes, about.
  BlockReader(InputFile& file, size_t block_size, size_t longest)
      : file_(file), block_size_(block_size), longest_(longest), size_of_records_(size_of_lines) {}

  // Puts the next block into `buffer`, whose room is used again, and returns a view of it; empty at
  // the end of the file. `padding` bytes behind it may be read. Throws Error.
  std::string_view next(std::string& buffer);

  // Returns how many bytes of the file stand between the last block and the next one: the rest of a
  // line that is too long, of which that block is the beginning. Mostly 0.
  uint64_t passed_over() const { return passed_over_; }

 private:
  std::string_view pass_over(std::string& buffer, size_t filled);

  InputFile& file_;
  size_t block_size_;
  size_t longest_ = SIZE_MAX;
  SizeOfRecords size_of_records_;
  uint64_t passed_over_ = 0;
  std::vector<char> rest_;  // the beginning of a record whose end comes with the next block
};

}  // namespace reprise::detail
