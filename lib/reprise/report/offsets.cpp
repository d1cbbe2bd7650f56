#include "reprise/report/offsets.h"

#include <algorithm>

#include "reprise/base/utf8.h"

namespace reprise {
namespace {

constexpr size_t stride = 512;

}  // namespace

OffsetMap::OffsetMap(std::string_view text, Encoding encoding) : text_(text), encoding_(encoding) {
  Checkpoint last;
  checkpoints_.push_back(last);
  for (size_t at = 0; at < text_.size();) {
    const size_t size = decode(text_, at).size;
    at += size;
    if (at - last.at < stride) continue;
    last = {at, walk(last.place, last.at, at)};
    checkpoints_.push_back(last);
  }
}

OffsetMap::Place OffsetMap::place(size_t at) const {
  const auto after = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), at,
                                      [](size_t value, const Checkpoint& c) { return value < c.at; });
  const Checkpoint& from = *std::prev(after);
  return walk(from.place, from.at, at);
}

OffsetMap::Place OffsetMap::walk(Place place, size_t from, size_t to) const {
  while (from < to) {
    const Decoded c = decode(text_, from);
    from += c.size;
    ++place.character;
    if (encoding_ == Encoding::utf8) {
      place.byte += c.size;
    } else {
      place.byte += c.code > 0xFFFF ? 4 : 2;
    }
  }
  return place;
}

}  // namespace reprise
