// The words of a text, for tests.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "reprise/base/hash.h"
#include "reprise/words/tokenize.h"

namespace reprise::detail::support {

using Strings = std::vector<std::string>;

inline std::string folded(std::string_view word, const Normalisation& rules = {}) {
  std::string out;
  fold_word(word, rules, out);
  return out;
}

// Returns the words as they stand in the text; each token's hash has to be that of its folded
// bytes.
inline Strings words_of(std::string_view text, const Normalisation& rules = {}) {
  Strings words;
  for (const Token& token : tokenize(text, rules)) {
    words.emplace_back(token.span.in(text));
    EXPECT_EQ(token.hash, hash_word(folded(words.back(), rules))) << words.back();
  }
  return words;
}

inline Strings folded_words_of(std::string_view text, const Normalisation& rules = {}) {
  Strings words = words_of(text, rules);
  for (std::string& word : words) {
    word = folded(word, rules);
  }
  return words;
}

}  // namespace reprise::detail::support
