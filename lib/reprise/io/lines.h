// Lines of a file of any size, one at a time.
//
// A line ends with \n (which is not part of it; a \r before it is); the last one may lack it. The
// view that next() gives is followed by `padding` bytes that may be read but mean nothing, as
// simdjson wants them.
//
// Memory: the longest line twice. Cost: memchr over every byte once. One thread at a time.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "reprise/io/input_file.h"

namespace reprise::detail {

class LineReader {
 public:
  static constexpr size_t padding = 64;

  explicit LineReader(InputFile& file) : file_(file), buffer_(block + padding) {}

  // Returns the next line, or nothing at the end of the file. The view holds until the next call.
  std::optional<std::string_view> next();

 private:
  static constexpr size_t block = size_t{1} << 20;

  InputFile& file_;
  std::vector<char> buffer_;
  size_t begin_ = 0, end_ = 0;  // bytes read and not yet given out
  bool at_end_ = false;
};

}  // namespace reprise::detail
