// Which figures of a story can't both be right.
#include "reprise/points/differ.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/told.h"

namespace reprise::detail {
namespace {

using support::Told;

// The figures that differ, as they stand in the texts: "57 - 97".
std::vector<std::string> differing(const std::vector<std::string>& texts) {
  const Told told(texts);
  const std::vector<CountedFigure> figures = counted_figures(told.story, told.units());
  const auto text_of = [&](uint32_t i) {
    const UnitId unit = told.story.lines[figures[i].line].statement->unit;
    return told.collection.text_of(unit, figures[i].figure->span);
  };
  std::vector<std::string> found;
  for (const auto& [a, b] : find_differing(figures, told.story)) {
    found.push_back(text_of(a) + " - " + text_of(b));
  }
  return found;
}

using Found = std::vector<std::string>;

// Two texts that tell the same but for one figure each.
struct Two {
  const char* a;
  const char* b;
};

class Differ : public testing::TestWithParam<Two> {};
class Agree : public testing::TestWithParam<Two> {};
class OfTwoThings : public testing::TestWithParam<Two> {};

TEST_P(Differ, Figures) {
  EXPECT_EQ(differing({GetParam().a, GetParam().b}).size(), 1u);
}

constexpr Two figures_that_differ[] = {
    {"About 150 migrants stormed the border fence.", "Some 200 migrants climbed the border fence."},
    {"The 48-page report blames the mayor.", "A 47-page report blames the mayor."},
    {"The quake in Norvane has killed 57 people.", "The quake in Norvane left 97 dead."},
    {"At least 57 people died in the Norvane quake.", "The Norvane quake killed at least 97."},
    {"Up to 1.5 million workers may sue the mill.", "As many as 1.6 million workers may sue it."},
    {"The storm in Norvane injured over 500.", "The Norvane storm injured nearly 500."},
    {"Shares of Orvik fell 17% after the recall.", "Orvik shares dropped 8% after the recall."},
    {"The couple earned $139 million.", "The couple earned $140,937,785."},
    {"She has led the harbour office since 2002.", "She has led the harbour office since 2003."},
    {"Orvik held the seat from 1966 to 1978.", "Orvik sat in it from 1967 to 1979, a seat."},
};
INSTANTIATE_TEST_SUITE_P(Rules, Differ, testing::ValuesIn(figures_that_differ));

TEST_P(Agree, Figures) {
  EXPECT_EQ(differing({GetParam().a, GetParam().b}), Found{});
}

constexpr Two figures_that_agree[] = {
    {"The plant cost just under $6m to build.", "The plant cost $5.6m to build."},
    {"The mill cuts more than 140 jobs.", "The mill cuts 147 jobs."},
    {"The couple paid $43 million in taxes.", "The couple paid $43,885,310 in taxes."},
    {"The mill cuts 2,034 jobs.", "The mill cuts about 2,000 jobs."},
    {"She has led the harbour office since 2002.", "She has led the harbour office since 2002."},
};
INSTANTIATE_TEST_SUITE_P(Rules, Agree, testing::ValuesIn(figures_that_agree));

TEST_P(OfTwoThings, SayNothingOfEachOther) {
  EXPECT_EQ(differing({GetParam().a, GetParam().b}), Found{});
}

constexpr Two figures_of_two_things[] = {
    {"The minister set a tariff of 25% on steel.", "The minister set a tariff of 10% on tin."},
    {"A 2-year-old boy was hurt in the fire.", "A 3-year-old girl was hurt in the fire."},
    {"The fever in Norvane left 165 dead.", "The fever in Norvane infected 203 people."},
    {"The bomb in Norvane killed 12 people.", "The bomb in Norvane injured 15 people."},
    {"The bomb in Norvane killed 12 soldiers.", "The bomb in Norvane killed 15 bakers."},
    {"The council passed the plan with 52 votes.", "The council lost the plan with 48 votes."},
    {"The mill earned $30 million in 2031.", "The mill earned $26 million in 2030."},
    {"The harbour opened in 2002.", "The bridge opened in 2003."},
    {"The mill cuts 340 jobs.", "The mill cuts 5,000 jobs."},
};
INSTANTIATE_TEST_SUITE_P(Rules, OfTwoThings, testing::ValuesIn(figures_of_two_things));

TEST(FindDiffering, AVoiceThatGivesBothSpeaksOfTwoThings) {
  const std::string one = "The mill cuts 340 jobs in the valley.";
  EXPECT_EQ(differing({one, "The mill cuts 430 jobs in the valley."}), (Found{"340 - 430"}));
  EXPECT_EQ(differing({one, "The mill cuts 430 jobs in the valley. The mill cuts 340 jobs."}),
            Found{});
}

TEST(FindDiffering, OneVoiceNeverContradictsItself) {
  EXPECT_EQ(differing({"The mill cuts 340 jobs here. The mill cuts 430 jobs here.", "It rained."}),
            Found{});
}

TEST(FindDiffering, ItemsOfAListAreKeptApart) {
  EXPECT_EQ(differing({"He paid $3,544 for a lamp and $5,687 for the old piano.",
                       "He paid $5,587 for the old piano, says the mayor."}),
            (Found{"$5,687 - $5,587"}));
}

TEST(FindDiffering, ManyFiguresOfOneThingTakeAboutTheTimeOfSorting) {
  std::string a;
  std::string b;
  for (int i = 100; i < 2100; ++i) {
    a += "The mill cuts " + std::to_string(2 * i) + " jobs in the valley. ";
    b += "The mill cuts " + std::to_string(2 * i + 1) + " jobs in the valley. ";
  }
  EXPECT_LE(differing({a, b}).size(), 4000u * 24u);
}

}  // namespace
}  // namespace reprise::detail
