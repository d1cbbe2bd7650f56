// Words that join the parts of a sentence: conjunctions, relative pronouns, prepositions.
//
//     is_joining_word("which", Language::english)   true: a new part begins
//     is_lead_in("and", Language::english)          true: what follows stands as well without it
//
// Words are folded (fold.h). Cost: 20 to 40 ns. Any thread.
#pragma once

#include <string_view>

#include "reprise/language/language.h"

namespace reprise::detail {

// Returns whether a new part of a sentence may begin at the word. Outside English, no word is
// known; see statements.cpp.
bool is_joining_word(std::string_view folded, Language language);

// Returns whether a part of a sentence that begins with the word says the same without it.
bool is_lead_in(std::string_view folded, Language language);

}  // namespace reprise::detail
