// Words that say something, though little: everyday language holds them on every page.
//
//     is_everyday_word("year")     true
//     is_everyday_word("ferry")    false
//     is_everyday_word("the")      false: a function word says nothing at all
//
// Words are folded (fold.h). Cost: 20 ns. Any thread.
#pragma once

#include <string_view>

#include "reprise/language/language.h"

namespace reprise::detail {

// Returns whether the folded word is an everyday word of the language; of others, none is known.
bool is_everyday_word(std::string_view folded, Language language);

}  // namespace reprise::detail
