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
#include "reprise/points/clauses.h"
#include "reprise/points/statements.h"
#include "reprise/points/trim.h"

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

// The first denial says by which words.
void deny(Mention& mention, const Denial& denial, const TextUnit& unit) {
  mention.denied = true;
  if (!mention.denial) {
    mention.denial = bytes_of(unit, denial.cue);
  }
}

// Returns the sentence, or of a longer one what lies around the tokens in it.
Sentence near_to(TokenRange tokens, Sentence sentence, const TextUnit& unit) {
  constexpr uint32_t reach = 100;  // words
  if (tokens.begin > sentence.first_token + reach) {
    sentence.first_token = tokens.begin - reach;
    sentence.span.begin = unit.tokens[sentence.first_token].span.begin;
  }
  if (tokens.end + reach < sentence.last_token) {
    sentence.last_token = tokens.end + reach;
    sentence.span.end = unit.tokens[sentence.last_token - 1].span.end;
  }
  return sentence;
}

}  // namespace

std::optional<Sentence> sentence_around(TokenRange tokens, const TextUnit& unit) {
  const std::span<const Sentence> sentences = sentences_from(unit, tokens.begin);
  return sentences.empty() ? std::nullopt : std::optional(near_to(tokens, sentences[0], unit));
}

void cite(Mention& mention, TokenRange tokens, const TextUnit& unit, Language language) {
  const std::span<const Sentence> sentences = sentences_from(unit, tokens.begin);
  if (sentences.empty()) {
    return;
  }
  const Sentence sentence = near_to(tokens, sentences[0], unit);
  for (const Attribution& attribution : find_attributions(unit, sentence, language)) {
    if (covers(attribution.scope, tokens)) {
      mention.attributed = attribution.span;
      break;
    }
  }
  for (const Denial& denial : find_denials(unit, sentence, language)) {
    if (covers(denial.scope, tokens)) {
      deny(mention, denial, unit);
    }
  }
  if (sentences.size() == 1) {
    return;
  }
  const uint32_t next = sentences[1].first_token;
  const Sentence behind = near_to({next, next}, sentences[1], unit);
  for (const Denial& denial : find_denials(unit, behind, language)) {
    if (denial.previous) {
      deny(mention, denial, unit);
    }
  }
}

Mention make_mention(TokenRange stretch, const Statement& statement, const TextUnit& unit) {
  Mention mention;
  mention.unit = statement.unit;
  mention.span = bytes_of_mention(stretch, statement, unit);
  const Span sentence = bytes_of_sentence(statement, unit);
  mention.sentence = {std::min(sentence.begin, mention.span.begin),
                      std::max(sentence.end, mention.span.end)};
  cite(mention, stretch, unit, unit.language.language);
  return mention;
}

}  // namespace reprise::detail
