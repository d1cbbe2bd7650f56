#include "reprise/language/function_words.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "reprise/words/fold.h"

namespace reprise::detail {
namespace {

constexpr Language all[] = {Language::english, Language::german, Language::french,
                            Language::spanish};

TEST(FunctionWords, ByLanguage) {
  EXPECT_TRUE(is_function_word("the"));
  EXPECT_TRUE(is_function_word("didn't"));
  EXPECT_FALSE(is_function_word("chips"));
  EXPECT_FALSE(is_function_word("der"));
  EXPECT_TRUE(is_function_word("der", Language::german));
  EXPECT_TRUE(is_function_word("ausserhalb", Language::german)) << "sharp s is folded";
  EXPECT_TRUE(is_function_word("qu'il", Language::french));
  EXPECT_TRUE(is_function_word("d'une", Language::french));
  EXPECT_FALSE(is_function_word("l'entreprise", Language::french));
  EXPECT_TRUE(is_function_word("según", Language::spanish));
  EXPECT_FALSE(is_function_word("the", Language::other));
}

TEST(FunctionWords, ListsAreFolded) {
  for (const Language language : all) {
    EXPECT_GT(function_words(language).size(), 120u);
    for (const std::string_view word : function_words(language)) {
      std::string folded;
      fold_word(word, {}, folded);
      EXPECT_EQ(folded, word);
    }
  }
  EXPECT_TRUE(function_words(Language::other).empty());
}

TEST(FunctionWords, Negations) {
  for (const char* word :
       {"not", "no", "never", "without", "cannot", "didn't", "neither", "nor", "none", "nothing"}) {
    EXPECT_TRUE(is_negation(word)) << word;
  }
  for (const char* word : {"nicht", "kein", "keinen", "nie", "niemals", "ohne"}) {
    EXPECT_TRUE(is_negation(word, Language::german)) << word;
  }
  for (const char* word : {"ne", "n'est", "pas", "jamais", "sans", "aucune", "qu'aucun"}) {
    EXPECT_TRUE(is_negation(word, Language::french)) << word;
  }
  for (const char* word : {"no", "nunca", "jamás", "sin", "ningún", "ninguna"}) {
    EXPECT_TRUE(is_negation(word, Language::spanish)) << word;
  }
  EXPECT_FALSE(is_negation("note"));
  EXPECT_FALSE(is_negation("nicht"));
  EXPECT_FALSE(is_negation("not", Language::other));
  EXPECT_FALSE(is_negation("", Language::french));
}

TEST(FunctionWords, Elisions) {
  EXPECT_EQ(elision_of("d'euros", Language::french), 2u);
  EXPECT_EQ(elision_of("qu'il", Language::french), 3u);
  EXPECT_EQ(elision_of("aujourd'hui", Language::french), 0u);
  EXPECT_EQ(elision_of("d'", Language::french), 0u);
  EXPECT_EQ(elision_of("", Language::french), 0u);
}

}  // namespace
}  // namespace reprise::detail
