// The hashes that everything is built from: for bytes, for words and for numbers.
//
// Both are fixed for all time: sketches, shingles and the order of equal things depend on them, and
// the same input has to give the same output in every version, on every processor. Neither resists
// an adversary who knows the seed.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace reprise::detail {

// Returns the 64-bit XXH3 hash of the bytes. Cost: a few nanoseconds for a word, over 10 GB/s for
// long input.
// Source: Collet, xxHash (https://xxhash.com), XXH3_64bits with a seed.
uint64_t hash_bytes(std::string_view bytes, uint64_t seed = 0);

// Returns that of the bytes of numbers, or of structs without gaps.
template <class Number>
uint64_t hash_numbers(const std::vector<Number>& numbers) {
  return hash_bytes(
      {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number)});
}

// Returns a bijective scramble of x: every bit of the result depends on every bit of x.
// Source: the finaliser of SplitMix64 (Steele, Lea, Flood 2014, with Stafford's constants, variant
// 13).
inline uint64_t mix(uint64_t x) {
  x += 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

__extension__ using Product = unsigned __int128;

// Two 64-bit numbers to one: multiplied to 128 bits, stirred with constants, multiplied and folded
// to 64 bits. The first product loses nothing of either number; each bit of it reaches every bit of
// the second.
inline uint64_t fold_products(uint64_t a, uint64_t b, uint64_t size) {
  const Product first = Product{a ^ 0x9e3779b97f4a7c15u} * (b ^ 0xd1b54a32d192ed03u ^ size);
  const Product second = Product{static_cast<uint64_t>(first) ^ 0xe7037ed1a0b428dbu ^ size} *
                         (static_cast<uint64_t>(first >> 64) ^ 0x8ebc6af09c88c6e3u);
  return static_cast<uint64_t>(second) ^ static_cast<uint64_t>(second >> 64);
}

// Keep masks for the two halves of up to 16 bytes: all ones below the size.
struct Halves {
  uint64_t first, second;
};
inline constexpr auto keep_of_size = [] {
  struct {
    Halves of[17];
  } table{};
  for (uint32_t size = 0; size <= 16; ++size) {
    const auto keep = [](uint32_t bytes) {
      return bytes == 0 ? 0 : ~uint64_t{0} >> (64 - 8 * bytes);
    };
    table.of[size] = {keep(std::min(size, 8u)), keep(std::max(size, 8u) - 8)};
  }
  return table;
}();

// Words of more bytes are hashed by hash_bytes.
inline constexpr size_t short_word = 16;

// Returns hash_word of a word of at most 16 bytes, without a branch. REQUIRES: 16 bytes from `word`
// on can be read; those behind the word count for nothing.
inline uint64_t hash_short_word(const char* word, size_t size) {
  uint64_t first, second;
  std::memcpy(&first, word, 8);
  std::memcpy(&second, word + 8, 8);
  const Halves keep = keep_of_size.of[size];
  return fold_products(first & keep.first, second & keep.second, size);
}

// Returns the 64-bit hash of a word: of at most 16 bytes by two multiplications, of more by
// hash_bytes. Little-endian processors, as everywhere. Cost: 2 to 4 ns. No collision is to be
// expected among millions of words, and each bit of the input changes each bit of the hash with a
// probability of one half (tests/hash_test.cpp).
// Source: the finish of wyhash (Wang Yi, https://github.com/wangyi-fudan/wyhash), with other
// constants.
inline uint64_t hash_word(std::string_view word) {
  const size_t size = word.size();
  if (size > short_word) {
    return hash_bytes(word);
  }
  // The bytes as two numbers, filled up with zeros, without reading past the word: the last bytes
  // are read once more.
  uint64_t first = 0, second = 0;
  if (size > 8) {
    std::memcpy(&first, word.data(), 8);
    std::memcpy(&second, word.data() + size - 8, 8);
    second >>= 8 * (16 - size);
  } else if (size >= 4) {
    uint32_t begin, end;
    std::memcpy(&begin, word.data(), 4);
    std::memcpy(&end, word.data() + size - 4, 4);
    first = begin | (uint64_t{end} >> 8 * (8 - size)) << 32;
  } else {
    for (size_t i = 0; i < size; ++i) {
      first |= uint64_t{static_cast<unsigned char>(word[i])} << 8 * i;
    }
  }
  return fold_products(first, second, size);
}

}  // namespace reprise::detail
