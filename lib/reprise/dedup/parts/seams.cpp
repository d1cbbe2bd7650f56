#include "reprise/dedup/parts/seams.h"

#include <algorithm>
#include <numeric>

namespace reprise::detail {

bool Seams::under(size_t begin, size_t size) const {
  const auto first = std::upper_bound(places.begin(), places.end(), begin);
  return first != places.end() && *first < begin + size;
}

bool Seams::is_counted(size_t anchor) const {
  return std::binary_search(counted.begin(), counted.end(), anchor);
}

Seams unknown_seams(size_t words) {
  Seams seams;
  seams.places.resize(words);
  std::iota(seams.places.begin(), seams.places.end(), 0u);
  return seams;
}

Seams find_seams(std::span<const uint64_t> before, std::span<const UnitRange> cut,
                 std::span<const uint64_t> left, std::span<const uint32_t> anchors,
                 uint32_t anchor_size) {
  Seams seams;
  uint32_t done = 0;  // words of before
  uint32_t now = 0;   // those of them that are left
  bool are_the_same = true;
  auto anchor = anchors.begin();
  const auto keep = [&](uint32_t end) {
    const uint32_t count = end - done;
    const auto piece = before.subspan(done, count);
    are_the_same = are_the_same && now + count <= left.size() &&
                   std::equal(piece.begin(), piece.end(), left.begin() + now);
    for (anchor = std::lower_bound(anchor, anchors.end(), done);
         anchor != anchors.end() && *anchor + anchor_size <= end; ++anchor) {
      seams.counted.push_back(*anchor - done + now);
    }
    now += count;
  };
  for (const UnitRange range : cut) {
    keep(range.begin);
    seams.places.push_back(now);
    done = range.end;
  }
  keep(static_cast<uint32_t>(before.size()));
  return are_the_same && now == left.size() ? seams : unknown_seams(left.size());
}

}  // namespace reprise::detail
