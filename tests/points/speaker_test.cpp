// Whose words a quotation is.
#include "reprise/points/speaker.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "reprise/points/cite.h"
#include "support/collection.h"

namespace reprise::detail {
namespace {

// Mentions of texts, each of which stands on given words.
class Said {
 public:
  explicit Said(const std::vector<std::string>& texts, const std::string& language = "english")
      : collection_(texts, language), texts_(texts) {
    std::vector<Language> languages;
    for (const TextUnit& unit : collection_.units()) {
      languages.push_back(unit.language.language);
    }
    names_ = find_names(collection_.units(), languages);
  }

  Mention mention(size_t text, const std::string& words) const {
    const TextUnit& unit = collection_.units()[text];
    const size_t begin = texts_[text].find(words);
    const TokenRange tokens = support::tokens_on(unit, begin, begin + words.size());
    Mention mention;
    mention.unit = UnitId(text);
    mention.span = bytes_of(unit, tokens);
    cite(mention, tokens, unit, unit.language.language);
    return mention;
  }

  // Returns who says the words, as text `text` writes it.
  std::string speaker(const std::string& words, size_t text = 0) const {
    const auto found = find_speaker(mention(text, words), collection_.units()[text], names_[text]);
    return found ? collection_.text_of(static_cast<uint32_t>(text), found->name) : "";
  }

  // Returns who says the words, which stand in all texts; the first is the label.
  std::string of_all(const std::string& words) const {
    std::vector<Mention> mentions;
    for (size_t text = 0; text < texts_.size(); ++text) {
      mentions.push_back(mention(text, words));
    }
    return name_speaker(mentions, 0, collection_.units(), names_).value_or("");
  }

