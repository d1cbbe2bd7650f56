// What page furniture says, in each language; and what only looks like it.
#include "reprise/language/furniture_words.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "reprise/words/tokenize.h"

namespace reprise::detail {
namespace {

std::vector<uint64_t> hashes(std::string_view text) {
  std::vector<uint64_t> words;
  for (const Token& token : tokenize(text)) {
    words.push_back(token.hash);
  }
  return words;
}

bool says(std::string_view text, Language language = Language::english, bool begins_line = true) {
  return says_furniture(hashes(text), begins_line, language);
}

TEST(FurnitureWords, AreKnownInEveryLanguage) {
  const std::pair<std::string_view, Language> table[] = {
      {"Sign up for our newsletter", Language::english},
      {"© 2031 The Courier. All rights reserved.", Language::english},
      {"We use cookies", Language::english},
      {"Read more", Language::english},
      {"You may opt out at any time", Language::english},
      {"By going on you accept the terms of use and the privacy policy", Language::english},
      {"Share Tweet Email Print", Language::english},
      {"Melden Sie sich für unseren Newsletter an", Language::german},
      {"Alle Rechte vorbehalten", Language::german},
      {"Lesen Sie auch", Language::german},
      {"Abonnez-vous à notre newsletter", Language::french},
      {"Tous droits réservés", Language::french},
      {"Suscríbete a nuestro boletín", Language::spanish},
      {"Todos los derechos reservados", Language::spanish},
      {"Leia também", Language::portuguese},
      {"Todos os direitos reservados", Language::portuguese},
      {"Sign up for our newsletter", Language::other},
  };
  for (const auto& [text, language] : table) {
    EXPECT_TRUE(says(text, language)) << text;
  }
}

TEST(FurnitureWords, AreNoneWhereTheNewsSpeakOfSuchThings) {
  for (const std::string_view text :
       {"Google changed its privacy policy on Monday", "Children read more in winter",
        "The court ordered the company to delete all cookies from the phones of its customers",
        "They listened to the mayor, who would not subscribe to the plan",
        "Rates were left unchanged", "The newsletter of the parish was printed in Orne",
        "Support for the ferry grew", ""}) {
    EXPECT_FALSE(says(text)) << text;
  }
}

TEST(FurnitureWords, OfTheBeginningCountAtALinesBeginAlone) {
  EXPECT_TRUE(says("Listen to the interview", Language::english, true));
  EXPECT_FALSE(says("Listen to the interview", Language::english, false));
  EXPECT_FALSE(
      says("Listen to what the people of the harbour have said for years, the mayor told "
           "the council on Monday night"))
      << "a long line that addresses nobody";
}

TEST(FurnitureWords, HeadLinks) {
  EXPECT_TRUE(heads_links(hashes("Related stories:"), Language::english));
  EXPECT_TRUE(heads_links(hashes("Mehr zum Thema"), Language::german));
  EXPECT_FALSE(heads_links(hashes("Related by blood, the two mayors never spoke to one another"),
                           Language::english));
  EXPECT_FALSE(heads_links({}, Language::english));
}

}  // namespace
}  // namespace reprise::detail
