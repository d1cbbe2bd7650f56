// Whether a line says what page furniture says: "Sign up for our newsletter", "Share | Print".
//
//     "Read more"                                      a short line that begins so
//     "Google changed its privacy policy on Monday"    none: one hint, and nobody is addressed
//     "By clicking you accept our privacy policy"      furniture
//
// Words come as hashes (hash_word of the folded word): tokens have them, and a phrase of hashes is
// compared as fast as one of numbers. What a pack knows stands in furniture_vocabulary.h.
//
// Cost: about 2 ns a word. Any thread.
#pragma once

#include <cstdint>
#include <span>

#include "reprise/language/language.h"

namespace reprise::detail {

// Returns whether the words of a sentence, or of another line, are furniture. What a line begins
// with counts if the sentence begins one.
bool says_furniture(std::span<const uint64_t> words, bool begins_line, Language language);

// Returns whether the words of a line head a list of links: "Related stories".
bool heads_links(std::span<const uint64_t> words, Language language);

}  // namespace reprise::detail
