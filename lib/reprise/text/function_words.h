// Words that every text holds and that say nothing about it: articles, prepositions, pronouns, auxiliaries.
#pragma once

#include <string_view>
#include <unordered_set>

namespace reprise {

// Returns the English ones, folded. Any thread.
const std::unordered_set<std::string_view>& function_words();

// Returns whether the folded word is an English function word; words of other languages are none here. Any thread.
bool is_function_word(std::string_view folded);

}  // namespace reprise
