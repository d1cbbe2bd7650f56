// A file as blocks of whole records (io/block_reader.h): the stream of formats whose records follow
// one another.
//
// Memory: a megabyte, or the longest record.
#pragma once

#include <utility>

#include "reprise/corpus/stream.h"
#include "reprise/io/block_reader.h"

namespace reprise::detail {

class BlockStream : public FileStream {
 public:
  explicit BlockStream(InputFile file, SizeOfRecords size_of_records = size_of_lines)
      : FileStream(std::move(file)), blocks_(file_, block_size, std::move(size_of_records)) {}

  // The same for lines, of which those that are longer are passed over (FileBlock::passed_over).
  BlockStream(InputFile file, size_t longest_line)
      : FileStream(std::move(file)), blocks_(file_, block_size, longest_line) {}

  bool next(FileBlock& block) final {
    block.bytes = blocks_.next(block.buffer);
    block.is_first = read_ == 0;
    block.offset = read_;
    block.passed_over = blocks_.passed_over();
    read_ += block.bytes.size() + block.passed_over;
    return !block.bytes.empty();
  }

 private:
  static constexpr size_t block_size = size_t{1}
                                       << 20;  // with what is made of it, a second-level cache

  BlockReader blocks_;
  uint64_t read_ = 0;
};

}  // namespace reprise::detail
