// mix (base/hash.h) for many numbers at once; compiled once for each target. The numbers are the
// same as mix gives.
#if defined(REPRISE_SKETCH_MIX_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef REPRISE_SKETCH_MIX_INL_H_
#undef REPRISE_SKETCH_MIX_INL_H_
#else
#define REPRISE_SKETCH_MIX_INL_H_
#endif

#include <hwy/highway.h>

#include <cstddef>
#include <cstdint>

#include "reprise/base/hash.h"

HWY_BEFORE_NAMESPACE();
namespace reprise::detail::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

// Vectors of less than 256 bits multiply 64-bit numbers no faster than the processor does without
// them.
#undef REPRISE_MIX_VECTORS
#if HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_AVX2
#define REPRISE_MIX_VECTORS 1
#else
#define REPRISE_MIX_VECTORS 0
#endif

#if REPRISE_MIX_VECTORS

template <class D, class V = hn::Vec<D>>
HWY_INLINE V mix_vector(D d, V x) {
  x = hn::Add(x, hn::Set(d, 0x9e3779b97f4a7c15u));
  x = hn::Mul(hn::Xor(x, hn::ShiftRight<30>(x)), hn::Set(d, 0xbf58476d1ce4e5b9u));
  x = hn::Mul(hn::Xor(x, hn::ShiftRight<27>(x)), hn::Set(d, 0x94d049bb133111ebu));
  return hn::Xor(x, hn::ShiftRight<31>(x));
}

#endif

// out[i] = mix(in[i] ^ salt) for all i below count. REQUIRES: no overlap.
inline void mix_each(const uint64_t* in, size_t count, uint64_t salt, uint64_t* out) {
  size_t i = 0;
#if REPRISE_MIX_VECTORS
  const hn::ScalableTag<uint64_t> d;
  const size_t lanes = hn::Lanes(d);
  const auto salts = hn::Set(d, salt);
  for (; i + lanes <= count; i += lanes) {
    hn::StoreU(mix_vector(d, hn::Xor(hn::LoadU(d, in + i), salts)), d, out + i);
  }
  if (i < count && count >= lanes) {  // once more, together with some that are done
    hn::StoreU(mix_vector(d, hn::Xor(hn::LoadU(d, in + count - lanes), salts)), d,
               out + count - lanes);
    return;
  }
#endif
  for (; i < count; ++i) {
    out[i] = mix(in[i] ^ salt);
  }
}

}  // namespace reprise::detail::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif  // REPRISE_SKETCH_MIX_INL_H_
