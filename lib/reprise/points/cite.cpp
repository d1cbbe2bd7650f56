#include "reprise/points/cite.h"

#include <algorithm>

#include "reprise/language/cues/cues.h"

namespace reprise::detail {
namespace {

// Returns whether the scope holds half of the tokens, or they hold all of it, with the cue and the
// speaker.
bool covers(TokenRange scope, TokenRange tokens) {
  const uint32_t begin = std::max(scope.begin, tokens.begin), end = std::min(scope.end, tokens.end);
  return begin < end && (2 * (end - begin) >= tokens.size() || end - begin == scope.size());
}

}  // namespace

void cite(Mention& mention, TokenRange tokens, const TextUnit& unit, Language language) {
  const auto behind =
      std::upper_bound(unit.sentences.begin(), unit.sentences.end(), tokens.begin,
                       [](uint32_t token, const Sentence& s) { return token < s.first_token; });
  if (behind == unit.sentences.begin()) {
    return;
  }
  const Sentence& sentence = *(behind - 1);
  for (const Attribution& attribution : find_attributions(unit, sentence, language)) {
    if (!covers(attribution.scope, tokens)) {
      continue;
    }
    mention.attributed = attribution.span;
    break;
  }
  for (const Denial& denial : find_denials(unit, sentence, language)) {
    mention.denied |= covers(denial.scope, tokens);
  }
  if (behind == unit.sentences.end()) {
    return;
  }
  for (const Denial& denial : find_denials(unit, *behind, language)) {
    mention.denied |= denial.previous;
  }
}

}  // namespace reprise::detail
