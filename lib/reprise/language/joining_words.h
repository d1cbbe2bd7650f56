// Words that join the parts of a sentence: conjunctions, relative pronouns, prepositions.
//
//     begins_part("which", "ferry", Language::english)   true: a new part begins
//     begins_part("der", "und", Language::german)        false: it began with "und"
//     is_lead_in("and", Language::english)               true: what follows stands without it
//
// Words are folded (fold.h). Cost: 20 to 40 ns. Any thread.
#pragma once

#include <string_view>

#include "reprise/language/language.h"

namespace reprise::detail {

// Returns whether a new part of a sentence may begin at the word, which stands behind `before`.
// Where the language has no joining words, the first of some function words begins one.
bool begins_part(std::string_view folded, std::string_view before, Language language);

// Returns whether a part of a sentence that begins with the word says the same without it.
bool is_lead_in(std::string_view folded, Language language);

}  // namespace reprise::detail
