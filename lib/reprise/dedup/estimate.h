// How alike two records are by their sketches, and when that is worth a comparison of shingles.
//
//     128 slots, 100 of them equal: (100/128 - 1/256) / (1 - 1/256) = 0.78; for a threshold of 0.8
//     the pair is compared. 40 equal slots, 0.31: it is not.
//
// Cost: some nanoseconds a pair. Source: b-bit sketches are those of Li and König, b-Bit Minwise
// Hashing, WWW 2010.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>

#include "reprise/dedup.h"
#include "reprise/near/banding.h"

namespace reprise::detail {

// Returns the least estimate that leaves hope of a similarity of `least`: five standard deviations
// below, which a pair at `least` falls short of less than once in a million times. Where it is
// above 0, it grows with `least`.
inline double least_hopeful(double least, uint32_t slots) {
  return least - 5 * std::sqrt(least * (1 - least) / slots) - 1.0 / slots;
}

// Returns the Jaccard similarity that the lower 8 bits of two sketches' slots stand for. Two slots
// of different sets agree in them once in 256 times.
inline double jaccard_of_slots(std::span<const uint8_t> a, std::span<const uint8_t> b) {
  size_t equal = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    equal += a[i] == b[i];
  }
  const double share = static_cast<double>(equal) / static_cast<double>(a.size());
  return std::max(0.0, (share - 1.0 / 256) / (1 - 1.0 / 256));
}

// What an estimate is worth where no shingles are compared: itself; with `off`, whatever met in a
// bucket is a copy.
class SketchRule {
 public:
  explicit SketchRule(const DedupOptions& options)
      : trusts_buckets_(options.verify == Verification::off), threshold_(options.threshold) {
    // Sketches that agree in a band are at least that alike. The keys of bands, of 32 bits, agree
    // by chance as well.
    const Banding banding = choose_banding(options.sketch.slots, options.threshold);
    least_of_band_ = (banding.rows - 1.0) / options.sketch.slots;
  }

  double similarity(double estimate) const {
    if (!trusts_buckets_) {
      return estimate;
    }
    return estimate < least_of_band_ ? 0 : std::max(estimate, threshold_);
  }

 private:
  bool trusts_buckets_;
  double threshold_;
  double least_of_band_ = 0;
};

}  // namespace reprise::detail
