// Tables of the words that names are made of, put together from all packs.
//
// Steps: a word gets the roles that any pack gives it, since names travel; rows marked `at_home`
// count in texts of their own language alone. Countries are known by all their forms, and the first
// word of each form says that a country may begin there.
//
//     {"germany", "german|germans"} in one pack, {"germany", "allemagne"} in another
//     country_of("allemagne")    "germany", in texts of every language
//
// Cost: tables are built once a language; then a look into a hash map.
#include "reprise/language/name_words.h"

#include <unordered_map>

#include "reprise/language/function_words.h"
#include "reprise/language/pack.h"
#include "reprise/language/word_list.h"

namespace reprise::detail {
namespace {

std::string_view first_word(std::string_view words) {
  return words.substr(0, words.find(' '));
}

// What all packs say of a word in texts of one language.
std::unordered_map<std::string_view, NameRoles> make_roles(const LanguagePack& of_text) {
  std::unordered_map<std::string_view, NameRoles> table;
  for (const LanguagePack* pack : all_packs()) {
    for (const NameRow& row : pack->names.roles) {
      if (pack == &of_text || !row.roles.has(NameRole::at_home)) {
        for_each_part(row.words, ' ', [&](std::string_view word) { table[word] |= row.roles; });
      }
    }
    for (const CountryRow& country : pack->names.countries) {
      table[first_word(country.key)] |= NameRole::country_begin;
      for_each_part(country.forms, '|', [&](std::string_view form) {
        table[first_word(form)] |= NameRole::country_begin;
      });
    }
  }
  return table;
}

std::unordered_map<std::string_view, std::string_view> make_countries() {
  std::unordered_map<std::string_view, std::string_view> table;
  for (const LanguagePack* pack : all_packs()) {
    for (const CountryRow& country : pack->names.countries) {
      table.emplace(country.key, country.key);
      for_each_part(country.forms, '|',
                    [&](std::string_view form) { table.emplace(form, country.key); });
    }
  }
  return table;
}

struct Roles {
  explicit Roles(const LanguagePack& pack) : of_word(make_roles(pack)) {}

  std::unordered_map<std::string_view, NameRoles> of_word;
};

// The words of one language, or of the one that is read in its place.
struct Beginnings {
  explicit Beginnings(const LanguagePack& of_text) {
    const LanguagePack& pack = reading_pack(of_text);
    articles = words_in(pack.names.articles);
    openers = words_in(pack.names.openers);
    function_words = words_in(pack.function_words);
    opening_elision = pack.names.opening_elision;
  }

  WordSet articles, openers, function_words;
  std::string_view opening_elision;
};

const Beginnings& beginnings_of(Language language) {
  static const ByLanguage<Beginnings> beginnings;
  return beginnings[language];
}

}  // namespace

NameRoles name_roles_of(std::string_view word, Language language) {
  static const ByLanguage<Roles> roles;
  const auto& table = roles[language].of_word;
  const auto it = table.find(word);
  return it == table.end() ? NameRoles() : it->second;
}

bool begins_sentences(std::string_view word, Language language) {
  const Beginnings& beginnings = beginnings_of(language);
  if (beginnings.openers.contains(word) || beginnings.function_words.contains(word)) {
    return true;
  }
  const std::string_view elision = beginnings.opening_elision;
  return (!elision.empty() && word.starts_with(elision)) || is_function_word(word, language);
}

bool is_article(std::string_view word, Language language) {
  return beginnings_of(language).articles.contains(word);
}

std::string_view country_of(std::string_view words) {
  static const auto table = make_countries();
  const auto it = table.find(words);
  return it == table.end() ? std::string_view() : it->second;
}

}  // namespace reprise::detail
