// Groups against those of the definition.
#include "reprise/points/link.h"

#include <gtest/gtest.h>

#include <vector>

#include "support/brute_link.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Lists;
using support::Random;

// Returns a score for about two of five pairs of different voices. Few steps make many ties.
std::vector<ScoredPair> random_pairs(const std::vector<uint32_t>& voices, uint64_t steps,
                                     Random& random) {
  std::vector<ScoredPair> pairs;
  for (uint32_t a = 0; a < voices.size(); ++a) {
    for (uint32_t b = a + 1; b < voices.size(); ++b) {
      if (voices[a] != voices[b] && random.chance(0.4)) {
        const auto step = static_cast<double>(1 + random.below(steps));
        pairs.push_back({a, b, step / static_cast<double>(steps)});
      }
    }
  }
  return pairs;
}

TEST(AverageLink, GroupsAreThoseOfTheDefinition) {
  Random random(3);
  for (int round = 0; round < 60; ++round) {
    std::vector<uint32_t> voices(4 + random.below(20));
    for (uint32_t& voice : voices) {
      voice = static_cast<uint32_t>(random.below(6));
    }
    const std::vector<ScoredPair> pairs = random_pairs(voices, uint64_t{1} << 40, random);
    EXPECT_EQ(average_link(voices, pairs, {0.3}), support::brute_average_link(voices, pairs, 0.3))
        << round;
  }
}

TEST(AverageLink, AChainOfNeighboursDoesNotRunTogether) {
  std::vector<ScoredPair> chain;
  std::vector<uint32_t> voices{0};
  for (uint32_t i = 0; i + 1 < 10; ++i) {
    voices.push_back(i + 1);
    chain.push_back({i, i + 1, 0.6});
  }
  for (const auto& group : average_link(voices, chain, {0.4})) {
    EXPECT_EQ(group.size(), 2u);
  }
}

TEST(AverageLink, MembersOfOneVoiceJoinThroughWhatOthersSay) {
  // 0 and 1 are of one voice and were never compared; 2 says what both say.
  EXPECT_EQ(average_link(std::vector<uint32_t>{7, 7, 8},
                         std::vector<ScoredPair>{{0, 2, 0.5}, {1, 2, 0.5}}, {0.4}),
            (Lists{{0, 1, 2}}));
}

TEST(AverageLink, TiesGoToTheSmallestMembers) {
  // 1 is as near to 0 as to 2, and the chain can't run together.
  EXPECT_EQ(average_link(std::vector<uint32_t>{0, 1, 2},
                         std::vector<ScoredPair>{{0, 1, 0.6}, {1, 2, 0.6}}, {0.5}),
            (Lists{{0, 1}}));
}

TEST(NearestLink, GroupsAreThoseOfTheDefinitionWithTiesToo) {
  Random random(4);
  for (int round = 0; round < 200; ++round) {
    // References are one voice here, all others another: pairs have one of each.
    std::vector<char> is_reference(2 + random.below(20));
    std::vector<uint32_t> voices;
    for (char& reference : is_reference) {
      reference = random.chance(0.4) ? 1 : 0;
      voices.push_back(reference ? 1 : 0);
    }
    const std::vector<ScoredPair> pairs = random_pairs(voices, 5, random);
    EXPECT_EQ(nearest_link(is_reference, pairs, 0.3),
              support::brute_nearest_link(is_reference, pairs, 0.3))
        << round;
  }
}

TEST(NearestLink, WhatIsFarFromAllReferencesIsInNoGroup) {
  const std::vector<char> is_reference{1, 0, 0};
  EXPECT_EQ(nearest_link(is_reference, std::vector<ScoredPair>{{0, 1, 0.5}, {0, 2, 0.1}}, 0.3),
            (Lists{{0, 1}}));
}

TEST(Link, NothingMakesNoGroups) {
  EXPECT_TRUE(average_link({}, {}, {0.1}).empty());
  EXPECT_TRUE(nearest_link({}, {}, 0.1).empty());
}

}  // namespace
}  // namespace reprise::detail
