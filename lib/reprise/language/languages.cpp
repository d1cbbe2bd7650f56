#include "reprise/language/languages.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "reprise/base/parallel.h"
#include "reprise/language/pack.h"
#include "reprise/language/stem.h"

namespace reprise::detail {
namespace {

constexpr size_t short_text = 50;  // words; a longer text of no known language has none

UnitLanguage named(const std::string& name) {
  const Language language = language_of(name);
  return {language, language == Language::other ? name : std::string(stemmer_of(language)), true};
}

std::vector<UnitLanguage> recognise(std::span<const TextUnit> units, ShortTexts short_texts,
                                    const Normalisation* rules) {
  std::vector<Language> languages(units.size());
  parallel_for(units.size(), [&](size_t u) {
    const TextUnit& unit = units[u];
    languages[u] = rules == nullptr ? recognise_language(unit.text, unit.tokens)
                                    : recognise_language(unit.text, unit.tokens, *rules);
  });
  std::vector<size_t> words(all_packs().size());
  std::map<uint32_t, Language> of_document;  // that of its longest unit
  std::map<uint32_t, size_t> longest;
  for (size_t u = 0; u < units.size(); ++u) {
    const size_t size = units[u].tokens.size();
    words[static_cast<size_t>(languages[u])] += size;
    size_t& most = longest[units[u].document];
    if (size >= most) {
      most = size;
      of_document[units[u].document] = languages[u];
    }
  }
  words[static_cast<size_t>(Language::other)] = 0;
  const auto most =
      static_cast<Language>(std::max_element(words.begin(), words.end()) - words.begin());
  std::vector<UnitLanguage> result;
  for (const TextUnit& unit : units) {
    Language language = of_document[unit.document];
    const bool is_short = longest[unit.document] < short_text;
    if (language == Language::other && is_short && short_texts == ShortTexts::as_most) {
      language = most;
    }
    result.push_back({language, std::string(stemmer_of(language))});
  }
  return result;
}

}  // namespace

std::vector<UnitLanguage> languages_of(std::span<const TextUnit> units, const std::string& language,
                                       ShortTexts short_texts, const Normalisation* rules) {
  if (!knows_language(language)) {
    throw Error(ErrorKind::usage, {"", "no stemmer for the language \"" + language + "\"", ""});
  }
  if (language == "auto") {
    return recognise(units, short_texts, rules);
  }
  return std::vector<UnitLanguage>(units.size(), named(language));
}

void add_languages(std::span<TextUnit> units, const std::string& language, ShortTexts short_texts,
                   const Normalisation* rules) {
  std::vector<UnitLanguage> languages = languages_of(units, language, short_texts, rules);
  for (size_t u = 0; u < units.size(); ++u) {
    units[u].language = std::move(languages[u]);
  }
}

Normalisation rules_in(const std::string& language, Normalisation rules) {
  const bool turkish = language == "tr" || language == "tur" || language == "turkish";
  rules.turkish_i = rules.turkish_i || turkish;
  return rules;
}

bool knows_language(const std::string& language) {
  return language == "auto" || Stemmer::knows(named(language).stemmer);
}

}  // namespace reprise::detail
