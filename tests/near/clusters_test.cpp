#include "reprise/near/clusters.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/generator.h"
#include "support/ids.h"
#include "support/oracles.h"

namespace reprise::detail {
namespace {

using support::Random;

// A symmetric table of similarities with the pairs at or above the threshold, in random order.
struct Case {
  uint32_t count = 0;
  double threshold = 0.8;
  std::vector<std::vector<double>> table;

  double operator()(uint32_t a, uint32_t b) const { return table[a][b]; }

  std::vector<Similarity> pairs(Random& random) const {
    std::vector<Similarity> all;
    for (uint32_t a = 0; a < count; ++a) {
      for (uint32_t b = a + 1; b < count; ++b) {
        if (table[a][b] >= threshold) {
          all.push_back({support::pair_of(a, b), table[a][b], 0, 0});
        }
      }
    }
    for (size_t i = all.size(); i > 1; --i) {
      std::swap(all[i - 1], all[random.below(i)]);
    }
    return all;
  }
};

// Similarities in steps of a tenth, so that ties are many.
Case random_case(Random& random) {
  Case made{static_cast<uint32_t>(random.below(14)),
            0.5 + 0.1 * static_cast<double>(random.below(5)),
            {}};
  made.table.assign(made.count, std::vector<double>(made.count, 1));
  for (uint32_t a = 0; a < made.count; ++a) {
    for (uint32_t b = a + 1; b < made.count; ++b) {
      made.table[a][b] = made.table[b][a] = static_cast<double>(random.below(11)) / 10;
    }
  }
  return made;
}

std::vector<uint32_t> representatives(uint32_t count, const std::vector<Cluster>& clusters) {
  std::vector<uint32_t> result(count);
  for (uint32_t d = 0; d < count; ++d) {
    result[d] = d;
  }
  for (const Cluster& cluster : clusters) {
    for (const uint32_t d : cluster.documents) {
      result[d] = cluster.kept;
    }
  }
  return result;
}

void expect_well_formed(const std::vector<Cluster>& clusters, uint32_t count) {
  std::vector<int> seen(count);
  uint32_t last_kept = 0;
  for (const Cluster& cluster : clusters) {
    ASSERT_GE(cluster.documents.size(), 2u);
    ASSERT_TRUE(std::is_sorted(cluster.documents.begin(), cluster.documents.end()));
    ASSERT_TRUE(std::count(cluster.documents.begin(), cluster.documents.end(), cluster.kept) == 1);
    ASSERT_TRUE(&cluster == &clusters.front() || cluster.kept > last_kept);
    last_kept = cluster.kept;
    for (const uint32_t d : cluster.documents) {
      ASSERT_EQ(++seen[d], 1);
    }
  }
}

TEST(Clusters, AreThoseOfTheBruteForce) {
  Random random(1);
  for (int round = 0; round < 5000; ++round) {
    const Case one = random_case(random);
    const auto clusters = make_clusters(one.count, one.pairs(random), Joining::to_kept);
    ASSERT_EQ(representatives(one.count, clusters),
              support::greedy_representatives(one.count, one, one.threshold));
    expect_well_formed(clusters, one.count);
  }
}

TEST(Clusters, ChainedAreThoseOfTheBruteForce) {
  Random random(2);
  for (int round = 0; round < 3000; ++round) {
    const Case one = random_case(random);
    const auto clusters = make_clusters(one.count, one.pairs(random), Joining::chain);
    ASSERT_EQ(representatives(one.count, clusters),
              support::chained_representatives(one.count, one, one.threshold));
    expect_well_formed(clusters, one.count);
  }
}

TEST(Clusters, ASecondPassOverTheKeptRemovesNothing) {
  Random random(3);
  size_t removed = 0;
  for (int round = 0; round < 1000; ++round) {
    const Case one = random_case(random);
    std::vector<uint32_t> kept;
    const auto first =
        representatives(one.count, make_clusters(one.count, one.pairs(random), Joining::to_kept));
    for (uint32_t d = 0; d < one.count; ++d) {
      if (first[d] == d) {
        kept.push_back(d);
      }
    }
    removed += one.count - kept.size();
    Case rest{static_cast<uint32_t>(kept.size()), one.threshold, {}};
    for (const uint32_t a : kept) {
      rest.table.emplace_back();
      for (const uint32_t b : kept) {
        rest.table.back().push_back(one(a, b));
      }
    }
    ASSERT_TRUE(make_clusters(rest.count, rest.pairs(random), Joining::to_kept).empty());
  }
  EXPECT_GT(removed, 1000u);
}

TEST(Clusters, ChainsDoNotRunTogetherUnlessAsked) {
  // 0 ~ 1 ~ 2, but not 0 ~ 2.
  const std::vector<Similarity> pairs{{support::pair_of(1, 2), 0.85, 0, 0},
                                      {support::pair_of(0, 1), 0.9, 0, 0}};
  const auto kept = make_clusters(3, pairs, Joining::to_kept);
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_EQ(kept[0].documents, support::ids<DocumentId>({0, 1}));
  EXPECT_EQ(kept[0].kept, 0u);

  const auto chained = make_clusters(3, pairs, Joining::chain);
  ASSERT_EQ(chained.size(), 1u);
  EXPECT_EQ(chained[0].documents, support::ids<DocumentId>({0, 1, 2}));
}

TEST(Clusters, TheMostSimilarKeptCopyStandsThenTheEarliest) {
  // 0 and 1 are kept; 2 is nearer to 1, 3 as near to both.
  const std::vector<Similarity> pairs{{support::pair_of(0, 2), 0.8, 0, 0},
                                      {support::pair_of(1, 2), 0.9, 0, 0},
                                      {support::pair_of(0, 3), 0.85, 0, 0},
                                      {support::pair_of(1, 3), 0.85, 0, 0}};
  EXPECT_EQ(representatives(4, make_clusters(4, pairs, Joining::to_kept)),
            (std::vector<uint32_t>{0, 1, 1, 0}));
}

TEST(Clusters, WithoutPairsThereAreNone) {
  for (const Joining joining : {Joining::to_kept, Joining::chain}) {
    EXPECT_TRUE(make_clusters(0, {}, joining).empty());
    EXPECT_TRUE(make_clusters(5, {}, joining).empty());
  }
}

}  // namespace
}  // namespace reprise::detail
