#include "reprise/dedup/parts/columns.h"

#include <algorithm>

namespace reprise::detail {

std::span<const uint64_t> UnitColumns::Reader::read(uint32_t record, uint32_t first,
                                                    uint32_t count) {
  const size_t wanted = count * columns_.width_;
  const uint64_t begin =
      columns_.begins_[record] + uint64_t{first} * columns_.width_ * sizeof(uint64_t);
  const uint64_t end = begin + wanted * sizeof(uint64_t);
  const uint64_t window_end = begin_ + window_.size() * sizeof(uint64_t);
  if (begin < begin_ || end > window_end) {
    const uint64_t there = (columns_.file_->size() - begin) / sizeof(uint64_t);
    window_.resize(std::min<uint64_t>(there, std::max(wanted, ahead_ / sizeof(uint64_t))));
    begin_ = begin;
    columns_.file_->read(
        begin, {reinterpret_cast<char*>(window_.data()), window_.size() * sizeof(uint64_t)});
  }
  return {window_.data() + (begin - begin_) / sizeof(uint64_t), wanted};
}

UnitPlaces::UnitPlaces(const Order& order, const UnitColumns& columns, uint32_t records)
    : order_(order), begins_(size_t{records} + 1) {
  for (uint32_t place = 0; place < records; ++place) {
    begins_[place + 1] = begins_[place] + columns.count(order.record(place));
  }
}

UnitPlaces::Located UnitPlaces::locate(uint64_t place) const {
  const auto behind = std::upper_bound(begins_.begin(), begins_.end(), place);
  const auto found = static_cast<size_t>(behind - begins_.begin()) - 1;
  return {order_.record(static_cast<uint32_t>(found)),
          static_cast<uint32_t>(place - begins_[found])};
}

}  // namespace reprise::detail
