// Keys: one for all words of a stem, and which words are common.
#include "reprise/passages/keys.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "reprise/language/function_words.h"
#include "support/texts.h"

namespace reprise::detail {
namespace {

using support::Random;
using support::Texts;

Keys keys_of(const std::string& text, SeedUnit unit, const std::string& language = "english") {
  const Texts texts({text});
  return make_keys(texts.units(), {}, unit, language)[0];
}

TEST(Keys, AreThoseOfStemsOrOfWords) {
  const std::string text = "governed governing Governs harbour harbours";
  const Keys stems = keys_of(text, SeedUnit::stems), words = keys_of(text, SeedUnit::words);
  EXPECT_EQ((std::set<Key>(stems.begin(), stems.end()).size()), 2u);
  EXPECT_EQ(stems[0], stems[2]);
  EXPECT_EQ(stems[3], stems[4]);
  EXPECT_EQ((std::set<Key>(words.begin(), words.end()).size()), 5u);
  EXPECT_EQ(words, keys_of(text, SeedUnit::characters));
  EXPECT_EQ(words, keys_of("GOVERNED governing governs Harbour harbours", SeedUnit::words));
}

TEST(Keys, StemsAreThoseOfTheLanguage) {
  const std::string text = "Häuser Hauses";
  const Keys german = keys_of(text, SeedUnit::stems, "german"),
             english = keys_of(text, SeedUnit::stems, "english");
  EXPECT_EQ(german[0], german[1]);
  EXPECT_NE(english[0], english[1]);
}

TEST(Keys, FunctionWordsAreCommonWhateverTheCollection) {
  std::string text;
  for (const std::string_view word : function_words()) {
    text += std::string(word) + " ";
  }
  for (const SeedUnit unit : {SeedUnit::stems, SeedUnit::words}) {
    for (const Key key : keys_of(text, unit)) {
      EXPECT_TRUE(is_common(key));
    }
    for (const Key key : keys_of("harbour ferry Ostrell crane", unit)) {
      EXPECT_FALSE(is_common(key));
    }
  }
}

// A collection in which "glup" is every hundredth word and "zork" every five thousandth.
std::vector<std::string> collection(size_t words, Random& random) {
  std::vector<std::string> all;
  for (size_t made = 0; made < words; made += 1000) {
    std::string text;
    for (int i = 0; i < 1000; ++i) {
      if (random.below(100) == 0) {
        text += "glup ";
      } else if (random.below(5000) == 0) {
        text += "zork ";
      } else {
        text += "w" + std::to_string(random.below(1000000)) + " ";
      }
    }
    all.push_back(text);
  }
  return all;
}

TEST(Keys, FrequentWordsOfALargeCollectionAreCommon) {
  Random random(1);
  for (const size_t words : {20000u, 200000u}) {
    auto all = collection(words, random);
    all.push_back("glup zork harbour the");
    const Texts texts(all);
    const Keys last = texts.keys({.seed_unit = SeedUnit::words}).back();
    EXPECT_EQ(is_common(last[0]), words == 200000u);
    EXPECT_FALSE(is_common(last[1]));
    EXPECT_FALSE(is_common(last[2]));
    EXPECT_TRUE(is_common(last[3]));
  }
}

TEST(Keys, AreTheSameInEveryUnit) {
  Random random(2);
  const support::Vocabulary vocabulary(2000);
  std::vector<std::string> all;
  for (int i = 0; i < 600; ++i) {
    all.push_back(support::written(support::make_prose(60, vocabulary, random), random));
  }
  const Texts texts(all);
  const std::vector<Keys> keys = texts.keys();
  std::map<uint64_t, Key> key_of;
  for (uint32_t u = 0; u < keys.size(); ++u) {
    ASSERT_EQ(keys[u].size(), texts.units()[u].tokens.size());
    for (uint32_t t = 0; t < keys[u].size(); ++t) {
      EXPECT_EQ(key_of.emplace(texts.word(u, t), keys[u][t]).first->second, keys[u][t]);
    }
  }
}

// Words that are frequent only because one text is there again and again say as much as ever.
TEST(Keys, NearCopiesDoNotMakeTheirWordsCommon) {
  Random random(3);
  const support::Vocabulary vocabulary(20000);
  const support::Words article = support::make_words(401, vocabulary, random);
  std::vector<std::string> all;
  for (int i = 0; i < 300; ++i) {
    support::Words copy = article;
    copy[random.below(copy.size())] = "changed" + std::to_string(i);
    all.push_back(support::written(copy, random));
  }
  const Texts texts(all);
  size_t common = 0, count = 0;
  const std::vector<Keys> keys = texts.keys();
  for (const Key key : keys[0]) {
    common += is_common(key);
    ++count;
  }
  EXPECT_LT(common, count * 2 / 3);
  EXPECT_GE(texts.passages().size(), all.size() - 1) << "each is a copy of the first, at least";
}

}  // namespace
}  // namespace reprise::detail
