// What the word scanner (words.h) knows by heart of characters beyond ASCII: class and folded bytes
// of U+0080 to U+2BFF.
//
// The idea: most of what stands beyond ASCII in prose is a letter that folds to as many bytes as it
// has, or to fewer, or a mark that parts words. Both are settled by one look into a table; the
// folded bytes are written in the letter's place.
//
//     É        C3 89      letter, folds to C3 A9
//     ß        C3 9F      letter, folds to 73 73 ("ss")
//     ſ        C5 BF      letter, folds to s and drops a byte
//     “        E2 80 9C   parts words
//     ’        E2 80 99   joins letters, folds to ' and drops two bytes
//     U+0301   CC 81      belongs to what stands before it: look closely
//
// What such a table can't settle is marked `careful`: combining marks, Hebrew, scripts that
// dictionaries split, signs that are numbers, letters that fold to more bytes than they have. The
// rest of Unicode is careful too.
//
// The table is made from class_of and fold_word themselves, at the first use for the given rules,
// so that it can't differ from them. Cost: about 1 ms once for each set of rules, 32 KiB; then 1 ns
// a character. Any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "reprise/words/fold.h"

namespace reprise::detail {

enum class LetterRole : uint8_t {
  plain,       // what the masks say is all
  joins_both,  // a mark that joins two letters or two digits if it stands between them, as ’ does
  joins_letters,
  joins_digits,
  currency,  // belongs to a digit that it touches
  careful,
};

struct Letter {
  // Bytes to write in the character's place; the last one is 0 or beyond the character.
  std::array<char, 4> folded{};
  uint8_t letter = 0;   // a bit for each byte of the character, if it is a letter; else 0
  uint8_t digit = 0;    // the same for a digit
  uint8_t dropped = 0;  // bytes of the character, from the last one, that its folded form can spare
  LetterRole role = LetterRole::careful;
};

class LetterTable {
 public:
  // Returns the table for the rules. REQUIRES: can_scan(rules) (scan.h).
  static const LetterTable& of(const Normalisation& rules);

  // Returns the entry of a code point below U+0800, or of another one below U+10000.
  const Letter& two_bytes(uint32_t code) const { return letters_[code]; }
  const Letter& three_bytes(uint32_t code) const {
    return letters_[size_t{pages_[code / page]} * page + code % page];
  }

 private:
  explicit LetterTable(const Normalisation& rules);
  void fill(char32_t code, size_t place, const Normalisation& rules);

  static constexpr uint32_t page = 64;  // code points that share the upper two bytes of three
  static constexpr uint32_t known_pages = (0x2000 - 0x1E00 + 0x2C00 - 0x2000) / page;

  std::array<Letter, 0x800 + page*(known_pages + 1)> letters_;
  std::array<uint8_t, 0x10000 / page> pages_{};
};

}  // namespace reprise::detail
