// When two spellings are the same word: NFKC and full case folding, as a table with choices.
//
//     bytes                        by default the same word as
//     "The", "THE"                 the
//     "ﬁnancial", "Poſt"           financial, post          (ligature, long s: NFKC)
//     "cafe\u0301"                 café                     (decomposed accents are composed)
//     "don’t", "don`t"             don't                    (apostrophes of any shape)
//     "צה״ל", "צה''ל"              צה"ל                     (likewise of Hebrew marks)
//     "gov\u00ADern"               govern                   (what readers don't see vanishes)
//     "govern-\nment"              government               (a hyphen at a line's end)
//     "Straße"                     strasse
//     "U.S."                       u.s                      (the full stop belongs to the span, not
//                                  to the word)
//     "$6", "2,000", "5.6"         $6, 2,000, 5.6
//
// Each choice of Normalisation stands for one more or one less of these.
#pragma once

#include <string>
#include <string_view>

#include "reprise/options.h"

namespace reprise::detail {

// Writes into `out` what the word is compared by. `word` is a token's bytes as they stand in the
// text, line breaks in a broken word included; broken UTF-8 reads as U+FFFD. May give an empty
// string (a word of soft hyphens alone). Cost: about 2 ns a byte for ASCII, 60 to 200 ns a word for
// the rest, which ICU does. Pure; any thread.
// Source: UAX #15 (NFKC), Unicode 15 section 3.13 (toNFKC_Casefold).
void fold_word(std::string_view word, const Normalisation& rules, std::string& out);

}  // namespace reprise::detail
