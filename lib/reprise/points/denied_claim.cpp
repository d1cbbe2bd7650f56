// Steps: the other stretch must state something; of the line's denials those of a claim are taken,
// each with the words nearest to it; most of their terms must be stated, the first of them too if
// they are few.
//
//     denied that the |vote was rigged|     terms vote, rigged; "the vote was rigged" states both
#include "reprise/points/denied_claim.h"

#include <algorithm>

#include "reprise/language/cue_words.h"
#include "reprise/language/function_words.h"
#include "reprise/language/opposition_words.h"

namespace reprise::detail {
namespace {

constexpr uint32_t least_denied = 2;        // terms that are denied and stated
constexpr uint32_t least_without_head = 4;  // the same, without the first of them
constexpr uint32_t longest_denied = 12;     // words that a denial is about, those nearest to it

using Terms = std::vector<StoryTermId>;

bool holds(const Terms& terms, StoryTermId term) {
  return std::binary_search(terms.begin(), terms.end(), term);
}

// Returns the first term of the range; nothing if there is none.
std::optional<StoryTermId> first_term(const ReadLine& line, TokenRange range) {
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (line.at(i).term) {
      return line.at(i).term;
    }
  }
  return std::nullopt;
}

// Returns what the denial is about, as far as that is near.
TokenRange near_scope(const Denial& denial) {
  TokenRange scope = denial.scope;
  if (scope.begin >= denial.cue.end) {
    scope.end = std::min(scope.end, scope.begin + longest_denied);
  } else if (scope.size() > longest_denied) {
    scope.begin = scope.end - longest_denied;
  }
  return scope;
}

// Returns whether the stretch states something: without "not", "may" or a denial.
bool states(const ReadLine& line, TokenRange stretch) {
  if (!line.denials.empty()) {
    return false;
  }
  for (uint32_t i = stretch.begin; i < stretch.end; ++i) {
    const std::string& word = line.at(i).folded;
    if (is_negation(word, line.language()) ||
        has_role(word, OppositionRole::uncertain, line.language()) ||
        has_role(word, OppositionRole::reversing, line.language())) {
      return false;
    }
  }
  return true;
}

// Returns whether the denial is of a claim, and not of a deed or a judgement.
//     "denied that the dam leaks", "disputed claims that it leaks"      yes
//     "the claim that it leaks is false"                                yes
//     "the reply was wrong", "lied about never having seen it"          no
bool denies_a_claim(const ReadLine& line, const Denial& denial) {
  bool denies = false;
  for (uint32_t i = denial.cue.begin; i < denial.cue.end; ++i) {
    denies |= has_role(line.at(i).folded, OppositionRole::denying, line.language());
  }
  bool names_claim = false;
  for (uint32_t i = denial.scope.begin; i < denial.scope.end; ++i) {
    if (is_negation(line.at(i).folded, line.language())) {
      return false;
    }
    names_claim |= cue_roles_of(line.at(i).folded, line.language()).has(CueRole::claim_noun);
  }
  return denies && (denial.scope.begin >= denial.cue.end || names_claim);
}

}  // namespace

DeniedTerms denied_terms(const ReadLine& line, TokenRange in_line, const ReadLine& other,
                         TokenRange in_other) {
  DeniedTerms best;
  if (line.denials.empty() || !states(other, in_other)) {
    return best;
  }
  const Terms stated = terms_in(other, in_other);
  for (const Denial& denial : line.denials) {
    const uint32_t cue = denial.cue.begin;
    const bool intended = cue > line.first && has_role(line.at(cue - 1).folded,
                                                       OppositionRole::infinitive, line.language());
    const TokenRange scope = near_scope(denial);
    if (intended || 2 * common_tokens(scope, in_line) < scope.size() ||
        !denies_a_claim(line, denial)) {
      continue;
    }
    const Terms denied = terms_in(line, scope);
    const auto shared = static_cast<uint32_t>(std::count_if(
        denied.begin(), denied.end(), [&](StoryTermId term) { return holds(stated, term); }));
    const std::optional<StoryTermId> first = first_term(line, scope);
    const bool head = first && holds(stated, *first);
    const bool is_enough = shared >= (head ? least_denied : least_without_head);
    const bool is_most = size_t{5} * shared >= 3 * denied.size();
    if (is_enough && is_most && shared > best.shared) {
      best = {&denial, shared};
    }
  }
  return best;
}

}  // namespace reprise::detail
