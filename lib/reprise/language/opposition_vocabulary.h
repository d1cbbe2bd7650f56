// What a language's pack (pack.h) knows of opposites: by which words a reader sees that two clauses
// contradict each other, and by which that they only seem to.
//
//     .antonyms     "rose rise/fell fall,win won/lose lost"   rows; what stands left of the slash
//                                                             contradicts what stands right of it
//     .negations    "not never"      "did not resign" against "resigned"
//     .seeming      "not only"       denies nothing
//     .uncertain    "if may"         what stands beside them is not stated
//     .modals       "will should"    "will resign" and "did not resign" speak of different times
//     .infinitives  "to"             "wants to resign" is no resignation
//
// Words stand between blanks, phrases between bars, all folded. Antonyms are compared by stems.
#pragma once

#include <string_view>

namespace reprise::detail {

struct OppositionVocabulary {
  std::string_view antonyms{};
  std::string_view negations{};  // of a verb, or right before a noun; pack.h's endings count too
  std::string_view seeming{};
  std::string_view uncertain{};
  std::string_view modals{};  // groups between bars
  std::string_view infinitives{};
  std::string_view articles{};   // "a": "not a mayor" is no verb that is denied
  std::string_view denying{};    // "denied": what is said, in a phrase that denies
  std::string_view reversing{};  // "refused": what depends on them did not happen
  // "stimmte dem Antrag nicht zu": a negation belongs to the verbs of its part of the sentence,
  // whatever stands between.
  bool negation_may_follow = false;
};

}  // namespace reprise::detail
