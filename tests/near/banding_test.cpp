#include "reprise/near/banding.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "reprise/base/parallel.h"
#include "support/generator.h"
#include "support/ids.h"

namespace reprise::detail {
namespace {

using support::Random;

TEST(Banding, ProbabilityIsTheSCurve) {
  EXPECT_DOUBLE_EQ(candidate_probability(0, 20, 5), 0);
  EXPECT_DOUBLE_EQ(candidate_probability(1, 20, 5), 1);
  EXPECT_DOUBLE_EQ(candidate_probability(0.5, 1, 1), 0.5);
  EXPECT_DOUBLE_EQ(candidate_probability(0.5, 2, 2), 1 - 0.75 * 0.75);
  EXPECT_NEAR(candidate_probability(0.8, 21, 6), 0.9983, 5e-5);
  EXPECT_NEAR(candidate_probability(0.9, 21, 6), 0.9999999, 1e-7);
  EXPECT_NEAR(candidate_probability(0.5, 42, 3), 0.9963, 5e-5);
  double last = 0;
  for (double j = 0.05; j < 1; j += 0.05) {
    EXPECT_GT(candidate_probability(j, 20, 6), last);
    last = candidate_probability(j, 20, 6);
  }
}

TEST(Banding, ChoosesTheMostRowsThatKeepTheRecall) {
  for (const uint32_t k : {1u, 2u, 64u, 100u, 128u, 256u, 1000u}) {
    for (const double threshold : {0.1, 0.3, 0.5, 0.8, 0.95, 1.0}) {
      for (const double recall : {0.5, 0.995, 0.99999}) {
        const Banding chosen = choose_banding(k, threshold, recall);
        EXPECT_LE(chosen.bands * chosen.rows, k);
        EXPECT_GE(chosen.rows, 1u);
        EXPECT_GE(chosen.bands, 1u);
        EXPECT_EQ(chosen.threshold, threshold);
        EXPECT_DOUBLE_EQ(chosen.expected_recall,
                         candidate_probability(threshold, chosen.bands, chosen.rows));
        EXPECT_TRUE(chosen.expected_recall >= recall || chosen.rows == 1) << k << " " << threshold;
        for (uint32_t rows = chosen.rows + 1; rows <= k; ++rows) {
          ASSERT_LT(candidate_probability(threshold, k / rows, rows), recall)
              << k << " " << threshold;
        }
      }
    }
  }
  EXPECT_EQ(choose_banding(128, 0.8).bands, 21u);
  EXPECT_EQ(choose_banding(128, 0.8).rows, 6u);
  EXPECT_EQ(choose_banding(128, 0.5).rows, 3u);
}

// Slots from a tiny alphabet: many bands agree, in part and whole.
std::vector<Sketch> random_sketches(size_t count, uint32_t slots, uint64_t values, Random& random) {
  std::vector<Sketch> sketches(count);
  for (Sketch& sketch : sketches) {
    if (random.chance(0.1)) {
      continue;  // empty
    }
    sketch.resize(slots);
    for (uint64_t& slot : sketch) {
      slot = random.below(values);
    }
  }
  return sketches;
}

std::vector<DocumentPair> pairs_that_agree(std::span<const Sketch> sketches,
                                           const Banding& banding) {
  std::vector<DocumentPair> pairs;
  for (size_t a = 0; a < sketches.size(); ++a) {
    for (size_t b = a + 1; b < sketches.size(); ++b) {
      bool agree = false;
      for (size_t band = 0; band < banding.bands && !sketches[a].empty() && !sketches[b].empty();
           ++band) {
        bool whole = true;
        for (size_t i = band * banding.rows; i < (band + 1) * banding.rows; ++i) {
          whole &= sketches[a][i] == sketches[b][i];
        }
        agree |= whole;
      }
      if (agree) {
        pairs.push_back(support::pair_of(a, b));
      }
    }
  }
  return pairs;
}

TEST(Banding, CandidatesAreThePairsThatAgreeInABand) {
  Random random(1);
  for (int round = 0; round < 100; ++round) {
    const auto bands = static_cast<uint32_t>(1 + random.below(8)),
               rows = static_cast<uint32_t>(1 + random.below(4));
    const auto spare =
        static_cast<uint32_t>(random.below(3));  // slots behind the last band take no part
    const Banding banding{bands, rows, 0.5, 0};
    const auto sketches =
        random_sketches(random.below(40), bands * rows + spare, 2 + random.below(6), random);
    ASSERT_EQ(candidate_pairs(sketches, banding), pairs_that_agree(sketches, banding));
  }
}

TEST(Banding, CandidatesDoNotDependOnTheNumberOfThreads) {
  Random random(2);
  const auto sketches = random_sketches(500, 32, 4, random);
  const Banding banding{8, 4, 0.5, 0};
  const Workers one(1);
  const auto pairs = candidate_pairs(sketches, banding);
  EXPECT_FALSE(pairs.empty());
  for (const unsigned threads : {2u, 16u}) {
    const Workers limit(threads);
    EXPECT_EQ(candidate_pairs(sketches, banding), pairs);
  }
}

TEST(Banding, EmptySketchesAreInNoPair) {
  const std::vector<Sketch> sketches(3);
  EXPECT_TRUE(candidate_pairs(sketches, choose_banding(128, 0.8)).empty());
}

TEST(Banding, FindsAsManyPairsAsItExpects) {
  Random random(3);
  const Banding banding = choose_banding(128, 0.8);
  for (const double jaccard : {0.5, 0.65, 0.8, 0.9}) {
    const int pairs = 1500;
    int found = 0;
    for (int i = 0; i < pairs; ++i) {
      std::vector<uint64_t> a, b;
      for (int element = 0; element < 400; ++element) {
        const uint64_t x = random.next();
        const bool in_both = element < 400 * jaccard;
        if (in_both || element % 2 == 0) {
          a.push_back(x);
        }
        if (in_both || element % 2 == 1) {
          b.push_back(x);
        }
      }
      const std::vector<Sketch> sketches{make_sketch(a, {}), make_sketch(b, {})};
      found += !candidate_pairs(sketches, banding).empty();
    }
    const double expected = candidate_probability(jaccard, banding.bands, banding.rows);
    // Slots of one sketch are drawn without replacement, so that the formula is an approximation
    // too.
    const double slack = 4 * std::sqrt(expected * (1 - expected) / pairs) + 0.01;
    EXPECT_NEAR(static_cast<double>(found) / pairs, expected, slack) << jaccard;
  }
}

}  // namespace
}  // namespace reprise::detail
