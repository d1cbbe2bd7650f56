// Folding: which words a reader takes for the same.
#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <string>

#include "reprise/base/utf8.h"
#include "reprise/words/fold_plainly.h"
#include "reprise/words/tokenize.h"
#include "support/generator.h"
#include "support/words_of.h"

namespace reprise::detail {
namespace {

using support::folded;
using support::folded_words_of;
using support::Random;
using support::words_of;
using Strings = std::vector<std::string>;

TEST(Normalisation, DefaultFoldsWhatAReaderTakesForTheSameWord) {
  const std::pair<std::string_view, std::string_view> table[] = {
      {"The", "the"},
      {"THE", "the"},
      {"ﬁnancial", "financial"},
      {"Poſt", "post"},
      {"don’t", "don't"},
      {"donʼt", "don't"},
      {"gov\u00ADern", "govern"},
      {"Straße", "strasse"},
      {"STRASSE", "strasse"},
      {"ΣΊΣΥΦΟΣ", "σίσυφοσ"},
      {"σίσυφος", "σίσυφοσ"},
      {"Ａｐｐ１", "app1"},
      {"$6", "$6"},
      {"2,000", "2,000"},
      {"½", "1⁄2"},
      {"K", "k"},
      {"ﾊﾟﾘ", "パリ"},
      {"x²", "x2"},
      {"\xff", "\uFFFD"},
      {"a\u200Bb", "ab"},
      {"e.g.", "e.g"},
      {"İ", "i̇"},
  };
  for (const auto& [word, expected] : table) {
    EXPECT_EQ(folded(word), expected) << word;
  }
}

TEST(Normalisation, EachChoiceChangesOneThing) {
  const std::string_view text = "The Café paid $1,250 – twice, ٣!";
  EXPECT_EQ(folded_words_of(text), (Strings{"the", "café", "paid", "$1,250", "twice", "٣"}));
  EXPECT_EQ(folded_words_of(text, {.fold_case = false}),
            (Strings{"The", "Café", "paid", "$1,250", "twice", "٣"}));
  EXPECT_EQ(folded_words_of(text, {.fold_digits = true}),
            (Strings{"the", "café", "paid", "$0,000", "twice", "0"}));
  EXPECT_EQ(folded_words_of(text, {.drop_marks = true}),
            (Strings{"the", "cafe", "paid", "$1,250", "twice", "٣"}));
  EXPECT_EQ(folded_words_of(text, {.drop_punctuation = false}),
            (Strings{"the", "café", "paid", "$1,250", "–", "twice", ",", "٣", "!"}));
}

TEST(Normalisation, PunctuationAsWordsComesOneByOneAndWithoutWhiteSpace) {
  const Normalisation all{.drop_punctuation = false};
  EXPECT_EQ(words_of("(U.S.) \"5%\"...\n🎈 don't", all),
            (Strings{"(", "U.S.", ")", "\"", "5", "%", "\"", ".", ".", ".", "🎈", "don't"}));
  EXPECT_EQ(words_of("a\xff b", all), (Strings{"a", "b"}));
}

TEST(Normalisation, WithoutCaseFoldingEverythingElseIsFolded) {
  const Normalisation keep{.fold_case = false};
  EXPECT_EQ(folded("gov\u00ADern", keep), "govern");
  EXPECT_EQ(folded("cafe\u0301", keep), "café");
  EXPECT_EQ(folded("cafe\u00AD\u0301", keep), "café");
  EXPECT_EQ(folded("ﬁn", keep), "fin");
  EXPECT_EQ(folded("Don’t", keep), "Don't");
  EXPECT_EQ(folded("Govern-\nMent", keep), "GovernMent");
}

TEST(Normalisation, MarksAreDroppedWhereTheyAreMarks) {
  const Normalisation drop{.drop_marks = true};
  EXPECT_EQ(folded("Cafe\u0301", drop), "cafe");
  EXPECT_EQ(folded("Ångström", drop), "angstrom");
  EXPECT_EQ(folded("한국", drop), "한국");
  EXPECT_EQ(folded("مُحَمَّد", drop), "محمد");
}

// Letters that the table knows are folded by it; all others as ICU does.
TEST(Normalisation, TheTableOfLettersFoldsAsIcuDoes) {
  Random random(2);
  std::string fast, plain;
  const std::string_view ascii = "aZ'`.0-,\n";
  for (int round = 0; round < 60000; ++round) {
    std::string word;
    for (uint64_t n = 1 + random.below(5); n > 0; --n) {
      if (random.below(2) == 0) {
        word += ascii[random.below(ascii.size())];
      } else {
        append_utf8(word, static_cast<char32_t>(0x80 + random.below(0x2F80)));
      }
    }
    if (random.below(20) == 0) {
      word.resize(word.size() - 1);  // broken UTF-8
    }
    for (const Normalisation& rules :
         {Normalisation{}, Normalisation{.fold_case = false}, Normalisation{.fold_digits = true},
          Normalisation{.drop_marks = true}, Normalisation{.fold_letters = true},
          Normalisation{.fold_lookalikes = true}, Normalisation{.turkish_i = true}}) {
      fold_word(word, rules, fast);
      fold_word_plainly(word, rules, plain);
      ASSERT_EQ(fast, plain) << word;
    }
  }
}

// Folding twice is folding once: otherwise a text and its own folded form would differ.
TEST(Normalisation, IsIdempotent) {
  Random random(1);
  std::string once, twice;
  for (int round = 0; round < 20000; ++round) {
    std::string word;
    for (uint64_t n = 1 + random.below(4); n > 0; --n) {
      const auto code = static_cast<char32_t>(random.below(0x3000));
      if (u_isdefined(static_cast<UChar32>(code)) && code != '\n' && code != '\r' && code != '.') {
        append_utf8(word, code);
      }
    }
    for (const bool fold_case : {true, false}) {
      const Normalisation rules{.fold_case = fold_case};
      fold_word(word, rules, once);
      fold_word(once, rules, twice);
      ASSERT_EQ(once, twice) << word;
    }
  }
}

}  // namespace
}  // namespace reprise::detail
