#include "reprise/near/overlap_filter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "reprise/base/hash.h"
#include "reprise/near/similarity.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Random;

double jaccard(const ShingleSet& a, const ShingleSet& b) {
  return similarity_of({}, a.size(), b.size(), count_shared(a, b)).jaccard;
}

// Sets made of a pool by leaving out, and of elements of their own.
std::vector<ShingleSet> draw_sets(Random& random, size_t count) {
  ShingleSet pool(1 + random.below(120));
  for (uint64_t& element : pool) {
    element = random.next();
  }
  const uint64_t left_out = random.below(40), own = random.below(12);
  std::vector<ShingleSet> sets(count);
  for (ShingleSet& set : sets) {
    std::copy_if(pool.begin(), pool.end(), std::back_inserter(set),
                 [&](uint64_t) { return random.below(100) >= left_out; });
    for (uint64_t more = random.below(own + 1); more > 0; --more) {
      set.push_back(random.below(2) == 0 ? random.next() : mix(random.below(50)));
    }
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
  }
  return sets;
}

TEST(OverlapFilter, WhoReachesTheThresholdIsFound) {
  Random random(1);
  size_t alike = 0;
  for (int round = 0; round < 400; ++round) {
    const std::vector<ShingleSet> sets = draw_sets(random, 2 + random.below(40));
    const double threshold = 0.05 * static_cast<double>(1 + random.below(20));
    OverlapFilter filter(sets, threshold);
    std::vector<uint32_t> found, added;
    for (uint32_t s = 0; s < sets.size(); ++s) {
      filter.find(s, found);
      EXPECT_TRUE(std::is_sorted(found.begin(), found.end()));
      EXPECT_TRUE(std::includes(added.begin(), added.end(), found.begin(), found.end()));
      for (const uint32_t other : added) {
        const bool is_alike = jaccard(sets[s], sets[other]) >= threshold;
        const bool is_found = std::binary_search(found.begin(), found.end(), other);
        EXPECT_LE(is_alike, is_found) << s << " and " << other << " of round " << round;
        EXPECT_LE(is_alike, filter.may_reach(s, other));
        alike += is_alike;
      }
      if (random.below(4) > 0) {
        filter.add(s);
        added.push_back(s);
      }
    }
  }
  EXPECT_GT(alike, 10'000u);
}

// 264 of 304 shared elements are 0.868 of both, and a similarity of 0.767.
TEST(OverlapFilter, RecordsOfATemplateThatAreNotAlikeEnoughFindNobody) {
  Random random(2);
  ShingleSet common(256);
  for (uint64_t& element : common) {
    element = random.next();
  }
  std::vector<ShingleSet> sets(500, common);
  for (ShingleSet& set : sets) {
    for (size_t own = 36 + random.below(9); own > 0; --own) {
      set.push_back(random.next());
    }
    std::sort(set.begin(), set.end());
  }
  OverlapFilter filter(sets, 0.8);
  std::vector<uint32_t> found;
  for (uint32_t s = 0; s < sets.size(); ++s) {
    filter.find(s, found);
    EXPECT_TRUE(found.empty());
    filter.add(s);
  }
  OverlapFilter generous(sets, 0.7);
  generous.add(0);
  generous.find(1, found);
  EXPECT_EQ(found, std::vector<uint32_t>{0});
}

TEST(OverlapFilter, SetsOfNothingAndOfOneElement) {
  const std::vector<ShingleSet> sets = {{}, {7}, {7}, {8}, {}};
  OverlapFilter filter(sets, 1);
  std::vector<uint32_t> found;
  for (uint32_t s = 0; s < sets.size(); ++s) {
    filter.find(s, found);
    EXPECT_EQ(found, s == 2 ? std::vector<uint32_t>{1} : std::vector<uint32_t>{}) << s;
    filter.add(s);
  }
}

}  // namespace
}  // namespace reprise::detail
