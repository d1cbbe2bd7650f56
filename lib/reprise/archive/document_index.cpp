#include "reprise/archive/document_index.h"

#include <string>

#include "reprise/archive/entries.h"

namespace reprise::detail {

void finish_with_index(std::span<const uint64_t> index, SegmentFileWriter& file) {
  // Numbers are read where they lie, so that they lie at multiples of their size.
  const uint64_t odd = file.size() % sizeof(uint64_t);
  if (odd != 0) {
    file.write(std::string(sizeof(uint64_t) - odd, '\0'));
  }
  const uint64_t begin = file.size();
  file.write_numbers(index);
  file.finish({index.size() / numbers_of_a_document - 1, begin});
}

DocumentIndex::DocumentIndex(const CheckedFile& file) : file_(file) {
  const auto [count, begin] = file.numbers();
  const uint64_t bytes = (count + 1) * numbers_of_a_document * sizeof(uint64_t);
  const bool can_be = count < most_in_segment && begin % sizeof(uint64_t) == 0 &&
                      begin <= file.size() && file.size() - begin == bytes;
  if (!can_be) {
    file.refuse("is damaged: its numbers contradict one another");
  }
  count_ = count;
  begin_ = begin;
}

std::span<const uint64_t> DocumentIndex::from(uint32_t place, uint64_t numbers) const {
  const uint64_t at = begin_ + uint64_t{place} * numbers_of_a_document * sizeof(uint64_t);
  return file_.numbers_at(at, numbers);
}

}  // namespace reprise::detail
