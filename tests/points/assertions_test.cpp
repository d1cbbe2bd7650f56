// What asserts nothing is no point.
#include "reprise/points/assertions.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/told.h"

namespace reprise::detail {
namespace {

using support::Told;

// Whether a group of these words asserts something; each in a text of its own, in `texts`.
bool asserts(const std::vector<std::string>& texts, const std::vector<std::string>& mentions) {
  const Told told(texts);
  Group group;
  PlacePairs found;
  for (size_t i = 0; i < texts.size(); ++i) {
    const std::string& mention = mentions[i];
    const LineId line = told.line_of(UnitId{i}, mention);
    found.places.push_back({line, told.tokens(line, mention), told.story.lines[line].voice});
    group.places.emplace_back(group.places.size());
  }
  return asserts_something(group, found, {told.story, told.table, told.units()});
}

bool asserts(const std::vector<std::string>& sentences) {
  std::vector<std::string> mentions;
  for (const std::string& sentence : sentences) {
    mentions.push_back(sentence.substr(0, sentence.find_last_not_of('.') + 1));
  }
  return asserts(sentences, mentions);
}

TEST(AssertsSomething, WhatIsClaimed) {
  EXPECT_TRUE(asserts({"The yard was closed by Berit Tann.", "Berit Tann closed a yard."}));
  EXPECT_TRUE(asserts({"They spent $6 million.", "It cost her $6 million."})) << "a figure";
  EXPECT_TRUE(asserts({"Look forward to our summit", "Look forward to our summit"})) << "no verb";
}

TEST(AssertsSomething, TwoNamesWithSomethingBetweenThem) {
  EXPECT_TRUE(
      asserts({"There Berit Tann will meet Iver Holt.", "Then Berit Tann thanked Iver Holt."}));
}

TEST(AssertsSomething, NotNamesWithTheirTitles) {
  EXPECT_FALSE(asserts({"For him the former Mayor Berit Tann was right.",
                        "They saw the former Mayor Berit Tann leave."},
                       {"the former Mayor Berit Tann", "the former Mayor Berit Tann"}));
}

TEST(AssertsSomething, NotWordsOfSayingAndDates) {
  EXPECT_FALSE(asserts({"He said in a statement on Thursday that it rains.",
                        "She left, Orvik said in a statement on Thursday."},
                       {"said in a statement on Thursday", "said in a statement on Thursday"}));
}

TEST(AssertsSomething, NotDatelines) {
  EXPECT_FALSE(asserts({"QUILLHAVEN, Tolvane", "QUILLHAVEN, Tolvane"}));
}

TEST(AssertsSomething, NotQuestions) {
  EXPECT_FALSE(asserts(
      {"Will the ferry sail again before spring?", "“Will the ferry sail again before spring?”"},
      {"ferry sail again before spring", "ferry sail again before spring"}));
  EXPECT_TRUE(
      asserts({"Will the ferry sail? The ferry will sail again before spring.",
               "The ferry will sail again before spring."},
              {"ferry will sail again before spring", "ferry will sail again before spring"}));
}

TEST(AssertsSomething, NothingIsKnownOfNounsWhereAllAreCapital) {
  EXPECT_TRUE(asserts({"Die Stadt schließt die alte Werft im Hafen und die Kräne sind weg.",
                       "Im Hafen ist die Werft von der Stadt und den Kränen getrennt."}));
}

}  // namespace
}  // namespace reprise::detail
