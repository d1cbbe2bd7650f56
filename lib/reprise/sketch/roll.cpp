// roll_shingles: the polynomial of n words, with vectors where that pays.
//
// Rolling needs two multiplications a shingle, each of which waits for the one before. For small n
// the polynomial is worked out anew for each shingle instead, by Horner's rule: n - 1
// multiplications, but of many shingles side by side.
#include <algorithm>

#include "reprise/base/hash.h"
#include "reprise/sketch/shingle.h"
// Before anything of Highway.
#include "reprise/base/targets.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "reprise/sketch/roll.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which includes it anew for each target.
#include <hwy/highway.h>

#include "reprise/sketch/mix-inl.h"

HWY_BEFORE_NAMESPACE();
namespace reprise::detail::HWY_NAMESPACE {

// Writes as many shingles as fill vectors, the first ones, and returns how many these are. The rest
// is the caller's: a call at the end of this function is made with the upper halves of vectors in
// use, and then what comes next without AVX, as xxHash, takes three times as long.
size_t roll_vectors([[maybe_unused]] const uint64_t* words, [[maybe_unused]] size_t n,
                    [[maybe_unused]] size_t count, [[maybe_unused]] uint64_t* out) {
  size_t i = 0;
#if REPRISE_MIX_VECTORS
  // Beyond, rolling is faster: AVX2 has no multiplication of 64 bits and makes one of three.
  constexpr size_t largest = HWY_TARGET == HWY_AVX3 ? 8 : 2;
  if (n <= largest) {
    const hn::ScalableTag<uint64_t> d;
    const auto bases = hn::Set(d, shingle_base);
    const size_t lanes = hn::Lanes(d);
    for (; i + lanes <= count; i += lanes) {
      auto sum = hn::LoadU(d, words + i);
      for (size_t j = 1; j < n; ++j) {
        sum = hn::Add(hn::Mul(sum, bases), hn::LoadU(d, words + i + j));
      }
      hn::StoreU(mix_vector(d, sum), d, out + i);
    }
  }
#endif
  return i;
}

}  // namespace reprise::detail::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace reprise::detail {
namespace {

constexpr auto rollers = REPRISE_TARGET_VERSIONS(roll_vectors);

// Writes the shingles from `first` on; `count` in all.
void roll_on(const uint64_t* words, size_t n, size_t first, size_t count, uint64_t* out) {
  uint64_t leaving = 1;  // B^n, the weight of the word that leaves
  uint64_t sum = 0;
  for (size_t i = 0; i < n; ++i) {
    leaving *= shingle_base;
    sum = sum * shingle_base + words[first + i];
  }
  for (size_t i = first; i < count; ++i) {
    out[i] = mix(sum);
    if (i + 1 < count) {
      sum = sum * shingle_base + (words[i + n] - words[i] * leaving);
    }
  }
}

}  // namespace

void roll_shingles(std::span<const uint64_t> words, uint32_t size, std::vector<uint64_t>& hashes) {
  const size_t n = std::min<size_t>(size, words.size());
  hashes.resize(n == 0 ? 0 : words.size() - n + 1);
  if (n == 0) {
    return;
  }
  const size_t done = choose_version(rollers)(words.data(), n, hashes.size(), hashes.data());
  if (done < hashes.size()) {
    roll_on(words.data(), n, done, hashes.size(), hashes.data());
  }
}

}  // namespace reprise::detail
#endif  // HWY_ONCE
