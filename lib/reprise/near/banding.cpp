// Chooses bands, and finds the sketches that agree in one.
//
// Steps of choosing: from one row upwards, the most rows whose expected recall is still enough.
//
// Steps of finding: for each band, the sketches are sorted by a hash of its rows; those with the
// same hash are a bucket, and each of its first 64 is paired with all that follow. The pairs of all
// bands are sorted, and repetitions left out.
//
//     sketches    0: 5 9 | 2 2    1: 5 9 | 7 1    2: 4 4 | 7 1      two bands of two rows
//     band 0      0 and 1         band 1   1 and 2
//
// Cost: a sort a band. Bands run in parallel. Sources: see the header.
#include "reprise/near/banding.h"

#include <algorithm>
#include <utility>

#include "reprise/base/hash.h"
#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"

namespace reprise::detail {
namespace {

using Keyed = std::pair<uint64_t, DocumentId>;  // a band's key, and the document

uint64_t band_key(std::span<const uint64_t> rows) {
  uint64_t key = 0;
  for (uint64_t slot : rows) {
    key = mix(key ^ slot);
  }
  return key;
}

// By multiplication: a library's pow may differ between processors in the last bit, and this is
// reported.
double power(double base, uint32_t exponent) {
  double result = 1;
  for (uint32_t i = 0; i < exponent; ++i) {
    result *= base;
  }
  return result;
}

// Returns the pairs of one band, in no order.
std::vector<DocumentPair> pairs_of_band(std::span<const Sketch> sketches, size_t band,
                                        uint32_t rows) {
  std::vector<Keyed> keys;
  keys.reserve(sketches.size());
  for (DocumentId i; i < sketches.size(); ++i) {
    if (!sketches[i].empty()) {
      keys.emplace_back(band_key(std::span(sketches[i]).subspan(band * rows, rows)), i);
    }
  }
  std::sort(keys.begin(), keys.end());
  std::vector<DocumentPair> pairs;
  for_each_run(keys, &Keyed::first, [&](std::span<const Keyed> bucket) {
    for (size_t i = 0; i < std::min(bucket.size(), most_heads); ++i) {
      for (size_t j = i + 1; j < bucket.size(); ++j) {
        pairs.push_back({bucket[i].second, bucket[j].second});
      }
    }
  });
  return pairs;
}

}  // namespace

double candidate_probability(double jaccard, uint32_t bands, uint32_t rows) {
  return 1 - power(1 - power(jaccard, rows), bands);
}

Banding choose_banding(uint32_t slots, double threshold, double recall) {
  Banding best{slots, 1, threshold, candidate_probability(threshold, slots, 1)};
  for (uint32_t rows = 2; rows <= slots; ++rows) {
    const uint32_t bands = slots / rows;
    const double expected = candidate_probability(threshold, bands, rows);
    if (expected >= recall) {
      best = {bands, rows, threshold, expected};
    }
    if (expected < recall / 2) {
      break;  // it only falls from here
    }
  }
  return best;
}

std::vector<uint32_t> band_keys(const Sketch& sketch, const Banding& banding) {
  std::vector<uint32_t> keys;
  for (size_t band = 0; band < banding.bands && !sketch.empty(); ++band) {
    const uint64_t key = band_key(std::span(sketch).subspan(band * banding.rows, banding.rows));
    keys.push_back(static_cast<uint32_t>(mix(key ^ band) >> 32));
  }
  return keys;
}

std::vector<DocumentPair> candidate_pairs(std::span<const Sketch> sketches,
                                          const Banding& banding) {
  std::vector<std::vector<DocumentPair>> by_band(banding.bands);
  parallel_for(banding.bands,
               [&](size_t band) { by_band[band] = pairs_of_band(sketches, band, banding.rows); });
  std::vector<DocumentPair> all;
  for (const auto& pairs : by_band) {
    all.insert(all.end(), pairs.begin(), pairs.end());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace reprise::detail
