// The words that names are found with: titles, countries, institutions, and what is capitalised
// without being a name.
//
// Look-ups into what the packs know (name_vocabulary.h); how they go together is names.h. All words
// are folded, without full stops ("u.s" reads "us"). Cost: one look into a hash map, about 20 ns.
// Any thread may read them.
#pragma once

#include <cstdint>
#include <string_view>

#include "reprise/language/language.h"
#include "reprise/language/name_vocabulary.h"

namespace reprise::detail {

// Returns the roles of a folded word in any language; none if it has none.
NameRoles name_roles_of(std::string_view word);

// Returns whether a word, though capitalised, begins a sentence rather than a name: function words
// of the language, and words such as "former" or "yesterday".
bool begins_sentences(std::string_view word, Language language);

// Returns whether the word is an article of the language, or an article with a preposition ("im",
// "du", "al").
bool is_article(std::string_view word, Language language);

// Returns the country or region that the words name, joined by blanks: "american" -> "united
// states"; "" if none. What "us" means has to be seen from its capitals. The result lives for ever.
std::string_view country_of(std::string_view words);

// The most words that a country's name has here.
inline constexpr uint32_t longest_country = 4;

}  // namespace reprise::detail
