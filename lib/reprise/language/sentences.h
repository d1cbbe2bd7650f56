// Sentences and headlines, as stretches of tokens.
//
// A sentence ends at . ! ? … (and at their sisters in other scripts) where the next word begins
// like a sentence; not after an abbreviation ("Mr. Wang", "the U.S. economy", "Jan. 20", "J.
// Smith"), unless the next word is one that mostly begins a sentence ("in the U.S. The plan"). It
// ends at an empty line, and at a line break unless the text is hard-wrapped there: the next word
// would not have fitted on the line. So a headline without a full stop is a sentence of its own, in
// wrapped text as in text with a paragraph a line.
//
//     "Ferry delayed\n\nThe U.S. ferry was late. \"Why?\" he asked."
//       -> Ferry delayed | The U.S. ferry was late. | "Why?" he asked.
//
// Cost: linear in the text. Pure; any thread.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "reprise/language/language.h"
#include "reprise/text_unit.h"
#include "reprise/words/tokenize.h"

namespace reprise::detail {

// Returns the sentences in order; each token lies in exactly one. `language` says what begins a
// sentence; abbreviations are those of all languages. REQUIRES: `tokens` are those of `text`.
std::vector<Sentence> split_sentences(std::string_view text, std::span<const Token> tokens,
                                      Language language = Language::english);

}  // namespace reprise::detail
