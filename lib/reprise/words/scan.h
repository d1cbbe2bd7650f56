// The scanner behind tokenize and hash_words: 64 bytes at a time, as bits, and word by word only at
// the very end.
//
// The idea. A stretch of 4 KiB that ends at a blank goes through five steps, each a loop of its own
// over blocks of 64 bytes, with next to no branch that depends on the text:
//
//     text        he  paid  $2,000 –  don’t
//     1 marks     one 64-bit mask each for letters, digits, blanks, points, ...; and a copy with
//                 small letters (marks-inl.h)
//     2 letters   characters beyond ASCII, one by one, from a table (letters.h): their folded bytes
//                 go into the copy
//     3 words     shifts and ands say which points join (2,000), where words begin and where they
//                 end
//     4 places    the bits become lists of places
//     5 hashes    of the copy's bytes
//
// The path changes by word, never by text. What the masks can't settle (combining marks, Hebrew,
// Chinese, broken bytes, a hyphen at a line's end) sets a `careful` bit; from the blank before it
// on, the Segmenter and fold_word go on until they reach a place where no word of the masks has
// begun. That can't change the words, since segmentation at a border depends on nothing that stands
// before it. Where every word needs care, as in Chinese, the price of the masks is small.
//
// Counter-example: punctuation as words (Normalisation::drop_punctuation = false) goes the careful
// way throughout, as do look-alikes and the Turkish i.
//
// All targets (AVX-512, AVX2, SSE4, SSSE3, NEON, plain C++) come from one source and give the same;
// the processor chooses when the program runs. Nothing outside of `text` is read. Pure; any thread.
// Source: the bit masks are those of Langdale and Lemire, Parsing Gigabytes of JSON per Second,
// VLDB Journal 2019.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reprise/words/fold.h"
#include "reprise/words/tokenize.h"

namespace reprise::detail {

// Do the masks know the rules? What depends on a whole word, or makes of ASCII more than a byte,
// they don't.
inline bool can_scan(const Normalisation& rules) {
  return rules.drop_punctuation && !rules.fold_lookalikes && !rules.turkish_i;
}

// Append what tokenize and hash_words give. REQUIRES: text.size() < 2^32, can_scan(rules).
void scan_words(std::string_view text, const Normalisation& rules, std::vector<uint64_t>& hashes);
void scan_words(std::string_view text, const Normalisation& rules, std::vector<Token>& tokens);

}  // namespace reprise::detail
