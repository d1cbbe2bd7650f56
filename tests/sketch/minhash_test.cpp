// What the sketch promises is statistical; the bounds leave room for chance, but none for a worse
// method: with the pairs counted here, classic MinHash stays below them and a broken stream of
// hashes does not.
#include "reprise/sketch/minhash.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "reprise/base/hash.h"
#include "reprise/base/targets.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Random;
using Set = std::vector<uint64_t>;

struct SetPair {
  Set a, b;
  double jaccard = 0;
};

// Returns two sets of random hashes whose union has `size` elements, a share of about `jaccard` of
// them in both.
SetPair make_pair(size_t size, double jaccard, Random& random) {
  SetPair pair;
  const auto shared = static_cast<size_t>(std::lround(jaccard * static_cast<double>(size)));
  for (size_t i = 0; i < size; ++i) {
    const uint64_t element = random.next();
    if (i < shared || i % 2 == 0) {
      pair.a.push_back(element);
    }
    if (i < shared || i % 2 == 1) {
      pair.b.push_back(element);
    }
  }
  pair.jaccard = static_cast<double>(shared) / static_cast<double>(size);
  return pair;
}

struct Errors {
  double mean = 0, square = 0;
};

Errors measure(size_t size, double jaccard, const SketchOptions& options, int pairs,
               Random& random) {
  Errors errors;
  for (int i = 0; i < pairs; ++i) {
    const SetPair pair = make_pair(size, jaccard, random);
    const double error =
        estimate_jaccard(make_sketch(pair.a, options), make_sketch(pair.b, options)) - pair.jaccard;
    errors.mean += error / pairs;
    errors.square += error * error / pairs;
  }
  return errors;
}

// What the paper says, element by element.
Sketch sketch_plainly(const Set& set, const SketchOptions& options) {
  const uint64_t k = options.slots, none = ~uint64_t{0};
  Sketch slots(k, none);
  for (uint64_t round = 0; std::find(slots.begin(), slots.end(), none) != slots.end(); ++round) {
    for (const uint64_t element : set) {
      const uint64_t x = mix(element ^ mix(options.seed ^ mix(round)));
      uint64_t& slot = slots[round < k ? ((x >> 32) * k) >> 32 : round - k];
      slot = std::min(slot, round << 47 | (x & ((uint64_t{1} << 47) - 1)));
    }
  }
  return slots;
}

TEST(MinHash, EveryTargetGivesThePlainSketch) {
  Random random(1);
  for (const uint32_t k : {1u, 2u, 3u, 16u, 100u, 128u, 1000u}) {
    for (const size_t size : {1u, 2u, 3u, 5u, 7u, 8u, 9u, 20u, 31u, 60u, 64u, 127u, 128u, 129u,
                              256u, 257u, 300u, 700u}) {
      Set set(size);
      for (uint64_t& element : set) {
        element = random.next();
      }
      const SketchOptions options{k, random.below(100)};
      const Sketch expected = sketch_plainly(set, options);
      for (const Target target : targets()) {
        use_target(target);
        ASSERT_EQ(make_sketch(set, options), expected)
            << name_of(target) << ", k " << k << ", " << size << " elements";
      }
    }
  }
  use_target(targets().front());
}

// Sketches that were stored have to stay comparable.
TEST(MinHash, StaysWhatItIs) {
  EXPECT_EQ(make_sketch(Set{1, 2, 3}, {4, 1}),
            (Sketch{132307213816205, 13329609143074, 342627211402624, 333757145200346}));
}

TEST(MinHash, ErrorIsNoLargerThanThatOfIndependentHashesAndHasNoBias) {
  Random random(2024);
  const int pairs = 2000;
  for (const uint32_t k : {128u, 64u}) {
    for (const size_t size : {size_t{477}, size_t{188}, size_t{60}, size_t{5}}) {
      for (const double jaccard : {0.2, 0.4, 0.6, 0.8}) {
        const Errors errors = measure(size, jaccard, {k, 7}, pairs, random);
        const double bound = jaccard * (1 - jaccard) / k;
        EXPECT_LE(errors.square, 1.1 * bound)
            << "k " << k << ", " << size << " elements, J " << jaccard;
        EXPECT_LE(std::abs(errors.mean), 4 * std::sqrt(bound / pairs))
            << size << " elements, J " << jaccard;
      }
    }
  }
}

