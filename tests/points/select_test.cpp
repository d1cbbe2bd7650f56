// Which groups are points: cases, and what holds of whatever is selected.
#include "reprise/points/select.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "support/brute_link.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Lists;
using support::Random;

MentionPlace place(uint32_t line, TokenRange tokens, uint32_t voice) {
  return {LineId{line}, tokens, VoiceId{voice}};
}

std::vector<uint32_t> numbers(const std::vector<PlaceId>& places) {
  return {places.begin(), places.end()};
}

// Returns the places with chances as high as their likenesses.
PlacePairs with_roots(PlacePairs found) {
  found.roots = found.pairs;
  for (ScoredPair& pair : found.roots) {
    pair.score = std::sqrt(pair.score);
  }
  return found;
}

TEST(Select, OfOverlapsTheWeakerGoes) {
  const PlacePairs found =
      with_roots({{place(0, {0, 10}, 0), place(0, {1, 10}, 0), place(1, {0, 9}, 1)},
                  {{0, 2, 0.5}, {1, 2, 0.3}}});
  const std::vector<Group> groups = select_groups(Lists{{0, 1, 2}}, found, {});
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(numbers(groups[0].places), (std::vector<uint32_t>{0, 2}));
  EXPECT_DOUBLE_EQ(groups[0].likeness, 0.5);
}

TEST(Select, PlacesThatShareHalfOfTheShorterOrLessAreTwoMentions) {
  const PlacePairs found =
      with_roots({{place(0, {0, 10}, 0), place(0, {5, 15}, 0), place(1, {0, 9}, 1)},
                  {{0, 2, 0.5}, {1, 2, 0.3}}});
  const std::vector<Group> groups = select_groups(Lists{{0, 1, 2}}, found, {});
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].places.size(), 3u);
}

TEST(Select, WhatMostlyRepeatsAStrongerGroupJoinsIt) {
  const PlacePairs found =
      with_roots({{place(0, {0, 10}, 0), place(0, {1, 10}, 0), place(1, {0, 9}, 1),
                   place(2, {0, 9}, 2), place(0, {12, 22}, 0)},
                  {{0, 2, 0.5}, {0, 3, 0.5}, {1, 2, 0.3}, {1, 3, 0.3}, {2, 3, 0.6}, {3, 4, 0.4}}});
  const std::vector<Group> merged = select_groups(Lists{{0, 2, 3}, {1, 2}}, found, {});
  ASSERT_EQ(merged.size(), 1u) << "both mentions of the second are those of the first";
  EXPECT_EQ(numbers(merged[0].places), (std::vector<uint32_t>{0, 2, 3}));
  EXPECT_EQ(select_groups(Lists{{0, 2}, {1, 3}, {3, 4}}, found, {}).size(), 3u)
      << "half of the mentions is not mostly";
}

TEST(Select, OneVoiceIsNoPointAndTwoMentionsNeedMore) {
  const PlacePairs found =
      with_roots({{place(0, {0, 10}, 0), place(1, {0, 10}, 0), place(2, {0, 9}, 1)},
                  {{0, 2, 0.19}, {1, 2, 0.19}}});
  EXPECT_TRUE(select_groups(Lists{{0, 1}}, found, {}).empty());
  EXPECT_TRUE(select_groups(Lists{{0, 2}}, found, {}).empty()) << "two are too few for so little";
  EXPECT_EQ(select_groups(Lists{{0, 1, 2}}, found, {}).size(), 1u);
}

TEST(Select, TheNearestGroupIsNamedAndNoneWhereNothingIsShared) {
  const PlacePairs found =
      with_roots({{place(0, {0, 10}, 0), place(1, {0, 9}, 1), place(2, {0, 9}, 2),
                   place(3, {0, 9}, 3), place(4, {0, 9}, 4), place(5, {0, 9}, 5)},
                  {{0, 1, 0.5}, {1, 2, 0.1}, {2, 3, 0.5}, {4, 5, 0.5}}});
  const std::vector<Group> groups = select_groups(Lists{{0, 1}, {2, 3}, {4, 5}}, found, {});
  ASSERT_EQ(groups.size(), 3u);
  EXPECT_EQ(groups[0].nearest, GroupId{1});
  EXPECT_EQ(groups[1].nearest, GroupId{0});
  EXPECT_DOUBLE_EQ(groups[1].nearest_likeness, 0.1 / 4);
  EXPECT_FALSE(groups[2].nearest);
}

// Places of four lines a voice, and scores for half of the pairs of two voices.
struct RandomPlaces {
  explicit RandomPlaces(Random& random) {
    for (uint32_t i = 0; i < 30; ++i) {
      const auto line = static_cast<uint32_t>(random.below(24));
      const auto begin = static_cast<uint32_t>(random.below(20));
      found.places.push_back(place(line, {begin, begin + 10}, line / 4));
      voices.push_back(line / 4);
    }
    for (uint32_t a = 0; a < 30; ++a) {
      for (uint32_t b = a + 1; b < 30; ++b) {
        if (voices[a] != voices[b] && random.chance(0.5)) {
          found.pairs.push_back({a, b, random.unit()});
        }
      }
    }
    found = with_roots(std::move(found));
  }
  PlacePairs found;
  std::vector<uint32_t> voices;  // by place
};

TEST(Select, EachGroupHoldsWhatAGroupPromises) {
  Random random(6);
  const PointOptions options;
  for (int round = 0; round < 100; ++round) {
    const RandomPlaces given(random);
    const support::ScoreTable scores(given.found.pairs);
    const Lists lists =
        average_link(given.voices, given.found.roots, {std::sqrt(options.least_chance)});
    for (const Group& group : select_groups(lists, given.found, options)) {
      EXPECT_TRUE(std::is_sorted(group.places.begin(), group.places.end()));
      std::set<uint32_t> voices;
      double sum = 0;
      double count = 0;
      for (const PlaceId a : group.places) {
        voices.insert(given.voices[a]);
        for (const PlaceId b : group.places) {
          if (given.voices[a] != given.voices[b]) {
            sum += scores.of(a, b);
            ++count;
          }
        }
      }
      EXPECT_EQ(group.voices, voices.size());
      EXPECT_GE(group.voices, 2u);
      EXPECT_NEAR(group.likeness, sum / count, 1e-12);
      const double margin = group.places.size() == 2 ? options.margin_of_two : 0;
      EXPECT_GE(group.chance, options.least_chance + margin);
    }
  }
}

TEST(Select, NearestGroupsAreThoseOfBruteForce) {
  Random random(7);
  for (int round = 0; round < 100; ++round) {
    const RandomPlaces given(random);
    const support::ScoreTable scores(given.found.pairs);
    const Lists lists = average_link(given.voices, given.found.roots, {0.4});
    const std::vector<Group> groups = select_groups(lists, given.found, {});
    for (const Group& group : groups) {
      double best = 0;
      for (const Group& other : groups) {
        if (&other != &group) {
          best = std::max(best, support::mean_between(numbers(group.places), numbers(other.places),
                                                      given.voices, scores));
        }
      }
      EXPECT_NEAR(group.nearest_likeness, best, 1e-12);
      EXPECT_EQ(group.nearest.has_value(), best > 0);
    }
  }
}

}  // namespace
}  // namespace reprise::detail
