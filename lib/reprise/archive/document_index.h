// Two numbers for each document, behind all else in a segment's file: how the files whose content
// is of documents, and of no fixed size, find one by its place.
//
//     content    "frame 0" "frame 1", filled up to a multiple of 8 bytes
//     index      (7, 0) (9, 40) (end, 90)     of place 0, of place 1, and one pair for the end
//
// Cost: a look, the blocks that it touches. Any thread.
#pragma once

#include <cstdint>
#include <span>

#include "reprise/archive/segment_file.h"

namespace reprise::detail {

inline constexpr uint64_t numbers_of_a_document = 2;

// Writes the index, pair after pair with one for the end, and ends the file. Throws Error.
void finish_with_index(std::span<const uint64_t> index, SegmentFileWriter& file);

class DocumentIndex {
 public:
  // Throws Error if the file cannot hold the index that it says it has. The file must outlive this.
  explicit DocumentIndex(const CheckedFile& file);

  uint32_t size() const { return static_cast<uint32_t>(count_); }  // in documents
  uint64_t begin() const { return begin_; }  // where the content ends, in bytes

  // Returns so many numbers, from the document's first on. Throws Error if the file is damaged
  // there.
  std::span<const uint64_t> from(uint32_t place, uint64_t numbers) const;

 private:
  const CheckedFile& file_;
  uint64_t count_ = 0;
  uint64_t begin_ = 0;
};

}  // namespace reprise::detail
