// A hash of bytes that come piece by piece: whether what is read again is what was read before.
//
//     ContentHasher hasher;
//     while (...) hasher.add(piece);
//     hasher.value()                   the same, however the bytes were cut
//
// Cost: over 10 GB/s. Source: XXH3_64bits, as hash_bytes.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

namespace reprise::detail {

struct ContentHash {
  uint64_t size = 0;  // of the bytes
  uint64_t hash = 0;
  friend bool operator==(const ContentHash&, const ContentHash&) = default;
};

class ContentHasher {
 public:
  ContentHasher();
  ~ContentHasher();
  ContentHasher(const ContentHasher&) = delete;
  ContentHasher& operator=(const ContentHasher&) = delete;

  void add(std::string_view bytes);
  ContentHash value() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace reprise::detail
