// The two hashes that everything is built from: one for bytes, one for numbers.
//
// Both are fixed for all time: sketches, shingles and the order of equal things depend on them, and the same input
// has to give the same output in every version, on every processor. Neither resists an adversary who knows the seed.
#pragma once

#include <cstdint>
#include <string_view>

namespace reprise {

// Returns the 64-bit XXH3 hash of the bytes. Cost: a few nanoseconds for a word, over 10 GB/s for long input.
// Source: Collet, xxHash (https://xxhash.com), XXH3_64bits with a seed.
uint64_t hash_bytes(std::string_view bytes, uint64_t seed = 0);

// Returns a bijective scramble of x: every bit of the result depends on every bit of x.
// Source: the finaliser of SplitMix64 (Steele, Lea, Flood 2014, with Stafford's constants, variant 13).
inline uint64_t mix(uint64_t x) {
  x += 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

}  // namespace reprise
