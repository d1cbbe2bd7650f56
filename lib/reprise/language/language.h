// Which language a text is written in, of the few that have a pack (pack.h).
//
//     language_of("de"), language_of("German")          german
//     stemmer_of(Language::german)                      "german"
//     "Officials said the ferry was late"               english   ("the" and "said" tell)
//     "De veerboot van Amsterdam was niet op tijd"      other     ("van" and "niet" speak for
//       Dutch)
//     "Nvidia H100"                                     other     (nothing speaks for anything)
//
// The idea: each language has telling words, which no other one uses much ("the", "nicht", "dans",
// "los"), and common ones, which it shares ("is", "die", "la", "de"). A telling word counts two, a
// common one counts one. Telling words of other languages (Dutch, Italian, Romanian, Serbian and
// a dozen more) count two for `other`. A language wins that
//   - has at least one telling word, and
//   - more points than every other one, `other` included, and
//   - a point for ten words or more, so that English names in a Finnish text don't make it English.
// So one telling word is enough for a statement of up to twenty words; a text in two languages gets
// the one with more.
//
// Cost: about 50 ns a word, for the first 1,000 words at most. Pure; any thread.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "reprise/language.h"
#include "reprise/words/tokenize.h"

namespace reprise::detail {

// Returns the language of a Snowball name ("german") or an ISO 639-1 or 639-2 code ("de", "deu",
// "ger"), in any case; other for anything else.
Language language_of(std::string_view name);

// Returns the name of its Snowball stemmer; "" for other.
std::string_view stemmer_of(Language language);

// Returns the stemmer that texts of the language are compared with: its own, or that of the one
// that it is read as.
std::string_view reading_stemmer_of(Language language);

// Returns the codes of the languages that have a pack: "en", "de", …
std::vector<std::string_view> language_codes();

// Returns the language that the words speak for, or other if too little speaks for one. REQUIRES:
// `tokens` are words of `text`, in order.
Language recognise_language(std::string_view text, std::span<const Token> tokens);

// The same by the hashes of the words alone, which `rules` made: some 3 ns a word. Where these
// rules fold words in another way than the default ones, the text is read.
Language recognise_language(std::string_view text, std::span<const Token> tokens,
                            const Normalisation& rules);

}  // namespace reprise::detail
