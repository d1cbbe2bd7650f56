// Whole lines of a file in blocks of some megabytes: what several threads take apart at once.
//
// A block ends with the end of a line, or of the file; a line longer than a block makes the block
// longer. The blocks, one after the other, are the file.
//
// Memory: the longest line, and a copy of at most one line a block. One thread at a time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reprise/io/input_file.h"

namespace reprise::detail {

class BlockReader {
 public:
  // So many bytes behind a block may be read but mean nothing, as simdjson wants them.
  static constexpr size_t padding = 64;

  explicit BlockReader(InputFile& file, size_t block_size) : file_(file), block_size_(block_size) {}

  // Puts the next block into `buffer`, whose room is used again, and returns a view of it; empty at
  // the end of the file. `padding` bytes behind it may be read. Throws Error.
  std::string_view next(std::string& buffer);

 private:
  InputFile& file_;
  size_t block_size_;
  std::vector<char> rest_;  // the beginning of a line whose end comes with the next block
};

}  // namespace reprise::detail
