// The pieces of two texts that a page shows side by side.
#include "reprise/report/page/differences.h"

#include <gtest/gtest.h>

#include "reprise/base/utf8.h"
#include "reprise/words/tokenize.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using Pieces = std::vector<std::string>;

std::string joined(const DifferingSide& side) {
  std::string text;
  for (const std::string& piece : side.pieces) {
    text += piece;
  }
  return text;
}

// Returns the words that both have in common, as far as one side says.
std::vector<uint64_t> common_words(const DifferingSide& side) {
  std::vector<uint64_t> words;
  for (size_t i = 0; i < side.pieces.size(); i += 2) {
    for (const Token& token : tokenize(side.pieces[i], {})) {
      words.push_back(token.hash);
    }
  }
  return words;
}

TEST(Differences, AreTheWordsWithoutAPartner) {
  const Differences found =
      differences("The ferry sank off Orne.", "The ferry burnt off Orne.", {});
  EXPECT_EQ(found.a.pieces, (Pieces{"The ferry ", "sank", " off Orne."}));
  EXPECT_EQ(found.b.pieces, (Pieces{"The ferry ", "burnt", " off Orne."}));
  EXPECT_FALSE(found.a.cut_before || found.a.cut_behind);
}

TEST(Differences, OfEqualWordsThereAreNone) {
  const Differences found = differences("One, two.", "one two", {});
  EXPECT_EQ(found.a.pieces, (Pieces{"One, two."}));
  EXPECT_EQ(found.b.pieces, (Pieces{"one two"}));
  EXPECT_EQ(differences("", "a word", {}).b.pieces, (Pieces{"", "a word", ""}));
}

TEST(Differences, BeginShortlyBeforeTheFirst) {
  std::string text;
  for (int i = 0; i < 500; ++i) {
    text += "word" + std::to_string(i) + " ";
  }
  const Differences found = differences(text + "alone and more", text + "together and more", {});
  EXPECT_TRUE(found.a.cut_before);
  EXPECT_TRUE(joined(found.a).starts_with("word488 "));
  EXPECT_EQ(found.a.pieces[1], "alone");
  EXPECT_EQ(found.b.pieces[1], "together");
}

TEST(Differences, ArePiecesOfTheTextsAndLeaveTheSameWords) {
  support::Random random(7);
  for (int round = 0; round < 300; ++round) {
    std::string texts[2];
    for (int i = 0; i < 260; ++i) {
      const std::string word = "w" + std::to_string(random.below(9));
      for (std::string& text : texts) {
        const auto kind = random.below(20);
        if (kind > 0) {
          text += word + (kind == 1 ? " extra" : "") + (kind == 2 ? "…\xff " : " ");
        }
      }
    }
    const Differences found = differences(texts[0], texts[1], {});
    EXPECT_EQ(common_words(found.a), common_words(found.b));
    EXPECT_NE(repaired_utf8(texts[0]).find(joined(found.a)), std::string::npos);
    EXPECT_NE(repaired_utf8(texts[1]).find(joined(found.b)), std::string::npos);
    EXPECT_LE(joined(found.a).size(), 4500u);
  }
}

TEST(Differences, AreBoundedWhateverTheTexts) {
  const std::string word(3 << 20, 'x');
  const Differences found = differences(word + " a", "é" + word, {});
  EXPECT_LE(joined(found.a).size(), 1500u);
  EXPECT_LE(joined(found.b).size(), 1500u);
  EXPECT_TRUE(found.a.cut_behind);
}

TEST(StretchInContext, IsTheMiddlePiece) {
  const std::string around(1000, '-');
  const DifferingSide side = stretch_in_context(around + "here" + around, 1000, 1004);
  EXPECT_EQ(side.pieces[1], "here");
  EXPECT_EQ(side.pieces[0].size(), 200u);
  EXPECT_EQ(side.pieces[2].size(), 200u);
  EXPECT_TRUE(side.cut_before && side.cut_behind);
  EXPECT_EQ(stretch_in_context("äää", 2, 4).pieces, (Pieces{"ä", "ä", "ä"}));
  EXPECT_LE(joined(stretch_in_context(around + around + around, 10, 3000)).size(), 1500u);
}

}  // namespace
}  // namespace reprise::detail
