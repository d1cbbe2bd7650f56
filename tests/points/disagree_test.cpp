// Which figures of a point can't all be right.
#include "reprise/points/disagree.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

namespace reprise::detail {
namespace {

// A point with one mention for each figure.
Point with_figures(std::vector<Figure> figures) {
  Point point;
  for (const Figure& figure : figures) {
    point.figures.push_back({static_cast<uint32_t>(point.mentions.size()), figure});
    point.mentions.emplace_back();
  }
  return point;
}

Figure money(std::optional<double> low, std::optional<double> high, const std::string& of = "") {
  Figure figure;
  figure.kind = FigureKind::money;
  figure.unit = "USD";
  figure.low = low;
  figure.high = high;
  figure.of = of;
  return figure;
}

// No document gives more than its mentions do.
bool nowhere_else(const Mention&, const Figure&) {
  return false;
}

using Gives = std::function<bool(const Mention&, const Figure&)>;
std::vector<std::pair<uint32_t, uint32_t>> disagreements(const Point& point,
                                                         const std::vector<uint32_t>& voices,
                                                         const Gives& gives = nowhere_else) {
  std::vector<VoiceId> ids;
  for (uint32_t voice : voices) {
    ids.emplace_back(voice);
  }
  return find_disagreements(point, ids, gives);
}

TEST(Disagree, RangesThatDoNotMeet) {
  const auto count = [](std::vector<Figure> figures, std::vector<uint32_t> voices) {
    return disagreements(with_figures(std::move(figures)), voices).size();
  };
  EXPECT_EQ(count({money(1, 2), money(3, 4)}, {0, 1}), 1u);
  EXPECT_EQ(count({money(1, 2), money(3, 4)}, {0, 0}), 0u)
      << "one voice does not contradict itself";
  EXPECT_EQ(count({money(1, 3), money(3, 4)}, {0, 1}), 0u);
  EXPECT_EQ(count({money(1, std::nullopt), money(3, 4)}, {0, 1}), 0u)
      << "open ends reach everything";
  Figure year = money(2020, 2020);
  year.kind = FigureKind::year;
  year.unit = "";
  EXPECT_EQ(count({year, year}, {0, 1}), 0u);
}

TEST(Disagree, TwoSumsInOneMentionAreComparedByWhatTheyAre) {
  Point point = with_figures({money(1, 2, "budget"), money(30, 40, "budget")});
  point.figures.push_back({0, money(50, 60, "debt")});
  const std::vector<uint32_t> voices{0, 1};
  EXPECT_EQ(disagreements(point, voices), (std::vector<std::pair<uint32_t, uint32_t>>{{0, 1}}));
  point.mentions[1].denied = true;
  EXPECT_TRUE(disagreements(point, voices).empty()) << "what is denied is nobody's figure";
}

TEST(Disagree, OfOneVoicesFiguresTheOneThatIsMostLikeTheOthersCounts) {
  Point point =
      with_figures({money(1, 1, "loss"), money(5, 5, "evaporation"), money(36, 36, "debt")});
  const std::vector<uint32_t> voices{0, 1, 1};
  point.mentions[1].likeness = 0.4;
  point.mentions[2].likeness = 0.2;
  EXPECT_EQ(disagreements(point, voices), (std::vector<std::pair<uint32_t, uint32_t>>{{0, 1}}));
}

TEST(Disagree, WhoGivesTheOthersFigureElsewhereSpeaksOfTwoThings) {
  const Point point = with_figures({money(100, 100), money(6, 6)});
  const std::vector<uint32_t> voices{0, 1};
  const auto gives_six = [](const Mention&, const Figure& figure) {
    return *figure.low == 6;
  };
  EXPECT_EQ(disagreements(point, voices).size(), 1u);
  EXPECT_TRUE(disagreements(point, voices, gives_six).empty());
  const Point of_one_thing = with_figures({money(100, 100, "cost"), money(6, 6, "cost")});
  EXPECT_EQ(disagreements(of_one_thing, voices, gives_six).size(), 1u)
      << "it may quote the other to contradict it";
}

}  // namespace
}  // namespace reprise::detail
