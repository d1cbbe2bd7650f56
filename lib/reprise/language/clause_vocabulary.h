// What a language's pack (pack.h) knows of clauses: by which words a reader sees that something is
// said of something.
//
//     .auxiliaries    "is has"            whatever stands before, a clause has its verb here
//     .finite_verbs   "makes plans"       verbs, unless an article or a preposition stands before
//     .verb_endings   "ed"                of verbs, behind a noun or a pronoun
//
// Words stand between blanks, phrases between bars, both folded. There is no tagger: these are
// signs, and a wrong one costs a label a rank.
#pragma once

#include <string_view>

namespace reprise::detail {

struct ClauseVocabulary {
  std::string_view auxiliaries{};
  std::string_view finite_verbs{};
  std::string_view verb_endings{};
  std::string_view not_verb_endings{};    // "eed": no verb in "ed"
  std::string_view participle_endings{};  // "ing": what so begins leans on a subject before it
  std::string_view subordinators{};       // "which": what it begins has a verb of its own
  // As a subject; at a sentence's begin they mean what stands in another one.
  std::string_view pronouns{};
  // At a sentence's begin they mean so too, or go on from what went before: "this", "but", "his".
  std::string_view leaning_words{};
};

}  // namespace reprise::detail
