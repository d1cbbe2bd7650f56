// Texts split into sentences, for tests.
#pragma once

#include <string_view>

#include "reprise/language/sentences.h"
#include "reprise/words/tokenize.h"

namespace reprise::detail::support {

inline TextUnit unit_of(std::string_view text, Language language) {
  TextUnit unit{{}, Field::text, text, tokenize(text), {}};
  unit.sentences = split_sentences(text, unit.tokens, language);
  return unit;
}

}  // namespace reprise::detail::support
