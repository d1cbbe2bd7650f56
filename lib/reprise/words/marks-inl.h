// Which of 64 bytes are letters, digits, blanks, points: what the scanner (scan.h) does with
// vectors. Compiled once for each target. Bit i of a mask stands for byte i.
#if defined(REPRISE_TEXT_MARKS_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef REPRISE_TEXT_MARKS_INL_H_
#undef REPRISE_TEXT_MARKS_INL_H_
#else
#define REPRISE_TEXT_MARKS_INL_H_
#endif

#include <hwy/highway.h>

#include <cstddef>
#include <cstdint>

#include "reprise/words/fold.h"

HWY_BEFORE_NAMESPACE();
namespace reprise::detail::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

constexpr size_t block_bytes = 64;

struct Marks {
  uint64_t letter;      // ASCII letters; step 2 adds others
  uint64_t digit;       // likewise
  uint64_t connector;   // _
  uint64_t beyond;      // all bytes beyond ASCII
  uint64_t blank;       // space, \t \n \v \f \r
  uint64_t apostrophe;  // '      joins two letters or two digits
  uint64_t mid_letter;  // . : `  join two letters, but for those that find_words looks at
  uint64_t mid_number;  // . , ;  join two digits
  uint64_t dollar;
  uint64_t hyphen;
};

// How to fold ASCII, as two bytes: letters get the bits of `small`, digits keep those of `keep`.
struct AsciiFolding {
  explicit AsciiFolding(const Normalisation& rules)
      : small(rules.fold_case ? 0x20 : 0), keep(rules.fold_digits ? 0xF0 : 0xFF) {}
  uint8_t small, keep;
};

#if HWY_TARGET == HWY_SCALAR

constexpr bool has_vectors = false;

inline bool is_blank(uint8_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// Marks what is neither letter nor digit nor beyond ASCII.
inline void mark_sign(uint8_t c, uint64_t bit, Marks& marks) {
  switch (c) {
    case '_': marks.connector |= bit; break;
    case '\'': marks.apostrophe |= bit; break;
    case '.':
      marks.mid_letter |= bit;
      marks.mid_number |= bit;
      break;
    case ':':
    case '`': marks.mid_letter |= bit; break;
    case ',':
    case ';': marks.mid_number |= bit; break;
    case '$': marks.dollar |= bit; break;
    case '-': marks.hyphen |= bit; break;
    default: marks.blank |= is_blank(c) ? bit : 0;
  }
}

// The twin in plain C++, for processors without vectors and for the tests.
inline void mark_block(const uint8_t* text, const AsciiFolding& folding, Marks& marks,
                       uint8_t* folded) {
  marks = {};
  for (size_t i = 0; i < block_bytes; ++i) {
    const uint8_t c = text[i];
    const uint64_t bit = uint64_t{1} << i;
    folded[i] = c;
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
      marks.letter |= bit;
      folded[i] = c | folding.small;
    } else if (c >= '0' && c <= '9') {
      marks.digit |= bit;
      folded[i] = c & folding.keep;
    } else if (c >= 0x80) {
      marks.beyond |= bit;
    } else {
      mark_sign(c, bit, marks);
    }
  }
}

inline void mark_pairs(const uint8_t*, Marks&, uint8_t*) {}

#else

constexpr bool has_vectors = true;

// Between `low` and `low + count - 1`; unsigned, so that what is less comes out as large.
template <class D>
HWY_INLINE hn::Mask<D> among(D d, hn::Vec<D> v, uint8_t low, uint8_t count) {
  const auto above = hn::Sub(v, hn::Set(d, low));
  return hn::Eq(hn::Min(above, hn::Set(d, static_cast<uint8_t>(count - 1))), above);
}

// Fills the masks, and writes the folded bytes. Folds ASCII alone; what lies beyond is copied as it
// is.
inline void mark_block(const uint8_t* text, const AsciiFolding& folding, Marks& marks,
                       uint8_t* folded) {
  const hn::CappedTag<uint8_t, block_bytes> d;
  using V = hn::Vec<decltype(d)>;
  const auto is = [&](V v, char c) HWY_ATTR {
    return hn::Eq(v, hn::Set(d, static_cast<uint8_t>(c)));
  };
  for (size_t at = 0; at < block_bytes; at += hn::Lanes(d)) {
    const V v = hn::LoadU(d, text + at);
    const auto put = [&](auto mask, uint64_t& bits) HWY_ATTR {
      hn::StoreMaskBits(d, mask, reinterpret_cast<uint8_t*>(&bits) + at / 8);
    };
    const V as_small = hn::Or(v, hn::Set(d, uint8_t{0x20}));
    const auto letter = among(d, as_small, 'a', 26);
    const auto digit = among(d, v, '0', 10);
    put(letter, marks.letter);
    put(digit, marks.digit);
    put(is(v, '_'), marks.connector);
    const auto beyond_ascii = hn::Eq(hn::Max(v, hn::Set(d, uint8_t{0x80})), v);
    put(beyond_ascii, marks.beyond);
    const auto space = is(v, ' ');
    const auto tab_to_return = among(d, v, '\t', 5);
    put(hn::Or(space, tab_to_return), marks.blank);
    const auto point = is(v, '.');
    put(is(v, '\''), marks.apostrophe);
    put(hn::Or(point, hn::Or(is(v, ':'), is(v, '`'))), marks.mid_letter);
    put(hn::Or(point, hn::Or(is(v, ','), is(v, ';'))), marks.mid_number);
    put(is(v, '$'), marks.dollar);
    put(is(v, '-'), marks.hyphen);
    const V letter_folded = hn::Or(v, hn::Set(d, folding.small));
    const V digit_folded = hn::And(v, hn::Set(d, folding.keep));
    const V letters_folded = hn::IfThenElse(letter, letter_folded, v);
    hn::StoreU(hn::IfThenElse(digit, digit_folded, letters_folded), d, folded + at);
  }
}

