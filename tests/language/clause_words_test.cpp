// The signs of verbs, and of what leans on another sentence.
#include "reprise/language/clause_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/collection.h"

namespace reprise::detail {
namespace {

using Words = std::vector<std::string>;

Words verbs(const std::string& text, const std::string& language = "english") {
  const support::Collection c({text}, language);
  const TextUnit& unit = c.units()[0];
  const auto all = static_cast<uint32_t>(unit.tokens.size());
  Words found;
  for (const uint32_t token : finite_verbs(unit, {0, all}, unit.language.language)) {
    found.push_back(folded_words(unit, {token, token + 1}).front());
  }
  return found;
}

TEST(FiniteVerbs, AreAuxiliariesWhereverTheyStand) {
  EXPECT_EQ(verbs("The ferry that is late will sail."), (Words{"is", "will"}));
  EXPECT_EQ(verbs("It's late and nobody didn't sail."), (Words{"it's", "didn't"}));
}

TEST(FiniteVerbs, AreListedOnesButNotBehindArticlesAndPrepositions) {
  EXPECT_EQ(verbs("The yard plans a dock."), (Words{"plans"}));
  EXPECT_EQ(verbs("The plans of the yard."), (Words{}));
  EXPECT_EQ(verbs("A list of plans."), (Words{}));
}

TEST(FiniteVerbs, AreKnownByTheirEndingBehindANoun) {
  EXPECT_EQ(verbs("Dockers walked home."), (Words{"walked"}));
  EXPECT_EQ(verbs("The walked miles."), (Words{}));
  EXPECT_EQ(verbs("No proper speed."), (Words{})) << "not every -ed is an ending";
}

TEST(FiniteVerbs, AreWhateverStandsBehindAPronoun) {
  EXPECT_EQ(verbs("They walk home."), (Words{"walk"}));
}

TEST(FiniteVerbs, AreNoInfinitives) {
  EXPECT_EQ(verbs("A plan to have a dock."), (Words{}));
}

TEST(FiniteVerbs, OfOtherLanguages) {
  EXPECT_EQ(verbs("Die alte Fähre bleibt im Hafen.", "german"), (Words{"bleibt"}));
  EXPECT_EQ(verbs("Le vieux bac reste au port.", "french"), (Words{"reste"}));
  EXPECT_EQ(verbs("El barco viejo regresaron tarde.", "spanish"), (Words{"regresaron"}));
  EXPECT_EQ(verbs("O barco velho ficou no porto.", "portuguese"), (Words{"ficou"}));
}

TEST(Participles, GoOnWithASentence) {
  EXPECT_TRUE(is_participle("adding", Language::english));
  EXPECT_FALSE(is_participle("king", Language::english));
  EXPECT_TRUE(is_participle("afirmando", Language::portuguese));
}

TEST(Pronouns, LeanOnWhatWentBefore) {
  EXPECT_TRUE(is_pronoun("it", Language::english));
  EXPECT_TRUE(is_pronoun("it's", Language::english));
  EXPECT_FALSE(is_pronoun("ferry", Language::english));
  EXPECT_TRUE(is_leaning("but", Language::english));
  EXPECT_FALSE(is_leaning("the", Language::english));
}

}  // namespace
}  // namespace reprise::detail
