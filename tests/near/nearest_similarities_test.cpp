#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "reprise/base/parallel.h"
#include "reprise/near/similarity.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Random;

std::vector<ShingleSet> draw_sets(Random& random, size_t count, uint64_t alphabet) {
  std::vector<ShingleSet> sets(count);
  for (ShingleSet& set : sets) {
    for (uint64_t n = random.below(20); n > 0; --n) {
      // The square makes low numbers frequent.
      const uint64_t x = random.below(alphabet);
      set.push_back(x * x / alphabet);
    }
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
  }
  return sets;
}

double containment(const Similarity& s) {
  return std::max(s.a_in_b, s.b_in_a);
}

// The rule as it is written, over all pairs.
std::vector<Similarity> nearest_plainly(const std::vector<ShingleSet>& sets,
                                        const PairLimits& limits) {
  std::map<uint64_t, uint32_t> holders;
  for (const ShingleSet& set : sets) {
    for (const uint64_t shingle : set) {
      ++holders[shingle];
    }
  }
  const auto share_what_is_rare = [&](const DocumentPair& pair) {
    const ShingleSet &a = sets[pair.a], &b = sets[pair.b];
    return std::any_of(a.begin(), a.end(), [&](uint64_t shingle) {
      return holders[shingle] <= limits.most_holders &&
             std::binary_search(b.begin(), b.end(), shingle);
    });
  };
  std::vector<Similarity> all = all_similarities(sets);
  std::erase_if(all, [&](const Similarity& s) { return containment(s) <= limits.floor; });
  std::vector<Similarity> kept;
  std::copy_if(all.begin(), all.end(), std::back_inserter(kept), [&](const Similarity& s) {
    return containment(s) >= limits.threshold && !share_what_is_rare(s.pair);
  });
  std::erase_if(all, [&](const Similarity& s) { return !share_what_is_rare(s.pair); });
  const auto is_near_to = [&](DocumentId document, const Similarity& one) {
    const auto nearer = std::count_if(all.begin(), all.end(), [&](const Similarity& s) {
      const bool is_of_it = s.pair.a == document || s.pair.b == document;
      return is_of_it && std::tuple(-s.jaccard, s.pair) < std::tuple(-one.jaccard, one.pair);
    });
    return static_cast<size_t>(nearer) < limits.most_near;
  };
  std::copy_if(all.begin(), all.end(), std::back_inserter(kept), [&](const Similarity& s) {
    return containment(s) >= limits.threshold || is_near_to(s.pair.a, s) || is_near_to(s.pair.b, s);
  });
  std::sort(kept.begin(), kept.end(),
            [](const Similarity& x, const Similarity& y) { return x.pair < y.pair; });
  return kept;
}

void expect_equal(const std::vector<Similarity>& found, const std::vector<Similarity>& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (size_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(found[i].pair, expected[i].pair);
    EXPECT_EQ(found[i].jaccard, expected[i].jaccard);
    EXPECT_EQ(found[i].a_in_b, expected[i].a_in_b);
    EXPECT_EQ(found[i].b_in_a, expected[i].b_in_a);
  }
}

TEST(NearestSimilarities, AreThoseOfTheBruteForce) {
  Random random(1);
  for (int round = 0; round < 300 && !testing::Test::HasFailure(); ++round) {
    const auto sets = draw_sets(random, random.below(40), 1 + random.below(120));
    const PairLimits limits{0.2 + 0.1 * static_cast<double>(random.below(8)),
                            0.05 * static_cast<double>(random.below(6)),
                            static_cast<uint32_t>(1 + random.below(12)), random.below(6)};
    expect_equal(nearest_similarities(sets, limits), nearest_plainly(sets, limits));
  }
}

TEST(NearestSimilarities, WithoutLimitsTheyAreAll) {
  Random random(2);
  const auto sets = draw_sets(random, 60, 100);
  expect_equal(nearest_similarities(sets, {0.5, 0, 60, 60}), all_similarities(sets));
}

TEST(NearestSimilarities, WhatAllShareIsNoReasonToMeasureThem) {
  std::vector<ShingleSet> sets;
  for (uint64_t d = 0; d < 3000; ++d) {
    sets.push_back({1, 2, 3, 100 + d});
  }
  EXPECT_TRUE(nearest_similarities(sets, {}).empty());
  sets[7] = {1, 2, 3, 100 + 5};
  const std::vector<Similarity> found = nearest_similarities(sets, {});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].pair, (DocumentPair{DocumentId(5), DocumentId(7)}));
  EXPECT_EQ(found[0].jaccard, 1);  // what is common counts
}

// A notice stands in a hundred texts: no shingle of it is rare, and each of them holds it.
TEST(NearestSimilarities, WhatManyHoldIsFoundInAllOfThem) {
  std::vector<ShingleSet> sets{{1, 2, 3, 4, 5}};
  for (uint64_t d = 0; d < 100; ++d) {
    ShingleSet host{1, 2, 3, 4, 5};
    for (uint64_t own = 0; own < 30; ++own) {
      host.push_back(100 + 30 * d + own);
    }
    sets.push_back(host);
  }
  const std::vector<Similarity> found = nearest_similarities(sets, {});
  ASSERT_EQ(found.size(), 100u);
  for (const Similarity& s : found) {
    EXPECT_EQ(s.pair.a, DocumentId(0));
    EXPECT_EQ(s.a_in_b, 1);
  }
}

TEST(NearestSimilarities, DoNotDependOnTheNumberOfThreads) {
  Random random(3);
  const auto sets = draw_sets(random, 200, 400);
  const PairLimits limits{0.5, 0.01, 8, 3};
  const Workers many(16);
  const std::vector<Similarity> by_many = nearest_similarities(sets, limits);
  const Workers one(1);
  expect_equal(nearest_similarities(sets, limits), by_many);
}

}  // namespace
}  // namespace reprise::detail
