// What a language's pack (pack.h) knows of names: titles, institutions, countries, and what is
// capitalised without being a name.
//
// A name keeps its title and its country's name across borders: an English text writes of "Frau
// Orvik", a French one of "Mr. Tann". So the words of all packs are looked up in every text
// (name_words.h); only articles and openers are those of the text's own language.
//
// Words of one role stand in one string, between blanks, folded, without full stops.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "reprise/language/role_set.h"

namespace reprise::detail {

// What a word may be for names.
enum class NameRole : uint8_t {
  title,             // mr, president, ceo: stands before a name and is no part of it
  weak_title,        // king: a title before a name, a part of one elsewhere ("Stephen King")
  no_title_before,   // motors: what stands before is no title ("General Motors")
  portfolio,         // finance: no name beside a title ("Finance Minister", "Secretary of State")
  institution,       // bank: what ends in it is no person, and "of" may follow
  place,             // new, port: what begins with it is no person
  calendar,          // monday, january
  calendar_name,     // may: months that are names behind another name ("Theresa May")
  connector,         // of, van: inside a name, between capitalised words
  second_connector,  // "der" of "van der Holt": behind another one alone
  of,                // "of": behind an institution, or behind one word
  particle,          // van, de: connectors that are left out where they begin a name
  suffix,            // jr, iii
  family_name,       // xi, kim: the family's name may stand first ("Xi Jinping")
  pronoun_too,       // "us": a country's name in capitals alone
  country_begin,     // a name of a country may begin with it; found out, never listed
};
template <>
inline constexpr bool names_roles<NameRole> = true;
using NameRoles = RoleSet<NameRole>;

struct NameRow {
  NameRoles roles;
  std::string_view words;
};

struct CountryRow {
  std::string_view key;    // its English name: what all forms of it mean
  std::string_view forms;  // other names of it and of its people, between bars
};

struct NameVocabulary {
  std::span<const NameRow> roles{};
  std::span<const CountryRow> countries{};
  std::string_view articles{};  // and what else shows that a noun follows: "im", "zwei", "cette"
  std::string_view openers{};   // begin sentences, beside function words: "yesterday"
  std::string_view opening_elision{};  // "i'" of "I'm": no name's beginning either
};

}  // namespace reprise::detail
