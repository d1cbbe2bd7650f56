// Words that every text holds and that say nothing about it (articles, prepositions, pronouns,
// auxiliaries), and those that deny.
//
//     is_function_word("the")                       true
//     is_function_word("nicht", Language::german)   true
//     is_function_word("qu'il", Language::french)   true    (of elided words, what stands behind
//       the apostrophe)
//     is_negation("didn't")                         true
//
// Words are folded (fold.h). Cost: 20 to 40 ns. Any thread.
#pragma once

#include <string_view>
#include <unordered_set>

#include "reprise/language/language.h"

namespace reprise::detail {

// Returns the language's function words, folded; none for other. The result lives for ever.
const std::unordered_set<std::string_view>& function_words(Language language = Language::english);

// Returns whether the folded word is a function word of the language.
bool is_function_word(std::string_view folded, Language language = Language::english);

// Returns whether the folded word denies what is said: "not", "never", "without", "n't"; "kein";
// "jamais"; "sin".
bool is_negation(std::string_view folded, Language language = Language::english);

// Returns the length of a French elision at the word's beginning, with its apostrophe: 2 of
// "d'euros", 3 of "qu'il"; 0 if there is none or nothing stands behind it.
size_t elision_of(std::string_view folded);

}  // namespace reprise::detail
