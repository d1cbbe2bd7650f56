// Denials: what is denied, behind the verb and before it.
#include <gtest/gtest.h>

#include <string>

#include "reprise/language/cues/cues.h"
#include "support/sentences.h"

namespace reprise::detail {
namespace {

using support::unit_of;

// "scope | scope +": a plus where the sentence before is meant too.
std::string denials(std::string_view text, Language language = Language::english) {
  const TextUnit unit = unit_of(text, language);
  std::string out;
  for (const Sentence& sentence : unit.sentences) {
    for (const Denial& d : find_denials(unit, sentence, language)) {
      out += (out.empty() ? "" : " | ") + std::string(bytes_of(unit, d.scope).in(text)) +
             (d.previous ? " +" : "");
    }
  }
  return out;
}

struct Example {
  std::string text, expected;
};

TEST(Denials, WhatStandsBehind) {
  const Example table[] = {
      {"Tolvane denied that it had known of the fault.", "it had known of the fault"},
      {"Tolvane denies any fault.", "any fault"},
      {"Tolvane has refuted the claim that the cabinets burn.", "the cabinets burn"},
      {"Tolvane rejected claims that the cabinets burn.", "the cabinets burn"},
      {"Tolvane dismissed reports of a fire at the yard.", "a fire at the yard"},
      {"Tolvane rejected the allegations.", "the allegations +"},
      {"Tolvane denied it.", "it +"},
      {"There is no evidence that the pills work.", "the pills work"},
      {"There is no credible evidence that the pills work.", "the pills work"},
      {"There is no evidence of poison in the smoke.", "poison in the smoke"},
      {"There is no evidence.", "There is no evidence +"},
      {"There is no truth in the claim that the pills work.", "the pills work"},
      {"It is not true that the pills work.", "the pills work"},
      {"It is false that the pills work.", "the pills work"},
      {"The post makes false claims that the pills work.", "the pills work"},
      {"Doctors debunked the idea that the pills work.", "the pills work"},
      {"Doctors doubt that the pills work.", "the pills work"},
      {"The report cast doubt on the number of chips.", "chips"},
      {"Tolvane disputed that the cabinets burn.", "the cabinets burn"},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(denials(text), expected) << text;
  }
}

TEST(Denials, WhatStandsBefore) {
  const Example table[] = {
      {"The number of 50,000 smuggled chips has yet to be independently verified.",
       "The number of 50,000 smuggled chips has"},
      {"The number has yet to be verified.", "The number has +"},
      {"The story of the smuggled chips remains unconfirmed.", "The story of the smuggled chips +"},
      {"This claim is false.", "This claim +"},
      {"That was wrong.", "That +"},
      {"That pills cure a broken leg is a myth.", "That pills cure a broken leg"},
      {"That report about the smuggled chips in the harbour was wrong.",
       "That report about the smuggled chips in the harbour +"},
      {"The claims were rejected.", "The claims +"},
      {"The claim that magnets heal old dogs has been debunked.",
       "The claim that magnets heal old dogs has"},
      {"The cost of six million dollars could not be verified.",
       "The cost of six million dollars could"},
      {"It turned out to be false.", "It +"},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(denials(text), expected) << text;
  }
}

TEST(Denials, AVerdictBehindBut) {
  const Example table[] = {
      {"The jet, which had taken off from Quillhaven for Norvane, may have hit birds, but this has "
       "not been officially "
       "confirmed.",
       "may have hit birds"},
      {"The jet hit birds, which nest in Norvane, but this has not been confirmed.",
       "The jet hit birds"},
      {"The jet may have hit birds, though the report has not been verified.",
       "The jet may have hit birds"},
      {"The jet hit birds, however, this has not been confirmed.", "The jet hit birds"},
      {"Unions say the number is 40, but Iskline says it is false.", "Unions say the number is 40"},
      {"The jet landed late, but the number of injured people has not been confirmed.",
       "the number of injured people has"},
      {"But this has not been confirmed.", "But this has +"},
      {"The claim, though, is false.", "The claim, though +"},
      {"The claim, though popular, is false.", "The claim, though popular +"},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(denials(text), expected) << text;
  }
}

TEST(Denials, WhatIsNone) {
  const std::string texts[] = {
      "",
      "The ferry is not late.",
      "Tolvane did not deny it.",
      "Tolvane neither confirmed nor denied it.",
      "Nobody denied it.",
      "The board rejected the offer of the yard.",
      "They were denied entry.",
      "He was denied a visa.",
      "The union dismissed the cook.",
      "It is wrong to lie.",
      "Nobody knows what is wrong with it.",
      "The number is not false.",
      "false",
      "was wrong",
  };
  for (const auto& text : texts) {
    EXPECT_EQ(denials(text), "") << text;
  }
}

TEST(Denials, OtherLanguages) {
  EXPECT_EQ(denials("Der Minister bestreitet, dass die Fähre sinkt.", Language::german),
            "die Fähre sinkt");
  EXPECT_EQ(denials("Diese Behauptung ist falsch.", Language::german), "Diese Behauptung +");
  EXPECT_EQ(denials("Le ministre nie que le bateau coule.", Language::french), "le bateau coule");
  EXPECT_EQ(denials("El ministro niega que el barco se hunda.", Language::spanish),
            "el barco se hunda");
  EXPECT_EQ(denials("No es cierto que el barco se hunda.", Language::spanish), "el barco se hunda");
}

}  // namespace
}  // namespace reprise::detail
