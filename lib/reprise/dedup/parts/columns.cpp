#include "reprise/dedup/parts/columns.h"

#include <algorithm>

namespace reprise::detail {

// Returns the window that holds these bytes of the file. If none does, it is the one that was used
// longest ago.
UnitColumns::Reader::Window& UnitColumns::Reader::window_of(uint64_t begin, uint64_t end) {
  for (Window& window : windows_) {
    if (begin >= window.begin && end <= window.end()) {
      window.used = ++now_;
      return window;
    }
  }
  Window& window =
      *std::min_element(windows_.begin(), windows_.end(),
                        [](const Window& x, const Window& y) { return x.used < y.used; });
  const uint64_t there = columns_.file_->size() - begin;
  const uint64_t wanted = std::min<uint64_t>(there, std::max<uint64_t>(end - begin, ahead_));
  window.begin = begin;
  window.used = ++now_;
  window.numbers.resize(wanted / sizeof(uint64_t));
  columns_.file_->read(begin,
                       {reinterpret_cast<char*>(window.numbers.data()), window.numbers.size() * 8});
  return window;
}

std::span<const uint64_t> UnitColumns::Reader::read(uint32_t record, uint32_t first,
                                                    uint32_t count) {
  const size_t wanted = count * columns_.width_;
  const uint64_t begin =
      columns_.begins_[record] + uint64_t{first} * columns_.width_ * sizeof(uint64_t);
  const Window& window = window_of(begin, begin + wanted * sizeof(uint64_t));
  return {window.numbers.data() + (begin - window.begin) / sizeof(uint64_t), wanted};
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
