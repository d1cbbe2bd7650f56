// Who is said to say a mention, and whether the text denies it.
#include "reprise/points/cite.h"

#include <gtest/gtest.h>

#include <string>

#include "support/collection.h"

namespace reprise::detail {
namespace {

struct Cited {
  std::string attributed;
  bool denied = false;
  friend bool operator==(const Cited&, const Cited&) = default;
};
void PrintTo(const Cited& cited, std::ostream* out) {
  *out << "\"" << cited.attributed << "\"" << (cited.denied ? ", denied" : "");
}

// Returns what a text says of the mention that stands on these words of it.
Cited cited(const std::string& text, const std::string& words) {
  const support::Collection c({text});
  const TextUnit& unit = c.units()[0];
  const size_t begin = text.find(words);
  const TokenRange tokens = support::tokens_on(unit, begin, begin + words.size());
  Mention mention;
  cite(mention, tokens, unit, Language::english);
  const Span speaker = mention.attributed.value_or(Span{});
  return {std::string(speaker.in(unit.text)), mention.denied};
}

TEST(Cite, WhoSaysItIsNamed) {
  EXPECT_EQ(cited("Iskline said that the ferry is late.", "the ferry is late"),
            (Cited{"Iskline said", false}));
  EXPECT_EQ(cited("It rained. The ferry is late, said Jane Orvik. It snowed.", "The ferry is late"),
            (Cited{"said Jane Orvik", false}));
  EXPECT_EQ(cited("The ferry is late.", "The ferry is late"), (Cited{"", false}));
}

TEST(Cite, ACueCountsIfItsScopeHoldsHalfOfTheMention) {
  const std::string text = "The boats were late and full and Iskline said that gulls are loud.";
  EXPECT_EQ(cited(text, "gulls are loud").attributed.empty(), false);
  EXPECT_EQ(cited(text, "late and full and Iskline said that gulls").attributed, "");
}

TEST(Cite, AMentionThatHoldsTheWholeScopeHasItsCue) {
  const std::string text = "Tolvane, the owner of the old yard in the harbour, denied it was late.";
  EXPECT_TRUE(cited(text, text.substr(0, text.size() - 1)).denied);
}

TEST(Cite, ADenialIsOfItsScopeAndNotOfTheRestOfTheSentence) {
  const std::string text =
      "The ferry, which is old, may have hit a rock, but this has not been verified.";
  EXPECT_TRUE(cited(text, "may have hit a rock").denied);
  EXPECT_FALSE(cited(text, "which is old").denied);
}

TEST(Cite, ADenialMayStandInTheSentenceBehindAndNotInOneFurther) {
  EXPECT_TRUE(cited("The ferry sank on Monday. This claim is false.", "The ferry sank").denied);
  EXPECT_FALSE(
      cited("The ferry sank on Monday. It rained. This claim is false.", "The ferry sank").denied);
}

TEST(Cite, ATextWithoutSentencesSaysNothing) {
  TextUnit unit;
  unit.text = "It is false.";
  unit.tokens = tokenize(unit.text);
  Mention mention;
  cite(mention, {0, 2}, unit, Language::english);
  EXPECT_FALSE(mention.attributed);
  EXPECT_FALSE(mention.denied);
}

}  // namespace
}  // namespace reprise::detail
