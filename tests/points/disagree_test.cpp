// Which figures of a point can't all be right.
#include "reprise/points/disagree.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace reprise::detail {
namespace {

using Pairs = std::vector<std::pair<uint32_t, uint32_t>>;

// Figures of a story, the i-th in line i; and a point with one mention for each.
struct Figures {
  explicit Figures(size_t count) : counted(count) {
    for (uint32_t i = 0; i < count; ++i) {
      counted[i].line = LineId{i};
      places.push_back({LineId{i}, 0});
      point.figures.push_back({i, {}});
      point.mentions.emplace_back();
    }
  }

  std::vector<CountedFigure> counted;
  std::vector<FigurePlace> places;
  Point point;
};

TEST(Disagree, ThePairsThatAreKnownAndStandInThePoint) {
  const Figures three(3);
  const FigurePairs differing(three.counted, Pairs{{0, 2}});
  EXPECT_EQ(find_disagreements(three.point, three.places, differing), (Pairs{{0, 2}}));
  EXPECT_TRUE(find_disagreements(three.point, three.places, {}).empty());

  Figures two(2);  // the first two of them
  EXPECT_TRUE(find_disagreements(two.point, two.places, differing).empty());
}

TEST(Disagree, APairHoldsInEitherOrder) {
  const Figures two(2);
  const FigurePairs differing(two.counted, Pairs{{0, 1}});
  ASSERT_EQ(differing.others(two.places[0]).size(), 1u);
  EXPECT_EQ(differing.others(two.places[0])[0], two.places[1]);
  ASSERT_EQ(differing.others(two.places[1]).size(), 1u);
  EXPECT_EQ(differing.others(two.places[1])[0], two.places[0]);
  EXPECT_TRUE(differing.others({LineId{0}, 1}).empty()) << "another figure of the line";
}

TEST(Disagree, WhatIsDeniedIsNobodysFigure) {
  Figures two(2);
  two.point.mentions[1].denied = true;
  const FigurePairs differing(two.counted, Pairs{{0, 1}});
  EXPECT_TRUE(find_disagreements(two.point, two.places, differing).empty());
}

TEST(Disagree, FatesAreKnownOfFiguresThatNameNothing) {
  Figures three(3);
  three.counted[0].thing = {"injured", true};
  three.counted[1].thing = {"injured", true};
  const FigurePairs differing(three.counted, Pairs{{0, 1}});
  EXPECT_EQ(differing.fate_of(three.places[0]), "injured");
  EXPECT_EQ(differing.fate_of(three.places[2]), "");
}

TEST(IsToll, WhatGoesOnRisingIsKnownInItsLanguage) {
  const auto is_toll_of = [](const std::string& thing, Language language) {
    Figure figure;
    figure.kind = FigureKind::count;
    figure.of = thing;
    return is_toll(figure, language);
  };
  using enum Language;
  EXPECT_TRUE(is_toll_of("personen", german));
  EXPECT_TRUE(is_toll_of("kranken patienten", german));
  EXPECT_TRUE(is_toll_of("feridos", portuguese));
  EXPECT_TRUE(is_toll_of("casos", portuguese));
  EXPECT_TRUE(is_toll_of("missing", english));
  EXPECT_FALSE(is_toll_of("casos", english)) << "another language's word";
  EXPECT_FALSE(is_toll_of("ships", english));
  EXPECT_FALSE(is_toll_of("", english));
}

}  // namespace
}  // namespace reprise::detail
