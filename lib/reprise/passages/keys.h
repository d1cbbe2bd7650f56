// What passages compare words by: a number for each word, the same for all words of one stem if
// that is wanted, which also says whether the word is too common to tell anything.
//
//     "Ministers refused"  ->  key of "minist", key of "refus"        SeedUnit::stems
//     "Ministers refused"  ->  key of "ministers", key of "refused"   SeedUnit::words,
//                          SeedUnit::characters
//
// Common words say little: the function words of the text's language, and in collections of 50,000
// words or more those that make one word in 1,000 of the collection and have many different words
// behind them, whatever their language.
//
// Where the answer may not hang on what else is read (CommonWordsBy::language), they are function
// words alone.
//
// Stems are those of the text's language, and English ones where it isn't known, and in a line of
// the text that is English. Where texts of two languages meet, a word has one key if its stems are
// equal, but for function words of one language that say something in the other; those of English
// are common everywhere.
//
// Cost: 2 ns a word without stems, about 5 ns with them, since each thread remembers the keys it
// made.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reprise/furniture/ranges.h"
#include "reprise/language/unit.h"
#include "reprise/passages/passage.h"

namespace reprise::detail {

// One for each token of a unit. Different words share one by chance once in 2^31 pairs.
using Key = uint32_t;
using Keys = std::vector<Key>;

inline bool is_common(Key key) {
  return key % 2 == 1;
}

inline Key as_common(Key key) {
  return key | 1;
}

// Who says which words are common: the collection too, or the language of each text alone.
enum class CommonWordsBy { collection, language };

// Returns the keys of each unit's tokens, by the unit's own language. Units run in parallel.
std::vector<Keys> make_keys(std::span<const TextUnit> units, const Normalisation& rules,
                            SeedUnit unit, CommonWordsBy common = CommonWordsBy::collection);

// Makes the words of furniture common, so that it is no seed of a passage: half of all passages of
// scraped pages would else be of it, and they grow with the square of the pages.
void make_common(const UnitRanges& furniture, std::vector<Keys>& keys);

}  // namespace reprise::detail
