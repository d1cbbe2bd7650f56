// What a figure counts, as one name for all who count it.
#include "reprise/points/figure_thing.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/collection.h"

namespace reprise::detail {
namespace {

// What each figure of a sentence counts: its name, "?" for none known, "-" for what counts nothing.
std::vector<std::string> things(const std::string& text, const std::string& language = "english") {
  const support::Collection collection({text}, language);
  const StatementTable table = make_statements(collection.units());
  std::vector<std::string> names;
  for (const Statement& statement : table.statements) {
    Line line;
    line.statement = &statement;
    const FigureLine words(line, collection.units()[statement.unit]);
    for (const Figure& figure : statement.figures) {
      const FigureThing thing = thing_of(figure, words);
      const std::string known = thing.name.empty() ? "?" : thing.name;
      names.push_back(counts_nothing(figure, words) ? "-" : known);
    }
  }
  return names;
}

using Names = std::vector<std::string>;

TEST(FigureThing, NounsCountInSingularOrPlural) {
  EXPECT_EQ(things("The plant cuts 340 jobs and spends 6 million euros on ovens."),
            (Names{"job", "?"}));
  EXPECT_EQ(things("They read the 48-page report."), (Names{"page"}));
}

TEST(FigureThing, OfPeopleWhatHappenedToThemCounts) {
  EXPECT_EQ(things("At least 57 people were killed."), (Names{"dead"}));
  EXPECT_EQ(things("The storm left 97 dead and injured 120 people."), (Names{"dead", "injured"}));
  EXPECT_EQ(things("The death toll of the storm rose to 124."), (Names{"dead"}));
  EXPECT_EQ(things("The fire killed more than 50 and injured nearly 500."),
            (Names{"dead", "injured"}));
  EXPECT_EQ(things("The fever has infected 2,034 people."), (Names{"people"}));
}

TEST(FigureThing, SoldiersAreNotAllTheDead) {
  EXPECT_EQ(things("The storm killed 12 soldiers."), (Names{"soldier dead"}));
}

TEST(FigureThing, WhatNobodyCouldContradictCountsNothing) {
  EXPECT_EQ(things("A 43-year-old baker spoke."), (Names{"-"}));
  EXPECT_EQ(things("Dozens of boats lay in the harbour."), (Names{"-"}));
  EXPECT_EQ(things("Thousands of euros were spent."), (Names{"-"}));
  EXPECT_EQ(things("The plan got 60 votes."), (Names{"?"}));
}

TEST(FigureThing, OtherLanguagesHaveTheirWords) {
  EXPECT_EQ(things("Bei dem Beben starben 57 Menschen.", "german"), (Names{"tote"}));
  EXPECT_EQ(things("Le séisme a tué 57 personnes.", "french"), (Names{"morts"}));
  EXPECT_EQ(things("El terremoto dejó 57 muertos.", "spanish"), (Names{"muertos"}));
  EXPECT_EQ(things("O terremoto matou 57 pessoas.", "portuguese"), (Names{"mortos"}));
}

}  // namespace
}  // namespace reprise::detail
