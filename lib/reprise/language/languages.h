// The language of each unit: as the user says, or as its words do.
//
// A document is one language, its title included. One that is too short to tell has that of most of
// the collection, or none, where the answer may not hang on what else is read.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "reprise/language/language.h"
#include "reprise/language/unit.h"
#include "reprise/options.h"

namespace reprise::detail {

// What becomes of texts that are too short to tell.
enum class ShortTexts { as_most, of_no_language };

// Returns the language of each unit. `language`: "auto", or a name or ISO 639 code that language_of
// knows, or the name of any Snowball stemmer, whose words alone are then used. Throws
// Error of kind `usage` for anything else.
// `rules`: those that the words were read by, if the caller knows them: then it is faster.
std::vector<UnitLanguage> languages_of(std::span<const TextUnit> units, const std::string& language,
                                       ShortTexts short_texts = ShortTexts::as_most,
                                       const Normalisation* rules = nullptr);

// Gives each unit its language, as languages_of does.
void add_languages(std::span<TextUnit> units, const std::string& language,
                   ShortTexts short_texts = ShortTexts::as_most,
                   const Normalisation* rules = nullptr);

// Returns the rules for words of a text in the language: in Turkish, I is the capital of ı.
Normalisation rules_in(const std::string& language, Normalisation rules);

// Returns whether languages_of takes the name.
bool knows_language(const std::string& language);

}  // namespace reprise::detail
