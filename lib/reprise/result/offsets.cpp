// Counts bytes on disk, characters and units of UTF-16 along a text.
//
// Steps: while the text is read once, the counts are kept at every 512 bytes; a place is found by
// going back to the checkpoint before it and walking on, eight ASCII bytes at a time, else
// character by character. The inverse finds its checkpoint by bytes on disk and walks in ever
// smaller steps.
//
//     text            a    é      🎈             end
//     in the text     0    1      3              7
//     characters      0    1      2              3
//     UTF-16 on disk  0    2      4              8
//
// Cost: a binary search, and up to 512 bytes.
#include "reprise/result/offsets.h"

#include <algorithm>
#include <cstring>

#include "reprise/base/utf8.h"

namespace reprise::detail {
namespace {

constexpr size_t stride = 512;

// Returns whether the eight bytes from `at` on are there, and ASCII.
bool eight_ascii(std::string_view text, size_t at) {
  uint64_t eight;
  if (text.size() - at < sizeof eight) {
    return false;
  }
  std::memcpy(&eight, text.data() + at, sizeof eight);
  return (eight & 0x8080808080808080u) == 0;
}

}  // namespace

OffsetMap::OffsetMap(std::string_view text, Encoding encoding, const std::string& charset)
    : text_(text), encoding_(encoding) {
  if (encoding == Encoding::other) {
    widths_.emplace(charset, text);
  }
  Checkpoint last;
  checkpoints_.push_back(last);
  while (text_.size() - last.at > stride) {
    last = walk(last, last.at + stride);
    checkpoints_.push_back(last);
  }
}

OffsetMap::Place OffsetMap::place(size_t at) const {
  const auto after =
      std::upper_bound(checkpoints_.begin(), checkpoints_.end(), at,
                       [](size_t value, const Checkpoint& c) { return value < c.at; });
  const Checkpoint& from = *std::prev(after);
  return walk(from, at).place;
}

std::optional<size_t> OffsetMap::at(size_t byte) const {
  const auto is_before = [](size_t value, const Checkpoint& c) {
    return value < c.place.byte;
  };
  const auto after = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), byte, is_before);
  Checkpoint here = *std::prev(after);
  while (here.place.byte < byte && here.at < text_.size()) {
    // A byte of the text is at most four on disk (UTF-32), so that a step of a quarter of the rest
    // never leads too far.
    const size_t step = (byte - here.place.byte + 3) / 4;
    here = walk(here, std::min(here.at + step, text_.size()));
  }
  if (here.place.byte != byte) {
    return std::nullopt;
  }
  return here.at;
}

OffsetMap::Checkpoint OffsetMap::walk(Checkpoint from, size_t to) const {
  while (from.at < to) {
    if (!widths_ && eight_ascii(text_.substr(0, to), from.at)) {
      from.at += 8;
      from.place.character += 8;
      from.place.utf16 += 8;
      from.place.byte += encoding_ == Encoding::utf8 ? 8 : 16;
      continue;
    }
    const Decoded c = decode(text_, from.at);
    from.at += c.size;
    ++from.place.character;
    from.place.utf16 += c.code > 0xFFFF ? 2 : 1;
    from.place.byte += bytes_of(c);
  }
  return from;
}

size_t OffsetMap::bytes_of(const Decoded& character) const {
  switch (encoding_) {
    case Encoding::utf8: return character.size;
    case Encoding::other: return widths_->of(character.code);
    case Encoding::utf16_little_endian:
    case Encoding::utf16_big_endian: break;
  }
  return character.code > 0xFFFF ? 4 : 2;
}

size_t bytes_on_disk(const Document& document) {
  if (document.encoding == Encoding::utf8) {
    return document.text.size();
  }
  return OffsetMap(document.text, document.encoding, document.charset)
             .place(document.text.size())
             .byte -
         document.half_unit;
}

}  // namespace reprise::detail
