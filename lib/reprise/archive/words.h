// The words of a segment's documents as codes (passages/word_codes.h), found by place: what says of
// a document that it has no passage, without unpacking it.
//
//     codes      16 bits each: those of a document's text, then those of its title
//     index      for each document where its text and its title begin, in codes, 64 bits each; one
//                such pair more for the end
//
// None are there where the seeds of passages are runs of characters.
//
// Cost: two bytes a word; of a look, the blocks that it touches. Any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "reprise/archive/document_index.h"
#include "reprise/archive/segment_file.h"
#include "reprise/passages/word_codes.h"

namespace reprise::detail {

struct CodesOfDocument {
  std::span<const WordCode> text;
  std::span<const WordCode> title;
};

class WordsWriter {
 public:
  WordsWriter(const std::string& path, uint64_t segment);

  void add(const CodesOfDocument& codes);
  void finish();

 private:
  void write(std::span<const WordCode> codes);

  SegmentFileWriter file_;
  std::vector<uint64_t> index_;
};

class Words {
 public:
  Words(const std::string& path, uint64_t segment);

  uint32_t size() const { return index_.size(); }  // in documents
  const CheckedFile& file() const { return file_; }

  // REQUIRES: place < size(). Throws Error if the file is damaged there.
  CodesOfDocument of(uint32_t place) const;

 private:
  std::span<const WordCode> codes(uint64_t begin, uint64_t end) const;

  CheckedFile file_;
  DocumentIndex index_;
};

}  // namespace reprise::detail