 private:
  support::Collection collection_;
  std::vector<std::string> texts_;
  std::vector<std::vector<Name>> names_;
};

std::string speaker(const std::string& text, const std::string& words,
                    const std::string& language = "english") {
  return Said({text}, language).speaker(words);
}

TEST(Speaker, IsWhomTheSentenceCites) {
  EXPECT_EQ(speaker("“The ferry stays in port,” said Jane Orvik.", "The ferry stays"),
            "Jane Orvik");
  EXPECT_EQ(speaker("Mayor Jane Orvik said: “The ferry stays in port.”", "The ferry stays"),
            "Jane Orvik");
  EXPECT_EQ(speaker("Jane Orvik, the mayor, said: “The ferry stays in port.”", "The ferry stays"),
            "Jane Orvik");
  EXPECT_EQ(speaker("“The ferry stays in port,” Jane Orvik, the mayor, said.", "The ferry stays"),
            "Jane Orvik");
}

TEST(Speaker, IsWhomAQuotationOfSeveralSentencesEndsWith) {
  const std::string text = "“The ferry stays in port. It is too old,” Jane Orvik said.";
  EXPECT_EQ(speaker(text, "The ferry stays in port"), "Jane Orvik");
}

TEST(Speaker, GoesOnInTheNextQuotationOfTheParagraph) {
  const std::string text = "“The ferry stays,” Jane Orvik said on Monday. “Nobody wants it.”";
  EXPECT_EQ(speaker(text, "Nobody wants it"), "Jane Orvik");
  EXPECT_EQ(speaker("“The ferry stays,” Jane Orvik said.\n\n“Nobody wants it.”", "Nobody wants it"),
            "");
}

TEST(Speaker, APronounIsWhomTheSentencesBeforeSpeakOf) {
  EXPECT_EQ(speaker("Mayor Jane Orvik met the crew. “The ferry stays,” she said.", "The ferry"),
            "Jane Orvik");
  EXPECT_EQ(speaker("Jane Orvik said it was late. “The ferry stays,” she added.", "The ferry"),
            "Jane Orvik");
  EXPECT_EQ(speaker("The crew met Jane Orvik. “The ferry stays,” she said.", "The ferry"), "");
  EXPECT_EQ(speaker("Norway waits for a ferry. “The ferry stays,” he said.", "The ferry stays"),
            "");
}

TEST(Speaker, ANameThatOnlyStandsBesideTheVerbIsNone) {
  EXPECT_EQ(speaker("“The ferry stays,” Jane Orvik's lawyer said.", "The ferry stays"), "");
  EXPECT_EQ(speaker("“The ferry stays,” the Orvik campaign said.", "The ferry stays"), "");
  EXPECT_EQ(speaker("“The ferry stays,” the company said.", "The ferry stays"), "");
}

TEST(Speaker, ANameBehindAPrepositionBelongsToAnother) {
  EXPECT_EQ(speaker("“The ferry stays,” said a spokeswoman for Odran Feld.", "The ferry"), "");
  EXPECT_EQ(speaker("„Die Fähre bleibt im Hafen“, sagte ein Sprecher von Anke Berger.",
                    "Die Fähre bleibt", "german"),
            "");
  EXPECT_EQ(speaker("« Le bac reste au port », a déclaré le porte-parole de Jeanne Orvic.",
                    "Le bac reste", "french"),
            "");
  EXPECT_EQ(speaker("According to Jane Orvik, “the ferry stays in port until spring.”",
                    "the ferry stays"),
            "Jane Orvik");
}

TEST(Speaker, OfTwoNoSingleOneSpeaks) {
  EXPECT_EQ(speaker("“The ferry stays,” said Clara Stone and David Marsh.", "The ferry"), "");
  EXPECT_EQ(speaker("Jonas Reed met Odran Feld. “The ferry stays,” he said.", "The ferry"), "");
}

TEST(Speaker, WhatIsNotQuotedIsNobodysWord) {
  EXPECT_EQ(speaker("The ferry stays in port. Jane Orvik said that it rained.", "The ferry stays"),
            "");
  EXPECT_EQ(speaker("Jane Orvik said the ferry stays in port.", "the ferry stays"), "");
}

TEST(Speaker, IsFoundInOtherLanguages) {
  EXPECT_EQ(
      speaker("„Die Fähre bleibt im Hafen“, sagte Anke Berger.", "Die Fähre bleibt", "german"),
      "Anke Berger");
  EXPECT_EQ(speaker("« Le bac reste au port », a déclaré Jeanne Orvic.", "Le bac reste", "french"),
            "Jeanne Orvic");
}

TEST(Speaker, IsCalledAsTheFullestTextCallsThem) {
  const Said said({"“The ferry stays in port,” Ms. Orvik said. Jane Orvik is the mayor.",
                   "“The ferry stays in port,” Jane Orvik said."});
  EXPECT_EQ(said.of_all("The ferry stays in port"), "Jane Orvik");
}

TEST(Speaker, IsNobodyWhereTextsNameOthers) {
  const Said said({"“The ferry stays in port,” Jane Orvik said.",
                   "“The ferry stays in port,” Odran Feld said."});
  EXPECT_EQ(said.of_all("The ferry stays in port"), "");
}

TEST(Speaker, IsNobodyWhereMostTextsNameNobody) {
  const Said said({"“The ferry stays in port,” Jane Orvik said.", "The ferry stays in port.",
                   "The ferry stays in port for long."});
  EXPECT_EQ(said.of_all("The ferry stays in port"), "");
}

TEST(Speaker, OneTextThatNamesThemIsEnoughWhereAllQuote) {
  const Said said({"“The ferry stays in port,” Jane Orvik said.",
                   "The mayor spoke. “The ferry stays in port.”",
                   "There was one answer: “The ferry stays in port.”"});
  EXPECT_EQ(said.of_all("The ferry stays in port"), "Jane Orvik");
}

TEST(Speaker, ATextOfQuotationMarksAloneHasNone) {
  EXPECT_EQ(speaker("““““ ”””” she “ said ”", "said"), "");
}

}  // namespace
}  // namespace reprise::detail
