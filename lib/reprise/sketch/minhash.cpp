// Fast Similarity Sketching (minhash.h), with vectors where that pays.
//
// Steps: in each round every element is mixed with the round's salt; the upper bits of that say
// into which slot it is thrown, the lower ones how far; the slot keeps the smallest. Rounds go on
// until no slot is empty; after k of them, fill_rest aims at what is left.
//
//     k = 4, the set {a, b}
//     round 0    a falls into slot 2 with 0.7, b into slot 2 with 0.3    slots  -     -     0.3  -
//     round 1    a into slot 0 with 1.5, b into slot 2 with 1.1          slots  1.5   -     0.3  -
//     ...        a value of a later round is larger, so it beats nothing that an earlier one gave
//
// The set of few elements is thrown for some rounds at once (throw_several), as a round alone isn't
// worth its beginning. A large set is done after one: no slot is empty then.
//
// Cost: O(n + k log k) expected. Source: Dahlgaard, Knudsen, Thorup, FOCS 2017.
#include "reprise/sketch/minhash.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "reprise/base/hash.h"
// Before anything of Highway.
#include "reprise/base/targets.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "reprise/sketch/minhash.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which includes it anew for each target.
#include <hwy/highway.h>

#include "reprise/sketch/mix-inl.h"

HWY_BEFORE_NAMESPACE();
namespace reprise::detail::HWY_NAMESPACE {

constexpr uint64_t empty_slot = ~uint64_t{0};
// A slot's value is the round in the upper bits, so that a later round never beats an earlier one,
// and the throw below.
constexpr int throw_bits = 47;
constexpr uint64_t throw_mask = (uint64_t{1} << throw_bits) - 1;

// Returns floor(x k / 2^64): a slot for a random x. Uses its upper bits; the throw takes the lower
// ones.
inline uint32_t slot_of(uint64_t x, uint32_t k) {
  return static_cast<uint32_t>(((x >> 32) * k) >> 32);
}

inline uint64_t salt_of(const SketchOptions& options, uint64_t round) {
  return mix(options.seed ^ mix(round));
}

// Keeps the smaller value in each slot. Without branches: while many slots are empty, no one could
// foresee them.
void keep_smaller(const uint64_t* x, size_t count, uint64_t round, std::span<uint64_t> slots) {
  const auto k = static_cast<uint32_t>(slots.size());
  for (size_t i = 0; i < count; ++i) {
    uint64_t& slot = slots[slot_of(x[i], k)];
    const uint64_t value = round << throw_bits | (x[i] & throw_mask);
    const uint64_t before = slot;
    slot = value < before ? value : before;
  }
}

// The same with a branch that is hardly ever taken: nearly all slots were filled in an earlier
// round.
void keep_smaller_of_few(const uint64_t* x, size_t count, uint64_t round,
                         std::span<uint64_t> slots) {
  const auto k = static_cast<uint32_t>(slots.size());
  const uint64_t least = round << throw_bits;
  for (size_t i = 0; i < count; ++i) {
    uint64_t& slot = slots[slot_of(x[i], k)];
    if (slot >= least) [[unlikely]] {
      slot = std::min(slot, least | (x[i] & throw_mask));
    }
  }
}

// Throws that are mixed together: what fits the cache beside the slots.
constexpr size_t most_throws = 256;

// One round: throws all elements. `few` says that few slots are still empty.
void throw_all(std::span<const uint64_t> set, const SketchOptions& options, uint64_t round,
               bool few, std::span<uint64_t> slots) {
  alignas(64) std::array<uint64_t, most_throws> x;
  const uint64_t salt = salt_of(options, round);
  for (size_t at = 0; at < set.size(); at += most_throws) {
    const size_t count = std::min(most_throws, set.size() - at);
    mix_each(set.data() + at, count, salt, x.data());
    if (few) {
      keep_smaller_of_few(x.data(), count, round, slots);
    } else {
      keep_smaller(x.data(), count, round, slots);
    }
  }
}

// Some rounds of a set so small that a round alone is not worth its beginning. A round more than
// needed does no harm: it beats nothing.
void throw_several(std::span<const uint64_t> set, const SketchOptions& options, uint64_t round,
                   uint64_t rounds, std::span<uint64_t> slots) {
  alignas(64) std::array<uint64_t, most_throws> salted;
  alignas(64) std::array<uint64_t, most_throws> x;
  uint64_t* next = salted.data();
  for (uint64_t r = 0; r < rounds; ++r) {
    const uint64_t salt = salt_of(options, round + r);
    for (const uint64_t element : set) {
      *next++ = element ^ salt;
    }
  }
  mix_each(salted.data(), set.size() * rounds, 0, x.data());
  for (uint64_t r = 0; r < rounds; ++r) {
    keep_smaller(x.data() + r * set.size(), set.size(), round + r, slots);
  }
}

uint64_t count_empty(std::span<const uint64_t> slots) {
  uint64_t count = 0;
  for (const uint64_t slot : slots) {
    count += slot == empty_slot;
  }
  return count;
}

// The last k rounds aim at one slot each.
void fill_rest(std::span<const uint64_t> set, const SketchOptions& options,
               std::span<uint64_t> slots) {
  for (size_t s = 0; s < slots.size(); ++s) {
    if (slots[s] != empty_slot) {
      continue;
    }
    const uint64_t round = slots.size() + s;
    const uint64_t salt = salt_of(options, round);
    for (const uint64_t element : set) {
      slots[s] = std::min(slots[s], round << throw_bits | (mix(element ^ salt) & throw_mask));
    }
  }
}

void sketch(std::span<const uint64_t> set, const SketchOptions& options,
            std::span<uint64_t> slots) {
  const uint64_t k = slots.size();
  std::fill(slots.begin(), slots.end(), empty_slot);
  const uint64_t at_once = std::max<uint64_t>(1, most_throws / 2 / set.size());
  uint64_t empty = k;
  for (uint64_t round = 0; round < k && empty > 0;) {
    const uint64_t rounds = std::min(at_once, k - round);
    if (rounds == 1) {
      throw_all(set, options, round, empty < k / 16, slots);
    } else {
      throw_several(set, options, round, rounds, slots);
    }
    round += rounds;
    empty = count_empty(slots);
  }
  if (empty > 0) {
    fill_rest(set, options, slots);
  }
}

}  // namespace reprise::detail::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace reprise::detail {
namespace {

constexpr auto sketchers = REPRISE_TARGET_VERSIONS(sketch);

}  // namespace

void make_sketch(std::span<const uint64_t> set, const SketchOptions& options,
                 std::span<uint64_t> slots) {
  choose_version(sketchers)(set, options, slots);
}

Sketch make_sketch(std::span<const uint64_t> set, const SketchOptions& options) {
  Sketch slots;
  if (set.empty()) {
    return slots;
  }
  slots.resize(options.slots);
  make_sketch(set, options, slots);
  return slots;
}

double estimate_jaccard(std::span<const uint64_t> a, std::span<const uint64_t> b) {
  if (a.empty() || b.empty()) {
    return 0;
  }
  size_t equal = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    equal += a[i] == b[i];
  }
  return static_cast<double>(equal) / static_cast<double>(a.size());
}

}  // namespace reprise::detail
#endif  // HWY_ONCE
