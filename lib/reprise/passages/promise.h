// Whether a chain of equal runs is worth aligning: most short runs are idle phrases amid words that
// have nothing in common.
//
//     a: "the mayor said | at the end of the day"    b: "gulls | at the end of the day | sang"
//     of the words around, fewer than four that tell something stand near each other: no
//
// Words may be keys or codes (word_codes.h): what promises by its keys, does so by its codes.
// Cost: some 40 words, each sought among 17. Pure; any thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

namespace reprise::detail {

// Words that are equal are no idle phrase, whatever stands around them.
inline constexpr uint32_t surely_promising = 16;

// A chain by its first run's places, the end of its last, and how many words of it are equal.
struct ChainOutline {
  uint32_t a = 0;
  uint32_t b = 0;
  uint32_t end_a = 0;
  uint32_t equal = 0;
};

// Returns whether the word stands in b, within a few words of `place`.
template <class Word>
bool stands_near(Word word, std::span<const Word> b, int64_t place) {
  constexpr int64_t around = 8;
  const auto size = static_cast<int64_t>(b.size());
  const int64_t first = std::clamp<int64_t>(place - around, 0, size);
  const int64_t last = std::clamp<int64_t>(place + around + 1, 0, size);
  return std::find(b.begin() + first, b.begin() + last, word) != b.begin() + last;
}

// Returns whether the words around the chain have enough in common to be worth aligning. The lowest
// bit of a word says that it is common.
template <class Word>
bool promises(std::span<const Word> a, std::span<const Word> b, const ChainOutline& chain) {
  constexpr uint32_t around = 16;
  constexpr uint32_t least = 4;
  if (chain.equal >= surely_promising) {
    return true;
  }
  const uint32_t end = std::min<uint32_t>(chain.end_a + around, static_cast<uint32_t>(a.size()));
  const int64_t shift = int64_t{chain.b} - int64_t{chain.a};
  uint32_t informative = 0;
  for (uint32_t i = chain.a - std::min(chain.a, around); i < end && informative < least; ++i) {
    const bool is_informative = a[i] % 2 == 0;
    informative += is_informative && stands_near(a[i], b, i + shift) ? 1U : 0U;
  }
  return informative >= least;
}

}  // namespace reprise::detail
