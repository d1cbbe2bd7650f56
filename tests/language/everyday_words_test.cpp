#include "reprise/language/everyday_words.h"

#include <gtest/gtest.h>

#include "reprise/language/function_words.h"
#include "reprise/language/pack.h"
#include "reprise/language/word_list.h"
#include "reprise/words/fold.h"

namespace reprise::detail {
namespace {

TEST(EverydayWords, AreThoseOfTheirLanguage) {
  EXPECT_TRUE(is_everyday_word("year", Language::english));
  EXPECT_FALSE(is_everyday_word("ferry", Language::english));
  EXPECT_TRUE(is_everyday_word("jahr", Language::german));
  EXPECT_TRUE(is_everyday_word("monde", Language::french));
  EXPECT_TRUE(is_everyday_word("mundo", Language::spanish));
  EXPECT_TRUE(is_everyday_word("mundo", Language::portuguese));
  EXPECT_FALSE(is_everyday_word("jahr", Language::english));
  EXPECT_FALSE(is_everyday_word("year", Language::other));
}

TEST(EverydayWords, AreFoldedAndNoFunctionWords) {
  for (const Language language : {Language::english, Language::german, Language::french,
                                  Language::spanish, Language::portuguese}) {
    for (const std::string_view word : words_in(pack_of(language).everyday_words)) {
      EXPECT_FALSE(is_function_word(word, language)) << word;
      std::string folded;
      fold_word(word, {}, folded);
      EXPECT_EQ(folded, word);
    }
  }
}

}  // namespace
}  // namespace reprise::detail