// Letters of two bytes that lie wholly in this block, of Latin-1 (C3 xx: é, ß) and of Cyrillic (D0
// xx, D1 80 to 9F: ж), in their default folding: marks them as letters, takes them from `beyond`,
// and folds them. LetterTable knows them too; this is for speed alone. REQUIRES: text[-1] and
// text[64] can be read.
inline void mark_pairs(const uint8_t* text, Marks& marks, uint8_t* folded) {
  const hn::CappedTag<uint8_t, block_bytes> d;
  using V = hn::Vec<decltype(d)>;
  const auto is = [&](V v, uint8_t c) HWY_ATTR {
    return hn::Eq(v, hn::Set(d, c));
  };
  const auto add = [&](V v, auto mask, uint8_t by) HWY_ATTR {
    return hn::Add(v, hn::IfThenElseZero(mask, hn::Set(d, by)));
  };
  uint64_t pairs = 0;
  for (size_t at = 0; at < block_bytes; at += hn::Lanes(d)) {
    const V last = hn::LoadU(d, text + at - 1);
    const V v = hn::LoadU(d, text + at);
    const V next = hn::LoadU(d, text + at + 1);
    // Pairs that lie in two blocks are left to the table.
    const auto not_last = hn::FirstN(d, block_bytes - 1 - at);
    const auto not_first = hn::Not(hn::FirstN(d, at == 0 ? 1 : 0));
    // All but the signs of multiplication and division.
    const auto latin = [&](V first, V second) HWY_ATTR {
      const auto sign = hn::Or(is(second, 0x97), is(second, 0xB7));
      const auto pair = hn::And(is(first, 0xC3), among(d, second, 0x80, 0x40));
      return hn::AndNot(sign, pair);
    };
    const auto cyrillic = [&](V first, V second) HWY_ATTR {
      const auto behind_d0 = hn::And(is(first, 0xD0), among(d, second, 0x80, 0x40));
      const auto behind_d1 = hn::And(is(first, 0xD1), among(d, second, 0x80, 0x20));
      return hn::Or(behind_d0, behind_d1);
    };
    const auto latin_first = hn::And(latin(v, next), not_last);
    const auto latin_second = hn::And(latin(last, v), not_first);
    const auto cyrillic_first = hn::And(cyrillic(v, next), not_last);
    const auto cyrillic_second = hn::And(cyrillic(last, v), not_first);
    const auto first_bytes = hn::Or(latin_first, cyrillic_first);
    const auto second_bytes = hn::Or(latin_second, cyrillic_second);
    const auto letters = hn::Or(first_bytes, second_bytes);
    hn::StoreMaskBits(d, letters, reinterpret_cast<uint8_t*>(&pairs) + at / 8);

    //     À C3 80 -> à C3 A0      ß C3 9F -> s s
    //     А D0 90 -> а D0 B0      Р D0 A0 -> р D1 80      Ѐ D0 80 -> ѐ D1 90
    V out = hn::LoadU(d, folded + at);
    const auto latin_capital = hn::And(latin_second, among(d, v, 0x80, 0x1F));
    out = add(out, latin_capital, 0x20);
    const auto capital = hn::And(cyrillic_second, is(last, 0xD0));
    out = add(out, hn::And(capital, among(d, v, 0x80, 0x10)), 0x10);
    out = add(out, hn::And(capital, among(d, v, 0x90, 0x10)), 0x20);
    out = add(out, hn::And(capital, among(d, v, 0xA0, 0x10)), 0xE0);
    const auto moves = hn::Or(among(d, next, 0x80, 0x10), among(d, next, 0xA0, 0x10));
    const auto lead_d0 = hn::And(cyrillic_first, is(v, 0xD0));
    out = add(out, hn::And(lead_d0, moves), 0x01);
    const auto sharp_first = hn::And(latin_first, is(next, 0x9F));
    const auto sharp_second = hn::And(latin_second, is(v, 0x9F));
    const auto sharp = hn::Or(sharp_first, sharp_second);
    out = hn::IfThenElse(sharp, hn::Set(d, uint8_t{'s'}), out);
    hn::StoreU(out, d, folded + at);
  }
  marks.letter |= pairs;
  marks.beyond &= ~pairs;
}

#endif

}  // namespace reprise::detail::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif  // REPRISE_TEXT_MARKS_INL_H_
