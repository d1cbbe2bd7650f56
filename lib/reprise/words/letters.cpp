// Fills the tables of letters from class_of and fold_word_plainly, once for each of sixteen sets of
// rules.
//
// Steps for a character: its class says its role; unless it parts words, it is folded. If the
// folded bytes fit in its place they are stored, with a bit for each byte that is left over; if
// they don't, the character stays careful, as it was made.
//
//     ſ    C5 BF    folds to "s": stored, the second byte dropped
//     İ    C4 B0    folds to i and a dot above, of three bytes: careful
//
// Characters of two bytes have a place each; of those of three, pages from U+1E00 to U+2BFF are
// stored, and all others share one careful page.
//
// Cost: about 1 ms once a set.
#include "reprise/words/letters.h"

#include <memory>
#include <mutex>
#include <string>

#include "reprise/base/utf8.h"
#include "reprise/words/character_class.h"
#include "reprise/words/fold_plainly.h"
#include "reprise/words/signs.h"

namespace reprise::detail {
namespace {

LetterRole role_of(CharacterClass kind) {
  switch (kind) {
    case CharacterClass::letter:
    case CharacterClass::numeric:
    case CharacterClass::space:
    case CharacterClass::double_quote:  // joins Hebrew letters alone, which are careful
    case CharacterClass::other: return LetterRole::plain;
    case CharacterClass::mid_both: return LetterRole::joins_both;
    case CharacterClass::mid_letter: return LetterRole::joins_letters;
    case CharacterClass::mid_number: return LetterRole::joins_digits;
    case CharacterClass::currency: return LetterRole::currency;
    default: return LetterRole::careful;
  }
}

// Does the character part words, whatever stands beside it?
bool parts_words(CharacterClass kind) {
  return kind == CharacterClass::space || kind == CharacterClass::other ||
         kind == CharacterClass::double_quote;
}

// Hyphens may break a word at a line's end; a leader of one dot may end a sentence.
bool needs_care(char32_t code) {
  return is_line_hyphen(code) || code == 0x2024;
}

}  // namespace

const LetterTable& LetterTable::of(const Normalisation& rules) {
  static std::array<std::once_flag, 16> made;
  static std::array<std::unique_ptr<const LetterTable>, 16> tables;
  const size_t place = size_t{rules.fold_case} | size_t{rules.fold_digits} << 1 |
                       size_t{rules.drop_marks} << 2 | size_t{rules.fold_letters} << 3;
  std::call_once(made[place], [&] { tables[place].reset(new LetterTable(rules)); });
  return *tables[place];
}

LetterTable::LetterTable(const Normalisation& rules) {
  for (char32_t code = 0x80; code < 0x800; ++code) {
    fill(code, code, rules);
  }
  // The page behind those of two bytes stays careful throughout, and serves all code points that
  // have no other.
  uint8_t next = 0x800 / page;
  pages_.fill(next);
  for (char32_t code = 0x1E00; code < 0x2C00; ++code) {
    if (code % page == 0) {
      pages_[code / page] = ++next;
    }
    fill(code, size_t{next} * page + code % page, rules);
  }
}

void LetterTable::fill(char32_t code, size_t place, const Normalisation& rules) {
  const CharacterClass kind = class_of(code);
  Letter letter;
  letter.role = needs_care(code) ? LetterRole::careful : role_of(kind);
  const size_t size = code < 0x800 ? 2 : 3;
  const auto all = static_cast<uint8_t>((1u << size) - 1);
  std::string bytes;
  append_utf8(bytes, code);
  if (!parts_words(kind)) {
    std::string folded;
    fold_word_plainly(bytes, rules, folded);
    if (folded.empty() || folded.size() > size) {
      return;  // as it was made: careful
    }
    letter.dropped = static_cast<uint8_t>(all & ~((1u << folded.size()) - 1));
    bytes.replace(0, folded.size(), folded);
  }
  bytes.copy(letter.folded.data(), size);
  letter.letter = kind == CharacterClass::letter ? all : 0;
  letter.digit = kind == CharacterClass::numeric ? all : 0;
  letters_[place] = letter;
}

}  // namespace reprise::detail
