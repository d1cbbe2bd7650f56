// The languages that are known, a row each: its names, its Snowball stemmer, its pack.
#pragma once

#include <array>
#include <string_view>

#include "reprise/language/pack.h"

namespace reprise::detail {

extern const LanguagePack other_pack;
extern const LanguagePack english_pack;
extern const LanguagePack german_pack;
extern const LanguagePack french_pack;
extern const LanguagePack spanish_pack;

struct LanguageRow {
  Language language;
  std::string_view code;                    // ISO 639-1
  std::array<std::string_view, 2> codes_3;  // ISO 639-2: for books and for terms
  std::string_view stemmer;                 // Snowball's name, which is the language's English one
  const LanguagePack* pack;
};

// In the order of Language.
// clang-format off
inline constexpr LanguageRow language_rows[] = {
    {Language::other,   "",   {"",    ""},    "",        &other_pack},
    {Language::english, "en", {"eng", "eng"}, "english", &english_pack},
    {Language::german,  "de", {"ger", "deu"}, "german",  &german_pack},
    {Language::french,  "fr", {"fre", "fra"}, "french",  &french_pack},
    {Language::spanish, "es", {"spa", "spa"}, "spanish", &spanish_pack},
};
// clang-format on

}  // namespace reprise::detail
