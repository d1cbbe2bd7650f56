// Where a mention begins and ends, as people read it.
#include "reprise/points/trim.h"

#include <gtest/gtest.h>

#include <string>

#include "support/told.h"

namespace reprise::detail {
namespace {

// The part of a text between two bars, as tokens of the text without them.
struct Marked {
  explicit Marked(const std::string& marked) {
    const size_t first = marked.find('|');
    const size_t second = marked.find('|', first + 1);
    begin = first;
    end = second - 1;
    text = marked.substr(0, first) + marked.substr(first + 1, second - first - 1) +
           marked.substr(second + 1);
  }
  TokenRange tokens(const TextUnit& unit) const { return support::tokens_on(unit, begin, end); }
  std::string text;
  size_t begin = 0;
  size_t end = 0;
};

std::string trimmed(const std::string& marked, Language language = Language::english) {
  const Marked part(marked);
  const support::Collection c({part.text});
  const TextUnit& unit = c.units()[0];
  return c.text_of(UnitId{0}, bytes_of(unit, trim(part.tokens(unit), unit, language)));
}

std::string bytes(const std::string& marked) {
  const Marked part(marked);
  const support::Told told({part.text});
  const TextUnit& unit = told.units()[0];
  const Span span = bytes_of_mention(part.tokens(unit), told.table.statements.at(0), unit);
  return told.collection.text_of(UnitId{0}, span);
}

TEST(Trim, LeadInsGoAndOtherWordsStay) {
  EXPECT_EQ(trimmed("It rained, |and the crane fell.|"), "the crane fell");
  EXPECT_EQ(trimmed("|The crane fell.|"), "The crane fell");
}

TEST(Trim, WordsThatWaitForMoreGoFromTheEnd) {
  EXPECT_EQ(trimmed("|the crane fell into the| water"), "the crane fell");
}

TEST(Trim, WhereAMarkFollowsTheEndStays) {
  EXPECT_EQ(trimmed("|This is what the crane was for|, he said"), "This is what the crane was for");
  EXPECT_EQ(trimmed("|This is what the crane was for|"), "This is what the crane was for");
}

TEST(Trim, ANotAtTheEndIsNoFilling) {
  EXPECT_EQ(trimmed("|whether the claim is true or not| he will see"),
            "whether the claim is true or not");
}

TEST(Trim, ThreeWordsStay) {
  EXPECT_EQ(trimmed("It was |and of the| old"), "and of the");
}

TEST(Trim, BothEndsOfTheExample) {
  EXPECT_EQ(trimmed("It says |and the “new ferry”, 90% of the| crew"), "the “new ferry”, 90");
}

TEST(BytesOfMention, AFigureKeepsItsSign) {
  EXPECT_EQ(bytes("The crew lost |half of it, or 90 |% in all."), "half of it, or 90 %");
  EXPECT_EQ(bytes("The crew lost |about 90|% in all."), "about 90%");
}

TEST(BytesOfMention, AMarkThatOpensInsideIsClosed) {
  EXPECT_EQ(bytes("They called the |ferry “a floating museum|” again."),
            "ferry “a floating museum”");
  EXPECT_EQ(bytes("They called the |ferry “a floating museum|.” Again."),
            "ferry “a floating museum.”");
  EXPECT_EQ(bytes("The |ferry (the old one|) is late."), "ferry (the old one)");
}

TEST(BytesOfMention, AMarkThatClosesInsideIsOpened) {
  EXPECT_EQ(bytes("They saw “|a floating museum” in port|."), "“a floating museum” in port");
  EXPECT_EQ(bytes("They saw \"|a floating museum\" in port|."), "\"a floating museum\" in port");
}

TEST(BytesOfMention, PairsInsideAndMarksOutsideStayAsTheyAre) {
  EXPECT_EQ(bytes("The |ferry (the old one) is late|) today."), "ferry (the old one) is late");
  EXPECT_EQ(bytes("He said “|the ferry is late|” today."), "the ferry is late");
}

}  // namespace
}  // namespace reprise::detail
