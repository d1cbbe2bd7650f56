// A half-open stretch of a text, counted in bytes: the one way in which Reprise says where
// something stands.
//
// A span is 8 bytes, so that a token stays at 16. The price is that one text may hold at most 4 GiB
// - 1 bytes; reading rejects a longer one with a word about it (read.h).
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace reprise {

struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  // Returns the bytes of `text` that the span covers. REQUIRES: end <= text.size().
  std::string_view in(std::string_view text) const { return text.substr(begin, size()); }

  friend auto operator<=>(const Span&, const Span&) = default;
};

// Returns how many bytes two spans share; 0 if they only touch.
inline uint32_t overlap(Span a, Span b) {
  const uint32_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return begin < end ? end - begin : 0;
}

}  // namespace reprise
