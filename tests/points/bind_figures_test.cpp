// Points for the figures that differ.
#include "reprise/points/bind_figures.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/told.h"

namespace reprise::detail {
namespace {

using support::Told;

// A story with the groups of places that it is given, by their words; all its figures with the same
// unit differ.
class Bound {
 public:
  Bound(const std::vector<std::string>& texts, const std::vector<std::vector<std::string>>& groups)
      : told_(texts) {
    for (const std::vector<std::string>& words : groups) {
      Group group;
      for (const std::string& w : words) {
        const LineId line = told_.line(w);
        group.places.emplace_back(found_.places.size());
        group.likenesses.push_back(0.5);
        found_.places.push_back({line, told_.tokens(line, w), told_.story.lines[line].voice});
      }
      groups_.push_back(group);
    }
  }

  // Binds the figures that stand in these pairs of lines, the first figure of each.
  std::vector<std::vector<std::string>> bind(
      const std::vector<std::pair<uint32_t, uint32_t>>& differing) {
    const std::vector<CountedFigure> figures = counted_figures(told_.story, told_.units());
    bind_figures(figures, differing, told_.story, found_, groups_);
    std::vector<std::vector<std::string>> words;
    for (const Group& group : groups_) {
      EXPECT_EQ(group.places.size(), group.likenesses.size());
      words.emplace_back();
      for (const PlaceId place : group.places) {
        const MentionPlace& at = found_.places[place];
        words.back().push_back(told_.words(told_.story.lines[at.line], at.tokens));
      }
    }
    return words;
  }

 private:
  Told told_;
  PlacePairs found_;
  std::vector<Group> groups_;
};

using Words = std::vector<std::vector<std::string>>;

TEST(BindFigures, WhatNoGroupHoldsIsANewOne) {
  Bound bound({"The 48-page report blames the mayor.", "The mayor read a 47-page report."}, {});
  EXPECT_EQ(bound.bind({{0, 1}}),
            (Words{{"The 48-page report blames the mayor", "The mayor read a 47-page report"}}));
}

TEST(BindFigures, AMentionThatLacksItsFigureIsWidened) {
  Bound bound(
      {"The island ferry costs 12 kroner a day.", "The island ferry costs 15 kroner a day."},
      {{"The island ferry costs", "The island ferry costs 15 kroner a day"}});
  EXPECT_EQ(bound.bind({{0, 1}}), (Words{{"The island ferry costs 12 kroner a day",
                                          "The island ferry costs 15 kroner a day"}}));
}

TEST(BindFigures, AGroupGetsTheFigureThatItLacks) {
  Bound bound({"Some 12 boats sank in the storm.", "In the storm sank 12 boats.",
               "The storm sank 15 boats."},
              {{"Some 12 boats sank in the storm", "In the storm sank 12 boats"}});
  EXPECT_EQ(bound.bind({{0, 2}}),
            (Words{{"Some 12 boats sank in the storm", "In the storm sank 12 boats",
                    "The storm sank 15 boats"}}));
}

TEST(BindFigures, GroupsThatSayNothingElseBecomeOne) {
  Bound bound({"Now 19 are hurt in the fire.", "In the fire 31 are hurt.",
               "The injured of the fire number 31."},
              {{"Now 19 are hurt in the fire", "In the fire 31 are hurt"},
               {"The injured of the fire number 31"}});
  EXPECT_EQ(bound.bind({{0, 1}, {0, 2}}),
            (Words{{"Now 19 are hurt in the fire", "In the fire 31 are hurt",
                    "The injured of the fire number 31"}}));
}

TEST(BindFigures, WithoutPairsNothingChanges) {
  Bound bound({"Now 19 are hurt in the fire.", "In the fire 31 are hurt."},
              {{"Now 19 are hurt", "31 are hurt"}});
  EXPECT_EQ(bound.bind({}), (Words{{"Now 19 are hurt", "31 are hurt"}}));
}

}  // namespace
}  // namespace reprise::detail
