#include "reprise/points/statements.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "reprise/language/languages.h"
#include "support/collection.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Collection;
using support::Random;

StatementTable statements_of(const Collection& c) {
  return make_statements(c.units());
}

std::vector<std::string> terms_of(const std::string& text,
                                  const std::string& language = "english") {
  const Collection c({text}, language);
  const StatementTable table = statements_of(c);
  std::vector<std::string> words;
  for (const Statement& s : table.statements) {
    for (const Term& t : s.terms) {
      words.push_back(table.words[t.id]);
    }
  }
  return words;
}

// Returns the numbers of two texts' terms that are the same.
size_t shared_terms(const std::string& a, const std::string& b,
                    const std::string& language = "english") {
  const Collection c({a, b}, language);
  const StatementTable table = statements_of(c);
  std::vector<uint32_t> x, y, both;
  for (const Statement& s : table.statements) {
    for (const Term& t : s.terms) {
      (s.unit == 0 ? x : y).push_back(t.id);
    }
  }
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  return both.size();
}

TEST(Statements, ASentenceIsOneAndALineOfOneWordIsNone) {
  const Collection c(
      {"Ferry news\n\nThe ferry was late. Islanders waited; nobody came.\n\nAdvertisements\n\n"});
  EXPECT_EQ(statements_of(c).statements.size(), 3u);
}

TEST(Statements, AnEndlessSentenceIsCut) {
  std::string text;
  const auto sizes = [&](int words) {
    text.clear();
    for (int i = 0; i < words; ++i) {
      text += "word" + std::to_string(i) + " ";
    }
    std::vector<uint32_t> found;
    const Collection c({text});
    for (const Statement& s : statements_of(c).statements) {
      found.push_back(s.tokens.size());
    }
    return found;
  };
  EXPECT_EQ(sizes(110), (std::vector<uint32_t>{60, 50}));
  const std::vector<uint32_t> of_transcript = sizes(1000);
  EXPECT_EQ(of_transcript.size(), 42u);
  EXPECT_EQ(*std::max_element(of_transcript.begin(), of_transcript.end()), 24u);
}

TEST(Statements, FiguresAloneStateNothing) {
  EXPECT_TRUE(statements_of(Collection({"00:00:10,000 --> 00:00:12,500"})).statements.empty());
  EXPECT_TRUE(statements_of(Collection({"12 13 14 15 16 17."})).statements.empty());
  EXPECT_EQ(statements_of(Collection({"12 houses burnt, 13 stand."})).statements.size(), 1u);
  EXPECT_EQ(statements_of(Collection({"渡船在春天之前不会启航。"})).statements.size(), 1u);
}

TEST(Statements, CutsStandAtMarksAndWherePartsBegin) {
  const std::string text = "Late again, the ferry left the islanders with a bill that nobody pays.";
  const Collection c({text});
  const StatementTable table = statements_of(c);
  ASSERT_EQ(table.statements.size(), 1u);
  std::vector<std::string> begins;
  for (uint32_t cut : table.statements[0].cuts) {
    if (cut < c.units()[0].tokens.size()) {
      begins.emplace_back(c.units()[0].tokens[cut].span.in(text));
    }
  }
  EXPECT_EQ(begins, (std::vector<std::string>{"Late", "the", "with", "that"}));
  EXPECT_EQ(table.statements[0].cuts.back(), c.units()[0].tokens.size());
}

TEST(Statements, FiguresThatSayTheSameAreOneTerm) {
  // Beside the sum, both have its scale, and the term that says that money is meant.
  EXPECT_EQ(shared_terms("It took $6 million.", "Spent: six million dollars."), 3u);
  EXPECT_EQ(shared_terms("It took $6 million.", "Spent: $9 million."), 2u);
  EXPECT_EQ(shared_terms("Some 2,000 gulls came.", "A flock of 2000 birds."), 1u);
  EXPECT_EQ(shared_terms("It took seven weeks.", "Seven gulls came."), 1u)
      << "small numbers are words";
}

TEST(Statements, NamesAreOneTermHoweverTheyAreWritten) {
  EXPECT_EQ(shared_terms("Officials of the United States came.", "The American delegation left."),
            1u);
  EXPECT_EQ(shared_terms("Mayor Jane Orvik spoke. Then Orvik left.",
                         "We heard Orvik. Who is Jane Orvik?"),
            2u);
}

TEST(Statements, OtherLanguagesHaveTheirStemsAndWords) {
  EXPECT_EQ(terms_of("Die Regierungen haben nicht gezahlt.", "german").size(), 2u);
  EXPECT_EQ(shared_terms("Die Regierungen zahlen.", "Eine Regierung hat gezahlt", "german"), 1u);
  EXPECT_EQ(shared_terms("Les gouvernements ont payé.", "Un gouvernement a payé.", "french"), 2u);
  EXPECT_EQ(shared_terms("Las casas son caras.", "Una casa vieja.", "spanish"), 1u);
  EXPECT_EQ(shared_terms("Vlada je platila 2.000 evra.", "Vlada nije.", "auto"), 1u)
      << "words as they stand";
}

TEST(Languages, AreRecognisedAndShortTextsFollowTheMost) {
  const Collection c(
      {"Der Bürgermeister hat gesagt, dass die Fähre nicht fährt und dass die Insel warten muss.",
       "Nvidia H100",
       "Le maire a dit que le bac ne part pas et que les gens de l'île doivent attendre."});
  const auto languages = languages_of(c.units(), "auto");
  EXPECT_EQ(languages[0].language, Language::german);
  EXPECT_EQ(languages[1].language, Language::french)
      << "too short to tell, and most words are French";
  EXPECT_EQ(languages[2].stemmer, "french");
}

TEST(Languages, AnyStemmerMayBeNamed) {
  const Collection c({"text"});
  EXPECT_EQ(languages_of(c.units(), "dutch")[0].stemmer, "dutch");
  EXPECT_EQ(languages_of(c.units(), "de")[0].language, Language::german);
  EXPECT_THROW(languages_of(c.units(), "klingon"), Error);
  EXPECT_TRUE(knows_language("auto"));
  EXPECT_FALSE(knows_language(""));
}

TEST(Statements, HoldForAnyText) {
  Random random(7);
  const std::vector<std::string> pieces{"Orvik", "the",   "$6", "million", ",",    ".",    "“",
                                        "not",   "2,000", "—",  "\n\n",    "und",  "U.S.", "%",
                                        "of",    "\xff",  "é",  "-",       "ferry"};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (uint64_t i = random.below(60); i > 0; --i) {
      text += pieces[random.below(pieces.size())] + " ";
    }
    const Collection c({text}, "auto");
    for (const Statement& s : statements_of(c).statements) {
      ASSERT_GE(s.cuts.size(), 2u);
      EXPECT_EQ(s.cuts.front(), s.tokens.begin);
      EXPECT_EQ(s.cuts.back(), s.tokens.end);
      EXPECT_TRUE(std::is_sorted(s.cuts.begin(), s.cuts.end(), std::less_equal<>()));
      for (const Term& t : s.terms) {
        EXPECT_TRUE(t.token >= s.tokens.begin && t.token < s.tokens.end) << text;
      }
      EXPECT_TRUE(std::is_sorted(s.terms.begin(), s.terms.end(),
                                 [](const Term& x, const Term& y) { return x.token < y.token; }));
    }
  }
}

}  // namespace
}  // namespace reprise::detail
