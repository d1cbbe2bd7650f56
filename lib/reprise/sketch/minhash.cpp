#include "reprise/sketch/minhash.h"

#include <cstddef>

#include "reprise/base/hash.h"

namespace reprise {
namespace {

constexpr uint64_t empty_slot = ~uint64_t{0};
// A slot's value is the round in the upper bits, so that a later round never beats an earlier one, and the throw below.
constexpr int throw_bits = 47;
constexpr uint64_t throw_mask = (uint64_t{1} << throw_bits) - 1;

// Returns floor(x k / 2^64): a slot for a random x. Uses its upper bits; the throw takes the lower ones.
uint32_t slot_of(uint64_t x, uint32_t k) { return static_cast<uint32_t>(((x >> 32) * k) >> 32); }

}  // namespace

Sketch make_sketch(std::span<const uint64_t> set, const SketchOptions& options) {
  Sketch slots;
  if (set.empty()) return slots;
  const uint32_t k = options.slots;
  slots.assign(k, empty_slot);
  uint32_t unfilled = k;
  for (uint64_t round = 0; unfilled > 0; ++round) {
    const uint64_t salt = mix(options.seed ^ mix(round));
    for (const uint64_t element : set) {
      const uint64_t x = mix(element ^ salt);
      // The last k rounds aim at one slot each.
      const uint32_t slot = round < k ? slot_of(x, k) : static_cast<uint32_t>(round - k);
      const uint64_t value = round << throw_bits | (x & throw_mask);
      unfilled -= slots[slot] == empty_slot;
      if (value < slots[slot]) slots[slot] = value;
    }
  }
  return slots;
}

double estimate_jaccard(std::span<const uint64_t> a, std::span<const uint64_t> b) {
  if (a.empty() || b.empty()) return 0;
  size_t equal = 0;
  for (size_t i = 0; i < a.size(); ++i) equal += a[i] == b[i];
  return static_cast<double>(equal) / static_cast<double>(a.size());
}

}  // namespace reprise
