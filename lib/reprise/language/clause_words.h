// The signs by which a reader sees a clause: verbs, and words that lean on another sentence.
//
// Look-ups into what a pack knows (clause_vocabulary.h). Cost: about 20 ns a word. Any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reprise/language/language.h"
#include "reprise/language/unit.h"

namespace reprise::detail {

// Returns the folded words of the range.
std::vector<std::string> folded_words(const TextUnit& unit, TokenRange range);

// Returns the tokens of the sentence at which a finite verb seems to stand, ascending: "is" and
// "closes" in "The yard that is old closes its gates", "it's" in "It's late".
std::vector<uint32_t> finite_verbs(const TextUnit& unit, TokenRange sentence, Language language);

// Returns whether the folded word, where it begins a sentence, means what stands in another one:
// "he", "it".
bool is_pronoun(std::string_view folded, Language language);

// Returns whether a sentence that begins with the folded word leans on the one before: "but".
bool is_leaning(std::string_view folded, Language language);

// Returns whether the folded word has the form of a participle that goes on with a sentence:
// "adding".
bool is_participle(std::string_view folded, Language language);

// Returns whether the folded word begins a clause inside another one, with a verb of its own:
// "which".
bool subordinates(std::string_view folded, Language language);

}  // namespace reprise::detail
