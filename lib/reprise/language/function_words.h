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

#include "reprise/language/language.h"
#include "reprise/language/word_list.h"

namespace reprise::detail {

// Returns the language's function words, folded; none for other. The result lives for ever.
const WordSet& function_words(Language language = Language::english);

// Returns whether the folded word is a function word of the language.
bool is_function_word(std::string_view folded, Language language = Language::english);

// Returns whether the folded word denies what is said: "not", "never", "without", "n't"; "kein";
// "jamais"; "sin".
bool is_negation(std::string_view folded, Language language = Language::english);

// Returns the length of what is elided at the word's beginning, with its apostrophe: in French 2 of
// "d'euros", 3 of "qu'il"; 0 if nothing is, or nothing stands behind it.
size_t elision_of(std::string_view folded, Language language);

}  // namespace reprise::detail
