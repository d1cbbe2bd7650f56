#include "reprise/archive/words.h"

namespace reprise::detail {

WordsWriter::WordsWriter(const std::string& path, uint64_t segment)
    : file_(path, SegmentFileKind::words, segment) {}

void WordsWriter::write(std::span<const WordCode> codes) {
  index_.push_back(file_.size() / sizeof(WordCode));
  file_.write({reinterpret_cast<const char*>(codes.data()), codes.size_bytes()});
}

void WordsWriter::add(const CodesOfDocument& codes) {
  write(codes.text);
  write(codes.title);
}

void WordsWriter::finish() {
  write({});
  write({});
  finish_with_index(index_, file_);
}

Words::Words(const std::string& path, uint64_t segment)
    : file_(path, type_of(SegmentFileKind::words, segment)), index_(file_) {}

std::span<const WordCode> Words::codes(uint64_t begin, uint64_t end) const {
  if (begin > end || end > index_.begin() / sizeof(WordCode)) {
    file_.refuse("is damaged: its index is out of order");
  }
  const std::string_view bytes =
      file_.bytes(begin * sizeof(WordCode), (end - begin) * sizeof(WordCode));
  return {reinterpret_cast<const WordCode*>(bytes.data()), end - begin};
}

CodesOfDocument Words::of(uint32_t place) const {
  const std::span<const uint64_t> index = index_.from(place, numbers_of_a_document + 1);
  return {codes(index[0], index[1]), codes(index[1], index[2])};
}

}  // namespace reprise::detail
