// The files of a segment: checked files (io/checked_file.h), synced when they are finished.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "reprise/io/checked_file.h"

namespace reprise::detail {

// What a file of a segment holds.
enum class SegmentFileKind : uint32_t {
  near = 1,   // keys of bands
  grams = 2,  // of passages
  texts = 3,
  words = 4  // their codes
};

// Returns "near", "grams", "texts" or "words": the ending of its name.
std::string_view name_of(SegmentFileKind kind);

// Returns what the file of this kind and segment has to be.
CheckedFileType type_of(SegmentFileKind kind, uint64_t segment);

class SegmentFileWriter {
 public:
  // Makes the file. Throws Error.
  SegmentFileWriter(std::string path, SegmentFileKind kind, uint64_t segment);
  ~SegmentFileWriter();  // without finish(), the file goes
  SegmentFileWriter(const SegmentFileWriter&) = delete;
  SegmentFileWriter& operator=(const SegmentFileWriter&) = delete;

  // Append to the content. Throw Error.
  void write(std::string_view bytes) { bytes_.write(bytes); }
  void write_numbers(std::span<const uint64_t> numbers) { bytes_.write_numbers(numbers); }
  uint64_t size() const { return bytes_.size(); }  // of the content so far

  // Writes the rest, and waits until the disk has it. Throws Error.
  void finish(std::array<uint64_t, 2> numbers);

 private:
  void put(std::string_view bytes) const;
  [[noreturn]] void fail(int code) const;

  std::string path_;
  CheckedBytes bytes_;
  int descriptor_ = -1;
  bool finished_ = false;
};

}  // namespace reprise::detail
