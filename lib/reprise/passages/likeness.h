// How alike two words are, for alignment: equal, a near miss, or different.
//
//     ministers, ministers   equal          govern, governed   near: one stem
//     morning, moming        near: two letters, as a scanner errs
//     the, she               different: in short words every letter counts
//
// A near miss is a word of the same key (keys.h), or one that is within a letter of another from
// four letters on, two from six, three from ten (inserted, dropped or replaced).
//
// Cost: 1 ns for equal words and for most of those that differ, about 100 ns for words of like
// length and letters. Each thread makes its own.
#pragma once

#include <algorithm>
#include <array>
#include <string>

#include "reprise/passages/keys.h"

namespace reprise::detail {

enum class Likeness : uint8_t { different, near, equal };

// A word as it is compared.
struct ComparedWord {
  uint64_t hash = 0;
  uint32_t token = 0;
  Key key = 0;
  uint32_t bytes = 0;
  // A bit for each letter that occurs, by its byte modulo 32: words with other letters need no
  // second look.
  uint32_t letters = 0;
  // How many of the bytes are digits. Figures that differ in one are other figures, no near misses.
  uint32_t digits = 0;
};

// Returns how many letters may differ in a word of so many.
inline uint32_t slips_allowed(size_t letters) {
  // From 4, 6 and 10 letters on, one more.
  return static_cast<uint32_t>(letters >= 4) + static_cast<uint32_t>(letters >= 6) +
         static_cast<uint32_t>(letters >= 10);
}

// Returns how many bits are set. std::popcount is a function call where the processor may lack the
// instruction.
inline uint32_t count_bits(uint32_t x) {
  x = x - (x >> 1 & 0x55555555u);
  x = (x & 0x33333333u) + (x >> 2 & 0x33333333u);
  return ((x + (x >> 4)) & 0x0F0F0F0Fu) * 0x01010101u >> 24;
}

// Compares words of two units, the sides 0 and 1.
class WordComparer {
 public:
  struct Side {
    const TextUnit& unit;
    const Keys& keys;
  };
  WordComparer(Side a, Side b, const Normalisation& rules) : sides_{a, b}, rules_(rules) {}

  ComparedWord word(size_t side, uint32_t token) const;

  // Returns how alike a word of side 0 is to one of side 1.
  Likeness compare(const ComparedWord& a, const ComparedWord& b) {
    if (a.hash == b.hash) {
      return Likeness::equal;
    }
    if (a.key == b.key || (may_be_near_miss(a, b) && is_near_miss(a, b))) {
      return Likeness::near;
    }
    return Likeness::different;
  }

  uint64_t hash(size_t side, uint32_t token) const { return sides_[side].unit.tokens[token].hash; }
  Key key(size_t side, uint32_t token) const { return sides_[side].keys[token]; }
  uint32_t size(size_t side) const {
    return static_cast<uint32_t>(sides_[side].unit.tokens.size());
  }

 private:
  struct Spelling {
    uint32_t token = UINT32_MAX;  // that of no word: no text has so many
    std::u32string letters;
  };
  // A scanner may take a letter for a digit; but a word that is mostly digits is a figure.
  static bool are_figures(const ComparedWord& a, const ComparedWord& b) {
    return (a.digits > 0 && b.digits > 0) || 2 * a.digits > a.bytes || 2 * b.digits > b.bytes;
  }

  // Returns whether the words are of like length and letters. Each slip sets or clears three of the
  // bits at most: an accented letter has two bytes.
  static bool may_be_near_miss(const ComparedWord& a, const ComparedWord& b) {
    const uint32_t shorter = std::min(a.bytes, b.bytes);
    const uint32_t longer = std::max(a.bytes, b.bytes);
    const bool of_like_length = shorter >= 4 && longer <= 2 * shorter;
    if (!of_like_length || are_figures(a, b)) {
      return false;
    }
    return count_bits(a.letters ^ b.letters) <= 3 * slips_allowed(longer);
  }
  bool is_near_miss(const ComparedWord& a, const ComparedWord& b);
  const std::u32string& spelling(size_t side, uint32_t token);

  static constexpr size_t remembered = 256;
  std::array<Side, 2> sides_;
  Normalisation rules_;
  std::array<std::vector<Spelling>, 2> spellings_;  // made when first asked for
  std::string folded_;
};

// Returns the number of letters to insert, drop or replace to make the one the other; most + 1 if
// there are more.
uint32_t edit_distance(std::u32string_view a, std::u32string_view b, uint32_t most);

}  // namespace reprise::detail
