// The documents of a segment as they lie on disk: a Zstandard frame each, found by place or number.
//
//     frames     one behind another, in the order of the documents
//     index      for each document its number in the archive and where its frame begins, 64 bits
//                each; one more for the end
//
// Numbers ascend; none is given twice in the life of an archive. A merge copies frames as they are.
//
// Cost: some 15 µs to get a document of 4 KB. Any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reprise/archive/document_index.h"
#include "reprise/archive/document_record.h"
#include "reprise/archive/segment_file.h"

namespace reprise::detail {

// Returns the record as a frame, with a checksum of its own. Throws Error.
std::string packed_record(const DocumentRecord& record);

class TextsWriter {
 public:
  TextsWriter(const std::string& path, uint64_t segment);

  // Appends a frame. REQUIRES: numbers ascend.
  void add(uint64_t number, std::string_view frame);
  void finish();

 private:
  SegmentFileWriter file_;
  std::vector<uint64_t> index_;
};

class Texts {
 public:
  Texts(const std::string& path, uint64_t segment);

  uint32_t size() const { return index_.size(); }
  const CheckedFile& file() const { return file_; }

  uint64_t number_of(uint32_t place) const;
  // Returns the place of a document; nothing if the segment does not hold it.
  std::optional<uint32_t> place_of(uint64_t number) const;

  // Return a document and its frame. Throw Error if the file is damaged there.
  DocumentRecord record(uint32_t place) const;
  std::string_view frame(uint32_t place) const;

 private:
  CheckedFile file_;
  DocumentIndex index_;
};

}  // namespace reprise::detail
