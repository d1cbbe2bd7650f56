// Words of a text without the furniture that shows itself.
#include "reprise/furniture/said.h"

#include <gtest/gtest.h>

#include <string>

namespace reprise::detail {
namespace {

std::string shown(const std::string& text, const Normalisation& rules = {}) {
  std::string all;
  for (const Token& token : tokenize_without_furniture(text, rules)) {
    all += (all.empty() ? "" : " ") + std::string(token.span.in(text));
  }
  return all;
}

TEST(SaidFurniture, LeavesTheWordsOfTheTextAlone) {
  EXPECT_EQ(shown("The ferry to Orne sank. Sign up for our newsletter.\nIt was late.\n"
                  "Related stories\nBread is dear\n\nThe mayor was told of it."),
            "The ferry to Orne sank It was late The mayor was told of it");
  EXPECT_EQ(shown("Der Bürgermeister sagte, die Fähre sei gesunken.\nAlle Rechte vorbehalten"),
            "Der Bürgermeister sagte die Fähre sei gesunken");
  EXPECT_EQ(shown("Nothing here belongs to a page."), "Nothing here belongs to a page");
  EXPECT_EQ(shown(""), "");
}

TEST(SaidFurniture, IsKnownWhateverTheRulesForWords) {
  const std::string text = "Sign up for our newsletter\nThe ferry sank.";
  EXPECT_EQ(shown(text, {.fold_case = false}), "The ferry sank");
  EXPECT_EQ(shown(text, {.drop_punctuation = false}), "The ferry sank .");
}

TEST(SaidFurniture, IsOneLineOfASentenceWithoutAFullStop) {
  EXPECT_EQ(
      shown("The ferry of Orne was seen off the coast of Mell on Tuesday at noon by many people\n"
            "take our poll - story continues below\nIt was late.\nIt rained all day long.\n"),
      "The ferry of Orne was seen off the coast of Mell on Tuesday at noon by many people It "
      "was late It rained all day long");
}

TEST(SaidFurniture, TokensInSpansAreTaken) {
  std::vector<Token> tokens{{1, {0, 2}}, {2, {3, 5}}, {3, {6, 9}}, {4, {10, 12}}};
  const std::vector<Span> spans{{0, 1}, {4, 10}};
  take_out(spans, tokens);
  ASSERT_EQ(tokens.size(), 2u);
  EXPECT_EQ(tokens[0].hash, 2u);
  EXPECT_EQ(tokens[1].hash, 4u);
}

}  // namespace
}  // namespace reprise::detail
