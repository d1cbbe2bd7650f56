// Words with their places: what everything behind counts in.
//
// Words are those of UAX #29 that hold a letter or a digit, with these additions:
//   - a currency sign belongs to the figure that it touches: "$6", "6€";
//   - an abbreviation keeps its last full stop: "U.S.", "a.m.";
//   - a stop between a small letter and a capital ends a sentence: "the deck.The mayor";
//   - underscores round a word are marks: "_so_"; but not in code;
//   - every white space separates, and what readers don't see does not (signs.h);
//   - a word broken by a hyphen at a line's end goes on in the next line, if that begins with a
//     small letter, unless it is a compound of the text (compounds.h);
//   - Chinese, Japanese, Thai, Lao, Khmer and Burmese, which set no spaces, are split by ICU's
//     dictionaries (unspaced.h).
//
//     "The U.S. paid $2,000 – don’t ask"  ->  The | U.S. | paid | $2,000 | don’t | ask
//
// A token is 16 bytes: the hash of the folded word (fold.h) and its span. Nothing is allocated for
// a token of ASCII. Cost: 500 to 800 MB/s for Latin, Greek and Cyrillic script (scan.h), 5 to 10
// MB/s where dictionaries are needed. Where hashes are enough, words.h is faster. Pure; any thread.
// Source: UAX #29, Unicode Text Segmentation, revision 41, rules WB4 to WB13b: the others are about
// emoji and flags.
#pragma once

#include <string_view>
#include <vector>

#include "reprise/span.h"
#include "reprise/text_unit.h"
#include "reprise/words/fold.h"

namespace reprise::detail {

// Returns the words of the text, in order, without overlaps. Broken UTF-8 is no word and ends one;
// a byte-order mark is none either. REQUIRES: text.size() < 2^32.
std::vector<Token> tokenize(std::string_view text, const Normalisation& rules = {});

// The same, character by character: what the fast way (scan.h) is held to, and what serves where it
// can't. About 40 MB/s.
std::vector<Token> tokenize_plainly(std::string_view text, const Normalisation& rules = {});

}  // namespace reprise::detail
