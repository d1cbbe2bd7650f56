// Which words a reader is shown for a point.
#include "reprise/points/wording.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/told.h"

namespace reprise::detail {
namespace {

using support::Told;

// What is chosen of mentions in texts, of which all stretches are equally close to the others.
std::string wording(const std::vector<std::pair<std::string, std::string>>& texts_and_mentions) {
  std::vector<std::string> texts;
  for (const auto& [text, _] : texts_and_mentions) {
    texts.push_back(text);
  }
  const Told told(texts);
  std::vector<Stated> stated;
  for (size_t i = 0; i < texts.size(); ++i) {
    const std::string& mention = texts_and_mentions[i].second;
    const LineId line = told.line_of(UnitId{i}, mention);
    const Statement* statement = told.story.lines[line].statement;
    stated.push_back(
        {&told.units()[statement->unit], statement, told.tokens(line, mention), false});
  }
  const Wording chosen = choose_wording(stated, [](uint32_t, TokenRange) { return 0.5; });
  const UnitId unit = stated[chosen.mention].statement->unit;
  return told.collection.text_of(unit, chosen.span);
}

struct Row {
  const char* rule;
  const char* text;
  const char* mention;
  const char* wording;
};

TEST(Wording, StandsByItself) {
  const std::vector<Row> rows{
      {"a whole sentence", "It rains. The old ferry stays in the port until spring. He left.",
       "ferry stays in the port", "The old ferry stays in the port until spring."},
      {"without the dateline",
       "QUILLHAVEN (Coast News) - The old ferry stays in the port until spring.", "ferry stays",
       "The old ferry stays in the port until spring."},
      {"a quotation's sentence without a mark that stands alone",
       "“The old ferry stays in the port until spring. Then it sails.”", "ferry stays",
       "The old ferry stays in the port until spring."},
      {"a quotation with both its marks",
       "“The old ferry stays in the port until spring,” he said.", "ferry stays",
       "“The old ferry stays in the port until spring,” he said."},
      {"no title that a quotation mark opens",
       "He told “Coast Today” on Monday the old ferry stays in the port until the warm spring.",
       "ferry stays in the port",
       "He told “Coast Today” on Monday the old ferry stays in the port until the warm spring."},
      {"the part before what leans on it, of a long sentence",
       "The old ferry stays in the port for the month of March or April, which many of the "
       "people of the island on the other side of the cold bay, whose boats are small and old, and "
       "who have no other way to the market, have said they fear.",
       "ferry stays in the port",
       "The old ferry stays in the port for the month of March or April"}};
  for (const Row& row : rows) {
    EXPECT_EQ(wording({{row.text, row.mention}}), row.wording) << row.rule;
  }
}

TEST(Wording, IsOfTheMentionThatAReaderUnderstands) {
  const std::string good = "The old ferry stays in the port until spring.";
  const std::vector<std::string> worse{
      "It stays in the port for the whole of spring.",                     // who?
      "Ferry stays in the port until the spring",                          // a headline
      "Old ferry, old port, old yard, old cranes",                         // no verb
      "Does the old ferry stay in the port until spring?",                 // asks
      "But the old ferry stays in the port until spring.",                 // leans
      "Sign up for our newsletter on the ferry in the port this spring.",  // of the page
      "Ferry stays."};                                                     // says too little
  for (const std::string& other : worse) {
    const std::string mention = other.substr(0, other.find_last_not_of(".?") + 1);
    EXPECT_EQ(wording({{other, mention}, {good, "ferry stays in the port"}}), good) << other;
  }
}

TEST(Wording, IsNotShownTwiceIfThereIsAnother) {
  const Told told({"The old ferry stays in the port until spring.",
                   "The old ferry remains in the port until spring."});
  std::vector<Stated> stated;
  for (const LineId line : {LineId{0}, LineId{1}}) {
    const Statement* statement = told.story.lines[line].statement;
    stated.push_back({&told.units()[statement->unit], statement, statement->tokens, false});
  }
  const Closeness equal = [](uint32_t, TokenRange) {
    return 0.5;
  };
  EXPECT_EQ(choose_wording(stated, equal).mention, 0u);
  const Shown first{{std::string(told.units()[0].text)}, {}};
  EXPECT_EQ(choose_wording(stated, equal, first).mention, 1u);
  EXPECT_EQ(choose_wording({stated.data(), 1}, equal, first).mention, 0u) << "there is no other";
  const Shown part{{"The old ferry stays"}, {std::string(told.units()[0].text)}};
  EXPECT_EQ(choose_wording(stated, equal, part).mention, 1u) << "a part of its sentence is shown";
}

TEST(Wording, OfTextWithoutMarksIsShort) {
  std::string text;
  for (int i = 0; i < 500; ++i) {
    text += "ferry stays in port ";
  }
  EXPECT_LT(wording({{text, "ferry stays in port"}}).size(), 600u);
}

TEST(Wording, OfLittleButFiguresIsAllOfThem) {
  EXPECT_EQ(wording({{"12 13 14 m 15 16 17", "14 m 15"}}), "12 13 14 m 15 16 17");
}

}  // namespace
}  // namespace reprise::detail
