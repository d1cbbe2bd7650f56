// Steps 1 to 3 of the scanner (scan.h): from a stretch of the text to the bits where words begin
// and end. Compiled once for each target.
//
//     text      he paid $2,000
//     letter    11 1111           mark
//     digit              1 111
//     mid                 1       joins, since digits stand on both sides
//     begins    1  1    1         find_words: in a word, and nothing before is
//     inside     1  111  11111
//
// Cost: a few dozen instructions for 64 bytes of ASCII; about 1 ns more for a character beyond.
#if defined(REPRISE_TEXT_STRETCH_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef REPRISE_TEXT_STRETCH_INL_H_
#undef REPRISE_TEXT_STRETCH_INL_H_
#else
#define REPRISE_TEXT_STRETCH_INL_H_
#endif

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string_view>

#include "reprise/words/letters.h"
#include "reprise/words/marks-inl.h"

HWY_BEFORE_NAMESPACE();
namespace reprise::detail::HWY_NAMESPACE {

constexpr size_t stretch_bytes = 4096;
constexpr size_t most_blocks = stretch_bytes / block_bytes;
// Behind every word of the copy, so that sixteen bytes can always be read.
constexpr size_t padding = 64;

// A stretch of the text, and all that is known about it.
struct Stretch {
  std::string_view text;
  size_t begin = 0;  // in the text, where nothing that stands before counts any more
  // How far the masks can be trusted from there on: to behind a blank, or to the text's end.
  size_t limit = 0;
  size_t blocks = 0;  // that hold some of the text

  // One mask more than blocks: the place behind the last byte has one too.
  std::array<Marks, most_blocks + 1> marks;
  std::array<uint64_t, most_blocks + 1> dropped;  // bytes of the copy that count for nothing
  std::array<uint64_t, most_blocks + 1> careful;  // places that the masks can't settle
  std::array<uint64_t, most_blocks + 1> begins;   // the first places of words
  std::array<uint64_t, most_blocks + 1> inside;   // the others
  std::array<uint64_t, most_blocks + 1> edges;    // where words begin, and the places behind them

