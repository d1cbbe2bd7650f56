// Says of a mention who is cited for it, and whether it is denied.
//
// Steps: the sentence that holds the mention's first word is found; the first attribution whose
// scope covers the mention gives its speaker; a denial whose scope covers it denies it, and so does
// one in the next sentence that points back.
//
//     Orvik said the ferry was late.               mention "the ferry was late": by Orvik
//     The ferry was late. That is false.           denied by the sentence behind
//
// Cost: that of reading two sentences.
#include "reprise/points/cite.h"

#include <algorithm>
#include <span>

#include "reprise/language/cues/cues.h"
#include "reprise/points/statements.h"

namespace reprise::detail {
namespace {

// Returns whether the scope holds half of the tokens, or they hold all of it, with the cue and the
// speaker.
bool covers(TokenRange scope, TokenRange tokens) {
  const uint32_t common = common_tokens(scope, tokens);
  if (common == 0) {
    return false;
  }
  return 2 * common >= tokens.size() || common == scope.size();
}

// Returns the sentences from the one that holds the token on; none if there is no such one.
std::span<const Sentence> sentences_from(const TextUnit& unit, uint32_t token) {
  const auto behind = std::upper_bound(
      unit.sentences.begin(), unit.sentences.end(), token,
      [](uint32_t t, const Sentence& sentence) { return t < sentence.first_token; });
  if (behind == unit.sentences.begin()) {
    return {};
  }
  return {behind - 1, unit.sentences.end()};
}

}  // namespace

void cite(Mention& mention, TokenRange tokens, const TextUnit& unit, Language language) {
  const std::span<const Sentence> sentences = sentences_from(unit, tokens.begin);
  if (sentences.empty()) {
    return;
  }
  for (const Attribution& attribution : find_attributions(unit, sentences[0], language)) {
    if (covers(attribution.scope, tokens)) {
      mention.attributed = attribution.span;
      break;
    }
  }
  for (const Denial& denial : find_denials(unit, sentences[0], language)) {
    mention.denied |= covers(denial.scope, tokens);
  }
  if (sentences.size() == 1) {
    return;
  }
  for (const Denial& denial : find_denials(unit, sentences[1], language)) {
    mention.denied |= denial.previous;
  }
}

}  // namespace reprise::detail
