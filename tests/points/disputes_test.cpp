// Opposed sides: each rule with sentences that it holds for, and with some that only look like it.
#include "reprise/points/disputes.h"

#include <gtest/gtest.h>

#include <numeric>
#include <string>
#include <vector>

#include "reprise/language/opposition_words.h"
#include "reprise/points/find.h"
#include "reprise/report/json/json_names.h"
#include "support/collection.h"
#include "support/ids.h"

namespace reprise::detail {
namespace {

std::vector<Dispute> disputes_in(const support::Collection& collection,
                                 std::vector<uint32_t> voices = {}) {
  if (voices.empty()) {
    voices.resize(collection.units().size());
    std::iota(voices.begin(), voices.end(), 0u);
  }
  return find_points(collection.units(), voices, {}).disputes;
}

// Returns what opposes what in two texts with these sentences: "negation: resign | won't resign";
// "" if nothing does.
std::string opposed(const std::string& a, const std::string& b,
                    const std::string& language = "english") {
  const support::Collection collection({a, b}, language);
  std::string all;
  for (const Dispute& dispute : disputes_in(collection)) {
    all += all.empty() ? "" : "; ";
    all += names_of(dispute.kind)[static_cast<size_t>(dispute.kind)];
    all += ": ";
    all += dispute.sides[0].words + " | " + dispute.sides[1].words;
  }
  return all;
}

TEST(Disputes, AnAntonymOpposes) {
  EXPECT_EQ(opposed("The harbour council welcomed the apology of the brewery.",
                    "The harbour council rejected the apology of the brewery."),
            "antonym: welcomed | rejected");
  EXPECT_EQ(opposed("The apology was welcomed by the harbour council.",
                    "The harbour council rejected the apology."),
            "antonym: welcomed | rejected");
  EXPECT_EQ(opposed("Salt prices rose by 5 percent at Quillhaven market.",
                    "Salt prices fell at Quillhaven market."),
            "antonym: rose | fell");
  EXPECT_EQ(opposed("Inspectors said the Tolvane dam is safe.",
                    "Inspectors said the Tolvane dam is unsafe."),
            "antonym: safe | unsafe");
}

TEST(Disputes, ANegationOpposes) {
  EXPECT_EQ(opposed("Mayor Berit Tann will resign over the ferry contract.",
                    "Mayor Berit Tann won't resign over the ferry contract."),
            "negation: resign | won't resign");
  EXPECT_EQ(opposed("The harbour council did not welcome the apology of the brewery.",
                    "The harbour council welcomed the apology of the brewery."),
            "negation: not welcome | welcomed");
}

TEST(Disputes, ADenialOpposes) {
  EXPECT_EQ(opposed("Berit Tann said the harbour vote was rigged by the brewery.",
                    "The clerk denied that the harbour vote was rigged by the brewery."),
            "denial:  | denied");
  EXPECT_EQ(opposed("The harbour vote was rigged by the brewery.",
                    "The clerk rejected claims that the harbour vote was rigged by the brewery."),
            "denial:  | rejected");
}

TEST(Disputes, WhatBothSidesSayOpposesNothing) {
  EXPECT_EQ(opposed("Mayor Berit Tann won't resign over the ferry contract.",
                    "Berit Tann will not resign over the ferry contract, she said."),
            "");
  EXPECT_EQ(opposed("The clerk denied that the harbour vote was rigged by the brewery.",
                    "The town clerk has denied that the harbour vote was rigged by the brewery."),
            "");
  EXPECT_EQ(opposed("The harbour council did not reject the apology of the brewery.",
                    "The harbour council welcomed the apology of the brewery."),
            "");
}

TEST(Disputes, ASeemingNegationOpposesNothing) {
  EXPECT_EQ(opposed("The harbour council not only welcomed the apology of the brewery.",
                    "The harbour council welcomed the apology of the brewery."),
            "");
  EXPECT_EQ(opposed("There is no doubt the Tolvane dam leaks at its northern gate.",
                    "The Tolvane dam leaks at its northern gate."),
            "");
  EXPECT_EQ(opposed("Berit Tann, not a mayor of many words, opened the ferry terminal.",
                    "The mayor Berit Tann opened the ferry terminal."),
            "");
}

TEST(Disputes, ANegationElsewhereOpposesNothing) {
  EXPECT_EQ(opposed("The bakery, which is not open on Sundays, praised the ferry terminal.",
                    "The bakery praised the ferry terminal on Sundays."),
            "");
}

TEST(Disputes, OtherSubjectsOpposeNothing) {
  EXPECT_EQ(opposed("Fishermen opposed the harbour tax on the ferry terminal.",
                    "Shopkeepers supported the harbour tax on the ferry terminal."),
            "");
  EXPECT_EQ(opposed("Mayor Berit Tann will resign over the ferry contract.",
                    "Governor Ilse Orvik won't resign over the ferry contract."),
            "");
}

TEST(Disputes, OtherTimesOpposeNothing) {
  EXPECT_EQ(opposed("Salt prices rose at Quillhaven market in March.",
                    "Salt prices fell at Quillhaven market in October."),
            "");
  EXPECT_EQ(opposed("Mayor Berit Tann has not resigned over the ferry contract.",
                    "Mayor Berit Tann will resign over the ferry contract."),
            "");
}

TEST(Disputes, WhatMayBeOpposesNothing) {
  EXPECT_EQ(opposed("Mayor Berit Tann may resign over the ferry contract.",
                    "Mayor Berit Tann won't resign over the ferry contract."),
            "");
  EXPECT_EQ(opposed("Will Mayor Berit Tann resign over the ferry contract?",
                    "Mayor Berit Tann will not resign over the ferry contract."),
            "");
  EXPECT_EQ(opposed("Berit Tann refused to support the harbour tax.",
                    "Berit Tann will oppose the harbour tax."),
            "");
}

TEST(Disputes, EachLanguageHasItsWords) {
  EXPECT_EQ(opposed("Der Hafenrat begrüßte die Entschuldigung der Brauerei.",
                    "Der Hafenrat verurteilte die Entschuldigung der Brauerei.", "german"),
            "antonym: begrüßte | verurteilte");
  EXPECT_EQ(opposed("Der Hafenrat begrüßte die Entschuldigung der Brauerei nicht.",
                    "Der Hafenrat begrüßte die Entschuldigung der Brauerei.", "german"),
            "negation: begrüßte die Entschuldigung der Brauerei nicht | begrüßte");
  EXPECT_EQ(opposed("Le conseil portuaire a accepté les excuses de la brasserie.",
                    "Le conseil portuaire a rejeté les excuses de la brasserie.", "french"),
            "antonym: accepté | rejeté");
  EXPECT_EQ(opposed("El consejo portuario aceptó las disculpas de la cervecera.",
                    "El consejo portuario rechazó las disculpas de la cervecera.", "spanish"),
            "antonym: aceptó | rechazó");
  EXPECT_EQ(opposed("O conselho portuário aceitou as desculpas da cervejaria.",
                    "O conselho portuário não aceitou as desculpas da cervejaria.", "portuguese"),
            "negation: aceitou | não aceitou");
}

TEST(Disputes, SidesHaveTheirDocuments) {
  const support::Collection collection(
      {"The harbour council welcomed the apology of the brewery. Gulls are loud in March.",
       "The harbour council rejected the apology of the brewery. The bakery has a new oven.",
       "The apology of the brewery was welcomed by the harbour council. Chess is played here."});
  const std::vector<Dispute> found = disputes_in(collection);
  ASSERT_EQ(found.size(), 1u);
  ASSERT_EQ(found[0].sides.size(), 2u);
  EXPECT_EQ(found[0].sides[0].documents, support::ids<DocumentId>({0, 2}));
  EXPECT_EQ(found[0].sides[1].documents, support::ids<DocumentId>({1}));
  const Mention& label = found[0].sides[1].mentions[found[0].sides[1].label];
  EXPECT_EQ(collection.text_of(label.unit, label.span),
            "The harbour council rejected the apology of the brewery");
}

TEST(Disputes, CopiesDisputeNothing) {
  const std::string text = "The council welcomed the apology. The council rejected the apology.";
  EXPECT_TRUE(disputes_in(support::Collection({text, text}), {0, 0}).empty());
  EXPECT_TRUE(disputes_in(support::Collection({text})).empty());
}

TEST(Disputes, StrangeTextsAreSurvived) {
  const std::vector<std::string> strange{"not not not not never no", "12 13 14 15",
                                         "rose fell rose fell not rose not fell", "",
                                         "nicht ne no"};
  EXPECT_TRUE(disputes_in(support::Collection(strange)).empty());
}

TEST(OppositionWords, AntonymsStandOnTwoSides) {
  const Language english = Language::english;
  const auto reject = antonyms_of("reject", english);
  EXPECT_TRUE(are_antonyms(reject, antonyms_of("welcom", english)));
  EXPECT_FALSE(are_antonyms(reject, antonyms_of("condemn", english)));
  EXPECT_FALSE(are_antonyms(reject, reject));
  EXPECT_TRUE(antonyms_of("harbour", english).empty());
  EXPECT_TRUE(antonyms_of("reject", Language::other).empty());
}

}  // namespace
}  // namespace reprise::detail