  // The edges of the words taken last, by turns begin and end, and how many of them lie in earlier
  // blocks.
  std::array<uint16_t, stretch_bytes + padding> places;
  std::array<uint16_t, most_blocks + 1> edges_before;
  std::array<uint16_t, stretch_bytes / 2 + 1> long_words;
  // The folded copy; behind it room for the words that have to be moved, since bytes of them are
  // dropped.
  alignas(64) std::array<uint8_t, 2 * (stretch_bytes + padding)> copy;
};

// Step 1. Leaves a padding of blanks behind the text's end.
inline void mark(Stretch& s, const AsciiFolding& folding) {
  const size_t size = std::min(s.text.size() - s.begin, stretch_bytes);
  s.blocks = (size + block_bytes - 1) / block_bytes;
  const auto* from = reinterpret_cast<const uint8_t*>(s.text.data()) + s.begin;
  const size_t whole = size / block_bytes;
  for (size_t b = 0; b < whole; ++b) {
    mark_block(from + b * block_bytes, folding, s.marks[b], &s.copy[b * block_bytes]);
  }
  if (whole < s.blocks) {
    std::array<uint8_t, block_bytes> rest;
    rest.fill(' ');
    const size_t done = whole * block_bytes;
    std::memcpy(rest.data(), from + done, size - done);
    mark_block(rest.data(), folding, s.marks[whole], &s.copy[done]);
  }
  s.marks[s.blocks] = {};
  s.marks[s.blocks].blank = ~uint64_t{0};
  std::fill_n(s.dropped.begin(), s.blocks + 1, 0);
  std::fill_n(s.careful.begin(), s.blocks + 1, 0);
  std::memset(&s.copy[s.blocks * block_bytes], ' ', padding);
}

inline bool bit(uint64_t mask, size_t place) {
  return mask >> (place % block_bytes) & 1;
}

// Sets the bits from `place` on; they may reach into the next block.
template <class Mask>
void set_bits(size_t place, uint64_t bits, const Mask& mask) {
  const size_t block = place / block_bytes;
  const size_t shift = place % block_bytes;
  mask(block) |= bits << shift;
  if (shift > block_bytes - 4) {
    mask(block + 1) |= bits >> 1 >> (block_bytes - 1 - shift);
  }
}

// One character of the copy, before it is folded.
struct Found {
  const Letter* letter;
  size_t size;
};

// What is no well-formed character of two or three bytes counts as one careful byte: a broken run,
// or one of four.
inline Found find_letter(const LetterTable& table, const uint8_t* at) {
  static constexpr Letter careful;
  const uint32_t lead = at[0];
  const uint32_t second = at[1] ^ 0x80u;
  if (lead >= 0xC2 && lead < 0xE0 && second < 0x40) {
    return {&table.two_bytes((lead & 0x1F) << 6 | second), 2};
  }
  const uint32_t third = at[2] ^ 0x80u;
  const uint32_t code = (lead & 0x0F) << 12 | second << 6 | third;
  if (lead >= 0xE0 && lead < 0xF0 && second < 0x40 && third < 0x40 && code >= 0x800) {
    return {&table.three_bytes(code), 3};
  }
  return {&careful, 1};
}

// What stands at a place, as far as joining goes.
struct Kind {
  bool letter = false, digit = false, connector = false;
};

inline Kind kind_at(const Stretch& s, size_t place) {
  const Marks& marks = s.marks[place / block_bytes];
  return {bit(marks.letter, place), bit(marks.digit, place), bit(marks.connector, place)};
}

inline Kind kind_after(const Stretch& s, const LetterTable& table, size_t place) {
  if (s.copy[place] < 0x80) {
    return kind_at(s, place);
  }
  const Letter& next = *find_letter(table, &s.copy[place]).letter;  // not marked yet
  return {next.letter != 0, next.digit != 0};
}

// A character beyond ASCII whose neighbours decide: adds what it means to the masks.
inline void mark_by_neighbours(Stretch& s, const LetterTable& table, size_t place, Found found) {
  const Kind before = place > 0 ? kind_at(s, place - 1) : Kind{};
  const Kind after = kind_after(s, table, place + found.size);
  const LetterRole role = found.letter->role;
  const bool in_word = before.letter || before.digit || before.connector;
  // A currency sign beside a letter parts words, but not if the word began with a digit.
  const bool currency = role == LetterRole::currency;
  const bool touches = in_word || after.digit;
  const bool letters = before.letter && after.letter && role != LetterRole::joins_digits;
  const bool digits = before.digit && after.digit && role != LetterRole::joins_letters;
  const bool joins = letters || digits;
  // A sentence may end there, unless a small letter follows; the copy's letters are all small.
  bool doubtful_stop = false;
  if (letters && role == LetterRole::joins_letters) {
    const char next = s.text[s.begin + place + found.size];
    doubtful_stop = next < 'a' || next > 'z';
  }
  const bool unsettled = role == LetterRole::careful || doubtful_stop;
  if (unsettled || (currency && touches)) {
    s.careful[place / block_bytes] |= uint64_t{1} << place % block_bytes;
    return;
  }
  if (currency || !joins) {
    return;
  }
  // As a letter between letters it joins them, and joins nothing else.
  const auto letter_mask = [&](size_t b) -> uint64_t& {
    return s.marks[b].letter;
  };
  const auto dropped_mask = [&](size_t b) -> uint64_t& {
    return s.dropped[b];
  };
  set_bits(place, (1u << found.size) - 1, letter_mask);
  set_bits(place, found.letter->dropped, dropped_mask);
}

// Takes the characters of a block whose first bytes are in `rest`, with their masks in registers.
// Returns the place behind the last one.
inline size_t add_letters_of_block(Stretch& s, const LetterTable& table, size_t block,
                                   uint64_t rest) {
  uint64_t letters = 0, digits = 0, dropped = 0;
  size_t next = 0;
  const auto put = [&] {
    s.marks[block].letter |= letters;
    s.marks[block].digit |= digits;
    s.dropped[block] |= dropped;
  };
  while (rest != 0) {
    const auto shift = static_cast<size_t>(std::countr_zero(rest));
    const size_t place = block * block_bytes + shift;
    const Found found = find_letter(table, &s.copy[place]);
    const Letter& letter = *found.letter;
    if (letter.role != LetterRole::plain) {
      put();
      mark_by_neighbours(s, table, place, found);
    } else {
      letters |= uint64_t{letter.letter} << shift;
      digits |= uint64_t{letter.digit} << shift;
      dropped |= uint64_t{letter.dropped} << shift;
      if (shift > block_bytes - 3) {  // may reach into the next block
        const size_t over = block_bytes - 1 - shift;
        s.marks[block + 1].letter |= uint64_t{letter.letter} >> 1 >> over;
        s.marks[block + 1].digit |= uint64_t{letter.digit} >> 1 >> over;
        s.dropped[block + 1] |= uint64_t{letter.dropped} >> 1 >> over;
      }
    }
    if (found.size > 1) {
      std::memcpy(&s.copy[place], letter.folded.data(), 2);
    }
    if (found.size > 2) {
      s.copy[place + 2] = static_cast<uint8_t>(letter.folded[2]);
    }
    next = place + found.size;
    rest &= ~(((uint64_t{1} << found.size) - 1) << shift);
  }
  put();
  return next;
}

// Step 2.
inline void add_letters(Stretch& s, const Normalisation& rules) {
  const bool pairs = has_vectors && rules.fold_case && !rules.drop_marks;
  const auto* text = reinterpret_cast<const uint8_t*>(s.text.data());
  const LetterTable* table = nullptr;
  size_t next = 0;  // the first byte that no character before has taken
  for (size_t b = 0; b < s.blocks; ++b) {
    if (s.marks[b].beyond == 0) {
      continue;
    }
    const size_t at = s.begin + b * block_bytes;
    if (pairs && at > 0 && at + block_bytes < s.text.size()) {
      mark_pairs(text + at, s.marks[b], &s.copy[b * block_bytes]);
    }
    uint64_t rest = s.marks[b].beyond;
    if (next > b * block_bytes) {
      rest = rest >> (next - b * block_bytes) << (next - b * block_bytes);
    }
    if (rest == 0) {
      continue;
    }
    if (table == nullptr) {
      table = &LetterTable::of(rules);
    }
    next = add_letters_of_block(s, *table, b, rest);
  }
}

// Which of the marks between two letters need a closer look: backticks, which fold to apostrophes,
// and those between a small letter and a capital ("deck.The"), or what may be either beyond ASCII.
inline uint64_t doubtful(const Stretch& s, size_t block, uint64_t joining) {
  uint64_t found = 0;
  for (uint64_t rest = joining; rest != 0; rest &= rest - 1) {
    const uint64_t first = rest & (~rest + 1);
    const auto* at = s.text.data() + s.begin + block * block_bytes + std::countr_zero(rest);
    const bool behind_capital = at[-1] >= 'A' && at[-1] <= 'Z';
    const bool before_small = at[1] >= 'a' && at[1] <= 'z';
    const bool settled = *at != '`' && (behind_capital || before_small);
    found |= settled ? 0 : first;
  }
  return found;
}

// Step 3. Bit i of `before` is what stands before place i; of `after`, behind it.
inline void find_words(Stretch& s) {
  const auto before = [](uint64_t mask, uint64_t last) {
    return mask << 1 | last >> 63;
  };
  const auto after = [](uint64_t mask, uint64_t next) {
    return mask >> 1 | next << 63;
  };
  Marks last{};
  uint64_t last_in_word = 0;
  uint64_t last_core = 0;
  for (size_t b = 0; b <= s.blocks; ++b) {
    const Marks& m = s.marks[b];
    const Marks& next = b < s.blocks ? s.marks[b + 1] : m;
    const uint64_t letters = before(m.letter, last.letter) & after(m.letter, next.letter);
    const uint64_t digit_next = after(m.digit, next.digit);
    const uint64_t digits = before(m.digit, last.digit) & digit_next;
    const uint64_t stops = m.mid_letter & letters;
    const uint64_t joined = stops | (m.apostrophe & (letters | digits)) | (m.mid_number & digits);
    const uint64_t price = m.dollar & digit_next;
    const uint64_t core = m.letter | m.digit | m.connector;
    const uint64_t next_core = next.letter | next.digit | next.connector;
    const uint64_t in_word = core | joined | price;
    const uint64_t behind_word = before(in_word, last_in_word);
    s.begins[b] = in_word & ~behind_word;
    s.inside[b] = in_word & behind_word;
    s.edges[b] = in_word ^ behind_word;
    // A dollar sign behind a word may belong to it, or begin another one.
    const uint64_t dollar = m.dollar & behind_word;
    // A hyphen may stand at a line's end; what lies beyond ASCII may be a blank.
    const uint64_t blank = m.blank | (m.beyond & ~m.letter);
    const uint64_t next_blank = next.blank | (next.beyond & ~next.letter);
    const uint64_t hyphen = m.hyphen & before(m.letter, last.letter) & after(blank, next_blank);
    // Underscores at the edges of words may be marks round them.
    const uint64_t inner = before(core, last_core) & after(core, next_core);
    s.careful[b] |= dollar | hyphen | (m.connector & ~inner);
    if (stops != 0) {
      s.careful[b] |= doubtful(s, b, stops);
    }
    last_core = core;
    last = m;
    last_in_word = in_word;
  }
}

}  // namespace reprise::detail::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif  // REPRISE_TEXT_STRETCH_INL_H_