TEST(MinHash, TheSeedDrawsAnotherSketchOfTheSameQuality) {
  Random random(5);
  const SetPair pair = make_pair(200, 0.5, random);
  double mean = 0;
  for (uint64_t seed = 0; seed < 1000; ++seed) {
    mean +=
        estimate_jaccard(make_sketch(pair.a, {128, seed}), make_sketch(pair.b, {128, seed})) / 1000;
  }
  EXPECT_NEAR(mean, pair.jaccard, 4 * std::sqrt(0.25 / 128 / 1000));
  EXPECT_NE(make_sketch(pair.a, {128, 1}), make_sketch(pair.a, {128, 2}));
}

TEST(MinHash, OrderAndRepetitionDoNotMatter) {
  Random random(6);
  for (const size_t size : {size_t{1}, size_t{3}, size_t{50}, size_t{1000}}) {
    Set set(size);
    for (uint64_t& element : set) {
      element = random.next();
    }
    const Sketch sketch = make_sketch(set, {});
    std::reverse(set.begin(), set.end());
    EXPECT_EQ(make_sketch(set, {}), sketch);
    set.insert(set.end(), set.begin(), set.begin() + static_cast<std::ptrdiff_t>((size + 1) / 2));
    EXPECT_EQ(make_sketch(set, {}), sketch);
  }
}

TEST(MinHash, EverySketchHasKFilledSlots) {
  Random random(8);
  for (const uint32_t k : {1u, 2u, 100u, 128u, 1000u, 65536u}) {
    for (const size_t size : {size_t{1}, size_t{2}, size_t{5}, size_t{300}}) {
      Set set(size);
      for (uint64_t& element : set) {
        element = random.next();
      }
      const Sketch sketch = make_sketch(set, {k, 3});
      ASSERT_EQ(sketch.size(), k);
      EXPECT_EQ(std::count(sketch.begin(), sketch.end(), ~uint64_t{0}), 0)
          << k << " slots of " << size;
      EXPECT_EQ(estimate_jaccard(sketch, make_sketch(set, {k, 3})), 1.0);
    }
  }
}

TEST(MinHash, OddNumbersOfSlotsEstimateAsWell) {
  Random random(9);
  for (const uint32_t k : {1u, 100u, 1000u}) {
    const Errors errors = measure(60, 0.5, {k, 1}, 1000, random);
    EXPECT_LE(errors.square, 1.1 * 0.25 / k) << k;
    EXPECT_LE(std::abs(errors.mean), 4 * std::sqrt(0.25 / k / 1000)) << k;
  }
}

TEST(MinHash, OfTheUnionIsTheSmallerOfEachSlot) {
  // What makes slots agree as often as the sets do. For sets that fill all slots in one round it
  // holds slot by slot.
  Random random(10);
  Set a(3000), b(3000);
  for (uint64_t& element : a) {
    element = random.next();
  }
  for (uint64_t& element : b) {
    element = random.next();
  }
  Set both = a;
  both.insert(both.end(), b.begin(), b.end());
  const Sketch x = make_sketch(a, {}), y = make_sketch(b, {}), z = make_sketch(both, {});
  for (size_t i = 0; i < z.size(); ++i) {
    EXPECT_EQ(z[i], std::min(x[i], y[i]));
  }
}

TEST(MinHash, DisjointAndEmptySetsAreUnlike) {
  Random random(11);
  Set a(100), b(100);
  for (uint64_t& element : a) {
    element = random.next();
  }
  for (uint64_t& element : b) {
    element = random.next();
  }
  const Sketch x = make_sketch(a, {}), y = make_sketch(b, {}), none = make_sketch(Set{}, {});
  EXPECT_EQ(estimate_jaccard(x, y), 0.0);
  EXPECT_TRUE(none.empty());
  EXPECT_EQ(estimate_jaccard(none, x), 0.0);
  EXPECT_EQ(estimate_jaccard(x, none), 0.0);
  EXPECT_EQ(estimate_jaccard(none, none), 0.0);
}

// Small numbers and neighbours are no random hashes, but must not break it either.
TEST(MinHash, ElementsThatAreNotRandomAreMixed) {
  Set a(200), b(200);
  for (uint64_t i = 0; i < 200; ++i) {
    a[i] = i;
    b[i] = i + 100;
  }
  double mean = 0;
  for (uint64_t seed = 0; seed < 500; ++seed) {
    mean += estimate_jaccard(make_sketch(a, {128, seed}), make_sketch(b, {128, seed})) / 500;
  }
  EXPECT_NEAR(mean, 1.0 / 3, 4 * std::sqrt(2.0 / 9 / 128 / 500));
}

}  // namespace
}  // namespace reprise::detail
