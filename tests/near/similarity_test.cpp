#include "reprise/near/similarity.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"
#include "support/generator.h"
#include "support/ids.h"
#include "support/oracles.h"

namespace reprise::detail {
namespace {

using support::Random;
using support::StringSet;

// Sets of the same elements, once as hashes and once as strings.
struct TwinSets {
  std::vector<ShingleSet> hashes;
  std::vector<StringSet> strings;
};

TwinSets random_sets(size_t count, uint64_t alphabet, uint64_t largest, Random& random) {
  TwinSets sets;
  for (size_t i = 0; i < count; ++i) {
    StringSet strings;
    for (uint64_t n = random.below(largest + 1); n > 0; --n) {
      strings.insert(std::to_string(random.below(alphabet)));
    }
    if (i > 0 && random.chance(0.1)) {
      strings = sets.strings.back();  // some are equal
    }
    ShingleSet hashes;
    for (const std::string& s : strings) {
      hashes.push_back(hash_bytes(s));
    }
    std::sort(hashes.begin(), hashes.end());
    sets.hashes.push_back(std::move(hashes));
    sets.strings.push_back(std::move(strings));
  }
  return sets;
}

void expect_measures(const Similarity& s, const TwinSets& sets) {
  const StringSet &a = sets.strings[s.pair.a], &b = sets.strings[s.pair.b];
  EXPECT_EQ(s.jaccard, support::jaccard(a, b));
  EXPECT_EQ(s.a_in_b, support::containment(a, b));
  EXPECT_EQ(s.b_in_a, support::containment(b, a));
}

TEST(Similarity, AllPairsAreThoseOfTheBruteForce) {
  Random random(1);
  for (int round = 0; round < 60; ++round) {
    const TwinSets sets = random_sets(random.below(25), 1 + random.below(80), 30, random);
    const std::vector<Similarity> found = all_similarities(sets.hashes);
    const auto expected = support::all_pairs(sets.strings, 1e-9);
    ASSERT_EQ(found.size(), expected.size());
    for (size_t i = 0; i < found.size(); ++i) {
      ASSERT_EQ(found[i].pair, support::pair_of(expected[i].a, expected[i].b));
      expect_measures(found[i], sets);
    }
  }
}

TEST(Similarity, VerificationGivesTheSameMeasuresInTheOrderOfThePairs) {
  Random random(2);
  const TwinSets sets = random_sets(30, 60, 40, random);
  std::vector<DocumentPair> pairs;
  for (int i = 0; i < 500; ++i) {
    const size_t a = random.below(29);
    pairs.push_back(support::pair_of(a, a + 1 + random.below(29 - a)));
  }
  const std::vector<Similarity> verified = verify(sets.hashes, pairs);
  ASSERT_EQ(verified.size(), pairs.size());
  for (size_t i = 0; i < pairs.size(); ++i) {
    ASSERT_EQ(verified[i].pair, pairs[i]);
    expect_measures(verified[i], sets);
  }
}

TEST(Similarity, IdenticalSetsAreExactlyOne) {
  Random random(3);
  for (const size_t size : {size_t{1}, size_t{3}, size_t{49}, size_t{1000}}) {
    ShingleSet set(size);
    for (uint64_t& element : set) {
      element = random.next();
    }
    std::sort(set.begin(), set.end());
    const std::vector<ShingleSet> sets{set, set};
    for (const Similarity& s :
         {verify(sets, std::vector{support::pair_of(0, 1)})[0], all_similarities(sets)[0]}) {
      EXPECT_EQ(s.jaccard, 1.0);
      EXPECT_EQ(s.a_in_b, 1.0);
      EXPECT_EQ(s.b_in_a, 1.0);
    }
  }
}

TEST(Similarity, EmptySetsAreLikeNothing) {
  const std::vector<ShingleSet> sets{{}, {}, {1, 2}};
  for (const Similarity& s :
       verify(sets, std::vector{support::pair_of(0, 1), support::pair_of(0, 2)})) {
    EXPECT_EQ(s.jaccard, 0.0);
    EXPECT_EQ(s.a_in_b, 0.0);
    EXPECT_EQ(s.b_in_a, 0.0);
  }
  EXPECT_TRUE(all_similarities(sets).empty());
}

TEST(Similarity, ContainmentHasADirection) {
  const std::vector<ShingleSet> sets{{1, 2, 3, 4}, {2, 3}};
  const Similarity s = verify(sets, std::vector{support::pair_of(0, 1)})[0];
  EXPECT_EQ(s.jaccard, 0.5);
  EXPECT_EQ(s.a_in_b, 0.5);
  EXPECT_EQ(s.b_in_a, 1.0);
}

TEST(Similarity, DoesNotDependOnTheNumberOfThreads) {
  Random random(4);
  const TwinSets sets = random_sets(60, 100, 40, random);
  const auto measures = [&] {
    std::vector<std::tuple<uint32_t, uint32_t, double>> all;
    for (const Similarity& s : all_similarities(sets.hashes)) {
      all.emplace_back(s.pair.a, s.pair.b, s.jaccard);
    }
    return all;
  };
  const Workers many(16);
  const auto by_many = measures();
  const Workers one(1);
  EXPECT_EQ(by_many, measures());
}

}  // namespace
}  // namespace reprise::detail
