#include "reprise/language/cues/cues.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <limits>
#include <string>

#include "support/generator.h"
#include "support/sentences.h"

namespace reprise::detail {
namespace {

using support::unit_of;

// "span > scope | span > scope" of all sentences.
std::string attributions(std::string_view text, Language language = Language::english) {
  const TextUnit unit = unit_of(text, language);
  std::string out;
  for (const Sentence& sentence : unit.sentences) {
    for (const Attribution& a : find_attributions(unit, sentence, language)) {
      out += (out.empty() ? "" : " | ") + std::string(a.span.in(text)) + " > ";
      out += bytes_of(unit, a.scope).in(text);
    }
  }
  return out;
}

struct Example {
  std::string text, expected;
};

TEST(Attributions, ASpeakerBeforeTheVerb) {
  const Example table[] = {
      {"Iskline said that the ferry is late.", "Iskline said > the ferry is late"},
      {"Iskline says the ferry is late.", "Iskline says > the ferry is late"},
      {"Jane Orvik claimed the ferry sank.", "Jane Orvik claimed > the ferry sank"},
      {"Officials have repeatedly insisted that it works.",
       "Officials have repeatedly insisted > it works"},
      {"A spokesman for the ministry later argued it was cheap.",
       "A spokesman for the ministry later argued > it was cheap"},
      {"On Tuesday Iskline said the ferry is late.", "Iskline said > the ferry is late"},
      {"In a press release Iskline said the ferry is late.", "Iskline said > the ferry is late"},
      {"Players in the United States could find it dear, Orvik said.",
       "Orvik said > Players in the United States could find it dear"},
      {"On Tuesday, Iskline said the ferry is late.", "Iskline said > the ferry is late"},
      {"After the vote, Iskline said in a note that it was late.",
       "Iskline said > in a note that it was late"},
      {"The paper reported that the ferry sank.", "The paper reported > the ferry sank"},
      {"Analysts warned the price would rise.", "Analysts warned > the price would rise"},
      {"Iskline estimates that 40 people came.", "Iskline estimates > 40 people came"},
      {"Iskline estimates the cost at 12 million euros.",
       "Iskline estimates > the cost at 12 million euros"},
      {"He told reporters on Monday that it was late.", "He told > it was late"},
      {"He told us it was late.", "He told > us it was late"},
      {"Sources say the deal is dead.", "Sources say > the deal is dead"},
      {"Some experts believe the deal is dead.", "Some experts believe > the deal is dead"},
      {"Orvik said: “The deal is dead.”", "Orvik said > The deal is dead"},
      {"Orvik said, \"The deal is dead.\"", "Orvik said > The deal is dead"},
      {"Odran Feld, a steward at the yard, said that managers had known.",
       "Odran Feld, a steward at the yard, said > managers had known"},
      {"It was late, but Orvik said the deal is dead.", "Orvik said > the deal is dead"},
      {"She added that the deal is dead.", "She added > the deal is dead"},
      {"The union claims the yard lied.", "The union claims > the yard lied"},
      {"Orvik left and said that it was late.", "said > it was late"},
      {"Iskline Says Ferry Is Late", "Iskline Says > Ferry Is Late"},
      {"ISKLINE SAYS FERRY IS LATE", "ISKLINE SAYS > FERRY IS LATE"},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(attributions(text), expected) << text;
  }
}

TEST(Attributions, AClauseBeforeTheSpeaker) {
  const Example table[] = {
      {"“The ferry is late”, said Jane Orvik.", "said Jane Orvik > The ferry is late"},
      {"\"The ferry is late,\" said Orvik on Monday.", "said Orvik > The ferry is late"},
      {"The ferry is late, said the mayor of Skerrow.",
       "said the mayor of Skerrow > The ferry is late"},
      {"The repair adds 12 million euros, the company said.",
       "the company said > The repair adds 12 million euros"},
      {"Fares will not go up, a spokesman promised.",
       "a spokesman promised > Fares will not go up"},
      {"The ferry is late, Iskline said on Tuesday.", "Iskline said > The ferry is late"},
      {"The ferry is late, he added.", "he added > The ferry is late"},
      {"The ferry is late, she told reporters on Monday.", "she told > The ferry is late"},
      {"The ferry is late, the district said early on Thursday.",
       "the district said > The ferry is late"},
      {"The ferry is late, as a manager had claimed on the radio.",
       "a manager had claimed > The ferry is late"},
      {"The ferry, Orvik said, is late.", "Orvik said > The ferry, Orvik said, is late"},
      {"\"It is late,\" Orvik said, \"and it is cold.\"",
       "Orvik said > It is late,\" Orvik said, \"and it is cold"},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(attributions(text), expected) << text;
  }
}

TEST(Attributions, SourcesAndHearsay) {
  const Example table[] = {
      {"According to reports, the ferry is late.", "According to reports > the ferry is late"},
      {"According to officials the ferry is late.", "According to officials > the ferry is late"},
      {"The ferry is late, according to the harbour office in Skerrow.",
       "according to the harbour office in Skerrow > The ferry is late"},
      {"The ferry, according to Orvik, is late.",
       "according to Orvik > The ferry, according to Orvik, is late"},
      {"The ferry is reportedly late.", "reportedly > The ferry is reportedly late"},
      {"Allegedly the ferry is late.", "Allegedly > Allegedly the ferry is late"},
      {"The yard is said to have known.", "is said to > The yard is said to have known"},
      {"The yard is believed to have lied.", "is believed to > The yard is believed to have lied"},
      {"It is claimed that the yard lied.", "It is claimed > the yard lied"},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(attributions(text), expected) << text;
  }
}

TEST(Attributions, NamesAreFinished) {
  const Example table[] = {
      {"The jet was late, said Laura Brown of the Federal Aviation Board.",
       "said Laura Brown of the Federal Aviation Board > The jet was late"},
      {"The jet was late, said deputy director Laura Brown of the Federal Aviation Safety Board on "
       "Monday.",
       "said deputy director Laura Brown of the Federal Aviation Safety Board > The jet was late"},
      {"The jet was late, according to Laura Brown of the Federal Aviation Board.",
       "according to Laura Brown of the Federal Aviation Board > The jet was late"},
      {"Laura Brown of the Federal Aviation Safety Board said the jet was late.",
       "Laura Brown of the Federal Aviation Safety Board said > the jet was late"},
      {"A spokesman for the ministry of health said it was late.",
       "spokesman for the ministry of health said > it was late"},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(attributions(text), expected) << text;
  }
}

TEST(Attributions, WhatIsNone) {
  const std::string texts[] = {
      "",
      "The ferry is late.",
      "It is a novel by Edward Said.",
      "Edward Said wrote.",
      "Edward Said left the town.",
      "The reports of the ministry are long.",
      "They read the false claims of the yard.",
      "They refused to say why.",
      "Nobody would say why.",
      "Claim your prize now.",
      "Report any faults to us.",
      "The repair adds 12 million euros to the price.",
      "He did not say why.",
      "Said.",
      "reportedly",
      "according to",
      "The said man left.",
      "The report, which said the jet was late, was lost.",
      "The report, which noted that the jet was late, was lost.",
      "The firm, which acknowledged the delay, is closed.",
      "Orvik left and acknowledged the delay.",
      "The yard is expected to open in May.",
      "It is thought that the jet hit birds.",
      "The survivors of the disaster off the west coast have told of their loss.",
      "Survivors of a disaster off the west coast have told reporters they saw fire.",
  };
  for (const auto& text : texts) {
    EXPECT_EQ(attributions(text), "") << text;
  }
}

TEST(Attributions, OtherLanguages) {
  EXPECT_EQ(attributions("Der Minister sagte, dass die Fähre sinkt.", Language::german),
            "Der Minister sagte > die Fähre sinkt");
  EXPECT_EQ(attributions("Die Fähre sinkt, sagte Odo Tann.", Language::german),
            "sagte Odo Tann > Die Fähre sinkt");
  EXPECT_EQ(attributions("Laut Polizei, sank die Fähre.", Language::german),
            "Laut Polizei > sank die Fähre");
  EXPECT_EQ(attributions("Die Fähre ist angeblich gesunken.", Language::german),
            "angeblich > Die Fähre ist angeblich gesunken");
  EXPECT_EQ(attributions("Le ministre a déclaré que le bateau coule.", Language::french),
            "Le ministre a déclaré > le bateau coule");
  EXPECT_EQ(attributions("Selon la police, le bateau coule.", Language::french),
            "Selon la police > le bateau coule");
  EXPECT_EQ(attributions("El ministro dijo que el barco se hunde.", Language::spanish),
            "El ministro dijo > el barco se hunde");
  EXPECT_EQ(attributions("Según la policía, el barco se hunde.", Language::spanish),
            "Según la policía > el barco se hunde");
}

TEST(Attributions, GermanSpeakersEndBeforeTheVerb) {
  const Example table[] = {
      {"Laut Umweltministerin Anke Berger besteht keine Gefahr.",
       "Laut Umweltministerin Anke Berger > besteht keine Gefahr"},
      {"Laut Polizei beträgt der Schaden 40 Euro.", "Laut Polizei > beträgt der Schaden 40 Euro"},
      {"Laut der örtlichen Feuerwehr brannte ein Schuppen.",
       "Laut der örtlichen Feuerwehr > brannte ein Schuppen"},
      {"Laut einem Sprecher der Feuerwehr brannte es im Keller.",
       "Laut einem Sprecher der Feuerwehr > brannte es im Keller"},
      {"Laut der Polizei in Quillstadt wurde niemand verletzt.",
       "Laut der Polizei in Quillstadt > wurde niemand verletzt"},
      {"Nach Angaben der Feuerwehr wurden 12 Menschen verletzt.",
       "Nach Angaben der Feuerwehr > wurden 12 Menschen verletzt"},
      {"Die Fähre sank laut Polizei am Montag.",
       "laut Polizei > Die Fähre sank laut Polizei am Montag"},
      {"Es besteht keine Gefahr, so der Minister.", "so der Minister > Es besteht keine Gefahr"},
      {"Es besteht keine Gefahr, so Anke Berger.", "so Anke Berger > Es besteht keine Gefahr"},
      {"Die Fähre, so der Minister, sinkt nicht.",
       "so der Minister > Die Fähre, so der Minister, sinkt nicht"},
      {"Wie der Vater, so der Sohn.", ""},
      {"Es regnete, so die Fähre war nass.", ""},
      {"Das Wetter war schlecht, so dass die Fähre sank.", ""},
      {"Er lief so schnell.", ""},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(attributions(text, Language::german), expected) << text;
  }
}

TEST(Attributions, FrenchSpeakersAreWhole) {
  const Example table[] = {
      {"Le maire de Quillac, Odon Tarn, a affirmé que le bateau coule.",
       "Le maire de Quillac, Odon Tarn, a affirmé > le bateau coule"},
      {"Le directeur de l'agence de la santé de Quillac, Odon Tarn, a affirmé que le bateau coule.",
       "a affirmé > le bateau coule"},
      {"Le bateau coule, a déclaré le chef des pompiers.",
       "a déclaré le chef des pompiers > Le bateau coule"},
      {"Le bateau coule, ont indiqué les autorités.",
       "ont indiqué les autorités > Le bateau coule"},
      {"Selon le chef des pompiers de Quillac, le bateau coule.",
       "Selon le chef des pompiers de Quillac > le bateau coule"},
      {"Selon la ministre de l'Environnement Anne Vasseur, le bateau coule.",
       "Selon la ministre de l'Environnement Anne Vasseur > le bateau coule"},
      {"Selon l'ancienne ministre de l'Environnement du pays Anne Vasseur, le bateau coule.",
       "Selon l'ancienne ministre de l'Environnement du pays Anne Vasseur > le bateau coule"},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(attributions(text, Language::french), expected) << text;
  }
}

void expect_sound(const TextUnit& unit, Language language) {
  for (const Sentence& s : unit.sentences) {
    const auto inside = [&](TokenRange scope) {
      ASSERT_LT(scope.begin, scope.end) << unit.text;
      ASSERT_GE(scope.begin, s.first_token) << unit.text;
      ASSERT_LE(scope.end, s.last_token) << unit.text;
    };
    uint32_t begin = 0;
    for (const Attribution& a : find_attributions(unit, s, language)) {
      inside(a.scope);
      ASSERT_LT(a.span.begin, a.span.end);
      ASSERT_GE(a.span.begin, unit.tokens[s.first_token].span.begin);
      ASSERT_LE(a.span.end, unit.tokens[s.last_token - 1].span.end);
      ASSERT_GE(a.span.begin, begin) << unit.text;
      begin = a.span.begin;
    }
    for (const Denial& d : find_denials(unit, s, language)) {
      inside(d.scope);
    }
  }
}

TEST(Cues, LieInsideTheirSentenceWhateverTheText) {
  support::Random random(1);
  const std::vector<std::string> pieces{
      "said ",  "Said ",     "SAYS ",      "claims ",   "told ",   "that ",       "according ",
      "to ",    "is ",       "no ",        "evidence ", "denied ", "reportedly ", "the ",
      "claim ", "Orvik ",    "officials ", "say ",      "who ",    ", ",          "\"",
      "“",      "” ",        ": ",         ". ",        "\n\n",    "was ",        "wrong ",
      "not ",   "believed ", "On ",        "Tuesday ",  "and ",    "repeatedly ", "has ",
      "been ",  "debunked ", "rejected ",  "É",         "\xff",    "zufolge ",    "dass ",
      "laut ",  "selon ",    "est ",       "faux ",     "è"};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (uint64_t n = random.below(25); n > 0; --n) {
      text += random.pick(pieces);
    }
    const auto language = static_cast<Language>(random.below(5));
    ASSERT_NO_FATAL_FAILURE(expect_sound(unit_of(text, language), language));
  }
}

TEST(Cues, OfNoSentence) {
  const TextUnit unit = unit_of("", Language::english);
  EXPECT_TRUE(find_attributions(unit, {}, Language::english).empty());
  EXPECT_TRUE(find_denials(unit, {}, Language::english).empty());
  EXPECT_TRUE(find_denials(unit, {0, 9, {}, false}, Language::english).empty());
}

// Returns the least processor time of five runs over one sentence of so many clauses.
std::clock_t time_of_sentence(int clauses) {
  std::string text;
  for (int i = 0; i < clauses; ++i) {
    text += "Orvik said officials say it is not been ";
  }
  const TextUnit unit = unit_of(text, Language::english);
  std::clock_t least = std::numeric_limits<std::clock_t>::max();
  for (int run = 0; run < 5; ++run) {
    const std::clock_t start = std::clock();
    for (const Sentence& s : unit.sentences) {
      EXPECT_FALSE(find_attributions(unit, s, Language::english).empty());
      EXPECT_TRUE(find_denials(unit, s, Language::english).empty());
    }
    least = std::min(least, std::clock() - start);
  }
  return least;
}

TEST(Cues, OfASentenceEightTimesAsLongTakeAtMostTwentyTimesAsLong) {
  EXPECT_LT(time_of_sentence(16000), 20 * time_of_sentence(2000));
}

}  // namespace
}  // namespace reprise::detail
