#include "reprise/near/shingle_sets.h"

#include "reprise/furniture/said.h"

namespace reprise::detail {

ShingleSet shingle_set_of(const TextUnit& unit, const Normalisation& words,
                          const ShingleOptions& shingles, std::span<const Span> left_out) {
  const bool as_they_are = words.drop_punctuation && left_out.empty();
  if (as_they_are) {
    return make_shingles(unit.text, unit.tokens, words, shingles);
  }
  // The words of a unit are without punctuation.
  std::vector<Token> tokens = tokenize(unit.text, words);
  take_out(left_out, tokens);
  return make_shingles(unit.text, tokens, words, shingles);
}

}  // namespace reprise::detail
