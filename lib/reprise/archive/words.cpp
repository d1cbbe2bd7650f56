#include "reprise/archive/words.h"

#include "reprise/archive/entries.h"

namespace reprise::detail {
namespace {

constexpr uint64_t of_a_document = 2;  // numbers of the index

}  // namespace

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
  const uint64_t count = index_.size() / of_a_document;
  write({});
  write({});
  // Numbers are read where they lie, so that they lie at multiples of their size.
  const uint64_t odd = file_.size() % sizeof(uint64_t);
  if (odd != 0) {
    file_.write(std::string(sizeof(uint64_t) - odd, '\0'));
  }
  const uint64_t begin = file_.size();
  file_.write_numbers(index_);
  file_.finish({count, begin});
}

Words::Words(const std::string& path, uint64_t segment)
    : file_(path, type_of(SegmentFileKind::words, segment)) {
  const auto [count, begin] = file_.numbers();
  const uint64_t index_bytes = (count + 1) * of_a_document * sizeof(uint64_t);
  const bool can_be = count < most_in_segment && begin % sizeof(uint64_t) == 0 &&
                      begin <= file_.size() && file_.size() - begin == index_bytes;
  if (!can_be) {
    file_.refuse("is damaged: its numbers contradict one another");
  }
  count_ = count;
  index_ = begin;
}

std::span<const WordCode> Words::codes(uint64_t begin, uint64_t end) const {
  if (begin > end || end > index_ / sizeof(WordCode)) {
    file_.refuse("is damaged: its index is out of order");
  }
  const std::string_view bytes =
      file_.bytes(begin * sizeof(WordCode), (end - begin) * sizeof(WordCode));
  return {reinterpret_cast<const WordCode*>(bytes.data()), end - begin};
}

CodesOfDocument Words::of(uint32_t place) const {
  const uint64_t at = index_ + uint64_t{place} * of_a_document * sizeof(uint64_t);
  const std::span<const uint64_t> index = file_.numbers_at(at, of_a_document + 1);
  return {codes(index[0], index[1]), codes(index[1], index[2])};
}

}  // namespace reprise::detail
