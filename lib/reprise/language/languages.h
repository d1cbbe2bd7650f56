// The language of each unit: as the user says, or as its words do.
//
// A document is one language, its title included. One that is too short to tell has that of most of
// the collection.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "reprise/language/language.h"
#include "reprise/language/unit.h"

namespace reprise::detail {

struct UnitLanguage {
  Language language = Language::other;  // of function words, figures and cues
  std::string stemmer;  // a Snowball stemmer's name; empty: words are their own stems
};

// Returns the language of each unit. `language`: "auto", or a name or ISO 639 code that language_of
// knows, or the name of any Snowball stemmer, whose words alone are then used. Throws
// Error of kind `usage` for anything else.
std::vector<UnitLanguage> languages_of(std::span<const TextUnit> units,
                                       const std::string& language);

// Returns whether languages_of takes the name.
bool knows_language(const std::string& language);

}  // namespace reprise::detail
