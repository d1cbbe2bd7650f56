// Groups of documents against those of the definition, and against those of link.h.
#include "reprise/points/link_documents.h"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

#include "support/brute_link.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Lists;
using support::Random;

std::vector<ScoredPair> random_pairs(uint32_t members, double density, Random& random) {
  constexpr uint64_t steps = uint64_t{1} << 40;
  std::vector<ScoredPair> pairs;
  for (uint32_t a = 0; a < members; ++a) {
    for (uint32_t b = a + 1; b < members; ++b) {
      if (random.chance(density)) {
        const auto step = static_cast<double>(1 + random.below(steps));
        pairs.push_back({a, b, step / static_cast<double>(steps)});
      }
    }
  }
  return pairs;
}

std::vector<uint32_t> voices_of_their_own(uint32_t members) {
  std::vector<uint32_t> voices(members);
  std::iota(voices.begin(), voices.end(), 0u);
  return voices;
}

TEST(AverageLinkDocuments, GroupsAreThoseOfTheDefinition) {
  Random random(5);
  for (int round = 0; round < 100; ++round) {
    const auto members = static_cast<uint32_t>(2 + random.below(20));
    const double density = round % 2 == 0 ? 0.2 : 0.9;  // several parts; one
    const std::vector<ScoredPair> pairs = random_pairs(members, density, random);
    EXPECT_EQ(average_link_documents(members, pairs, 0.3),
              support::brute_average_link(voices_of_their_own(members), pairs, 0.3))
        << round;
  }
}

TEST(AverageLinkDocuments, GroupsAreThoseOfTheSortedLists) {
  Random random(6);
  for (const double density : {0.02, 0.3, 1.0}) {
    const std::vector<ScoredPair> pairs = random_pairs(200, density, random);
    EXPECT_EQ(average_link_documents(200, pairs, 0.4),
              average_link(voices_of_their_own(200), pairs, {0.4}))
        << density;
  }
}

TEST(AverageLinkDocuments, EqualsEndToo) {
  std::vector<ScoredPair> pairs;
  for (uint32_t a = 0; a < 40; ++a) {
    for (uint32_t b = a + 1; b < 40; ++b) {
      pairs.push_back({a, b, 0.5});
    }
  }
  EXPECT_EQ(average_link_documents(40, pairs, 0.5), (Lists{voices_of_their_own(40)}));
  EXPECT_EQ(average_link_documents(40, pairs, 0.6), Lists{});
}

TEST(AverageLinkDocuments, TooManyAreLinkedInParts) {
  const std::vector<ScoredPair> pairs{{0, 1, 1}, {0, 3, 1}, {1, 2, 1}, {2, 3, 1}, {5, 7, 1}};
  EXPECT_EQ(average_link_documents(8, pairs, 0.5, 2), (Lists{{0, 1}, {2, 3}, {5, 7}}));
}

TEST(AverageLinkDocuments, NothingToLink) {
  EXPECT_EQ(average_link_documents(0, {}, 0.5), Lists{});
  EXPECT_EQ(average_link_documents(3, {}, 0.5), Lists{});
}

}  // namespace
}  // namespace reprise::detail
