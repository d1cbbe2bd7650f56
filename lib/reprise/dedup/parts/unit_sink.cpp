#include "reprise/dedup/parts/unit_sink.h"

#include "reprise/dedup/hasher.h"

namespace reprise::detail {

void UnitSink::add(std::string_view text, const RecordPlace& place,
                   std::span<const std::optional<std::string>> values, Block& block) {
  const size_t before = numbers_.size();
  const uint32_t words = units_.append(text, numbers_);
  append_record(text, place, values, words, options_, block);
  block.unit_counts.push_back(
      static_cast<uint32_t>((numbers_.size() - before) / unit_width(units_.kind())));
}

void UnitSink::end_block(Block& block) {
  block.units = file_.append(
      {reinterpret_cast<const char*>(numbers_.data()), numbers_.size() * sizeof(uint64_t)});
  numbers_.clear();
}

std::unique_ptr<UnitColumns> take_columns(Records& records, PartKind kind,
                                          std::unique_ptr<TemporaryFile> file) {
  const size_t width = unit_width(kind);
  auto columns = std::make_unique<UnitColumns>(width, std::move(file), records.count);
  for (Block& block : records.blocks) {
    uint64_t place = block.units;
    for (uint32_t i = 0; i < block.size_in_records(); ++i) {
      columns->set(block.first + i, place, block.unit_counts[i]);
      place += block.unit_counts[i] * width * sizeof(uint64_t);
    }
    block.unit_counts = {};
  }
  return columns;
}

}  // namespace reprise::detail
