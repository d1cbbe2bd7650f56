// What the rules of word segmentation know of a character.
#pragma once

#include <cstdint>

namespace reprise::detail {

// The Word_Break property as far as our rules tell values apart.
enum class CharacterClass : uint8_t {
  other,
  space,
  letter,
  hebrew,
  numeric,
  number_sign,  // ½, ², Ⅷ: a number, but no part of a longer word
  connector,    // ExtendNumLet: the underscore
  mid_letter,
  mid_number,
  mid_both,
  single_quote,
  double_quote,
  ignorable,  // Extend, Format, ZWJ: belongs to what stands before it (WB4)
  currency,
  dictionary,
};

// Returns the class of a code point; REQUIRES: a scalar value. Cost: 1 ns below U+0800, 50 ns
// above. Pure; any thread.
CharacterClass class_of(char32_t code);

}  // namespace reprise::detail
