// The parts of a sentence that a mention is widened to.
#include "reprise/points/clauses.h"

#include <gtest/gtest.h>

#include <string>

#include "support/told.h"

namespace reprise::detail {
namespace {

using support::Told;

// The words that the stretch becomes in the first statement of the text.
std::string widened(const std::string& text, const std::string& stretch) {
  const Told told({text});
  const Line& line = told.story.lines[0];
  const TokenRange tokens = told.tokens(LineId{0}, stretch);
  return told.words(line, widen_to_marks(tokens, line.statement->tokens, told.units()[0]));
}

TEST(Widen, GoesToTheNextMarkOnBothSides) {
  EXPECT_EQ(widened("On Monday, the old ferry stays in port until spring, the mayor said.",
                    "ferry stays in port"),
            "the old ferry stays in port until spring");
  EXPECT_EQ(widened("The mayor said: “The ferry stays in port” and left.", "ferry stays"),
            "The ferry stays in port");
}

TEST(Widen, GoesToTheBordersOfTheSentence) {
  EXPECT_EQ(widened("No ferry stays in port. It sails.", "ferry stays"), "No ferry stays in port");
}

TEST(Widen, GoesNoFurtherThanSixWords) {
  EXPECT_EQ(widened("One of the seven ferries that he owns stays in port.", "stays in port"),
            "stays in port");
  EXPECT_EQ(widened("One of the ferries he owns stays in port.", "stays in port"),
            "One of the ferries he owns stays in port");
}

TEST(Widen, MakesNoMentionLong) {
  const std::string long_one =
      "ferry sails to the island and the port and the yard and the dock and the pier and the "
      "wharf and the bank and the bay";
  EXPECT_EQ(widened("Now the old " + long_one + " and back.", long_one), long_one + " and back");
}

TEST(Widen, StopsAtQuotationMarks) {
  EXPECT_EQ(widened("He would use a \"very heavy crane\" now, she said.", "heavy crane"),
            "very heavy crane");
  EXPECT_EQ(widened("He would use a \"very heavy crane\" now, she said.", "would use"),
            "He would use a");
}

TEST(Parts, BeginAndEndAtMarksThatDivide) {
  const Told told({"He owns a \"crane\" (an old one), she said: “It is heavy” and so on."});
  const TextUnit& unit = told.units()[0];
  std::string begins;
  std::string ends;
  for (uint32_t i = 0; i < unit.tokens.size(); ++i) {
    const std::string word(unit.tokens[i].span.in(unit.text));
    begins += part_begins(unit, i) ? word + " " : "";
    ends += part_ends(unit, i) ? word + " " : "";
  }
  EXPECT_EQ(begins, "He crane she It ");
  EXPECT_EQ(ends, "He an she It and ");
}

TEST(BytesOfSentence, HoldItsQuotationMarksAndItsStop) {
  const Told told({"It rains. “The ferry stays in port.” He left."});
  const TextUnit& unit = told.units()[0];
  const LineId line = told.line("ferry");
  const Span span = bytes_of_sentence(*told.story.lines[line].statement, unit);
  EXPECT_EQ(span.in(unit.text), "“The ferry stays in port.”");
}

TEST(BytesOfSentence, OfAPieceOfALongLineAreThoseOfThePiece) {
  std::string text;
  for (int i = 0; i < 200; ++i) {
    text += "ferry port ";
  }
  const Told told({text});
  const Span first = bytes_of_sentence(*told.story.lines[0].statement, told.units()[0]);
  EXPECT_EQ(first.begin, 0u);
  EXPECT_LT(first.end, text.size() / 2);
}

}  // namespace
}  // namespace reprise::detail
