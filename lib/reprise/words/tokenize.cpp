#include "reprise/words/tokenize.h"

#include <string>

#include "reprise/base/hash.h"
#include "reprise/words/scan.h"
#include "reprise/words/segment.h"

namespace reprise::detail {

std::vector<Token> tokenize(std::string_view text, const Normalisation& rules) {
  if (!can_scan(rules)) {
    return tokenize_plainly(text, rules);
  }
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 5 + 1);
  scan_words(text, rules, tokens);
  return tokens;
}

std::vector<Token> tokenize_plainly(std::string_view text, const Normalisation& rules) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 6);
  std::string folded;  // one buffer for all words
  segment(text, !rules.drop_punctuation, [&](Span span) {
    fold_word(span.in(text), rules, folded);
    if (!folded.empty()) {
      tokens.push_back({hash_word(folded), span});
    }
  });
  return tokens;
}

}  // namespace reprise::detail
