// The words that names are found with: titles, countries, institutions, and what is capitalised
// without being a name.
//
// Tables alone; how they go together is names.h. All words are folded, without full stops ("u.s"
// reads "us"). Cost: one look into a hash map, about 20 ns. Any thread may read them.
#pragma once

#include <cstdint>
#include <string_view>

#include "reprise/language/language.h"

namespace reprise::detail {

// What a word may be for names; several at once, as bits.
enum NameRole : uint32_t {
  title_word = 1,  // mr, president, ceo: stands before a name and is no part of it
  weak_title = 2,  // king, general: a title before a name, a part of one elsewhere ("Stephen King")
  portfolio_word =
      4,  // finance, state: no name beside a title ("Finance Minister", "Secretary of State")
  institution_word = 8,    // bank, university: what ends in it is no person, and "of" may follow
  place_word = 16,         // new, port, lake: what begins with it is no person
  calendar_word = 32,      // monday, january
  calendar_name = 64,      // may, august: months that are names behind another name ("Theresa May")
  connector_word = 128,    // of, van: inside a name, between capitalised words
  particle_word = 256,     // van, de: connectors that are left out where they begin a name
  suffix_word = 512,       // jr, iii
  family_name = 1024,      // xi, kim: the family's name may stand first ("Xi Jinping")
  country_begin = 2048,    // a name of a country may begin with it
  no_title_before = 4096,  // motors, assembly: what stands before is no title ("General Motors")
};

// Returns the roles of a folded word; 0 if it has none.
uint32_t name_roles(std::string_view word);

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
