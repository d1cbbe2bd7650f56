// What a word is compared by.
//
// Steps:
// 1. ASCII, which most words are, is folded byte by byte (fold_ascii).
// 2. Letters beyond it that the scanner knows by heart are folded by its table (fold_letters).
// 3. Anything else is freed of line ends, of what readers don't see, and of more marks than any
//    language sets (prepared), and goes through ICU's normalisation (fold_unicode), since only NFKC
//    knows what "ﬁ" and "e" with an accent are.
// 4. What no normalisation form does is done character by character (rewrite): apostrophes, digits,
//    marks; and the marks of Hebrew abbreviations are spelt in one way.
// 5. The last full stop of an abbreviation is dropped.
//
//     "govern-\nment"   joined_lines: "government"; then as any other word
//     "Straße"          nfkc_cf: "strasse"
//     "U.S."            "u.s"; but "end." is no abbreviation, and never comes with its full stop
//
// Cost: about 2 ns a byte for ASCII, 3 ns for a letter of the table, up to 1 µs a word for the
// rest.
#include "reprise/words/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <bit>
#include <utility>

#include "reprise/base/utf8.h"
#include "reprise/error.h"
#include "reprise/words/cluster.h"
#include "reprise/words/fold_plainly.h"
#include "reprise/words/letters.h"
#include "reprise/words/lookalikes.h"
#include "reprise/words/sara_am.h"
#include "reprise/words/signs.h"

namespace reprise::detail {
namespace {

const icu::Normalizer2& normaliser(const char* name, UNormalization2Mode mode) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = icu::Normalizer2::getInstance(nullptr, name, mode, status);
  if (U_FAILURE(status)) {
    throw Error(ErrorKind::system,
                {"", std::string("ICU has no normalisation data: ") + u_errorName(status), ""});
  }
  return *found;
}

std::string normalised(const icu::Normalizer2& form, std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  form.normalizeUTF8(0, {text.data(), static_cast<int32_t>(text.size())}, sink, nullptr, status);
  if (U_FAILURE(status)) {
    throw Error(ErrorKind::system,
                {"", std::string("ICU can't normalise: ") + u_errorName(status), ""});
  }
  return out;
}

bool is_line_break(char c) {
  return c == '\n' || c == '\r';
}

// The last character; REQUIRES: !text.empty().
Decoded last_character(std::string_view text) {
  size_t at = text.size() - 1;
  while (at > 0 && (static_cast<uint8_t>(text[at]) & 0xC0) == 0x80) {
    --at;
  }
  return decode(text, at);
}

// Drops the blanks and unseen characters at the end, and the hyphen before them.
void drop_hyphen(std::string& out) {
  while (!out.empty()) {
    const Decoded last = last_character(out);
    const bool blank = is_blank_sign(last.code) || is_unseen(last.code);
    if (!blank && !is_line_hyphen(last.code)) {
      return;
    }
    out.resize(out.size() - last.size);
    if (!blank) {
      return;
    }
  }
}

// Returns the word without what lies in it at a line's end: a hyphen, blanks, the line break. A
// token holds a line break there and nowhere else.
std::string joined_lines(std::string_view word) {
  std::string out;
  for (size_t at = 0; at < word.size();) {
    if (!is_line_break(word[at])) {
      out += word[at];
      ++at;
      continue;
    }
    drop_hyphen(out);
    while (at < word.size() && is_line_break(word[at])) {
      at = skip_blanks(word, at + 1);
    }
  }
  return out;
}

char folded_ascii(char c, const Normalisation& rules) {
  if (rules.fold_case && c >= 'A' && c <= 'Z') {
    return static_cast<char>(c + 32);
  }
  if (rules.fold_digits && c >= '0' && c <= '9') {
    return '0';
  }
  return c == '`' ? '\'' : c;
}

// Folds what is ASCII throughout; returns false, with `out` undefined, at the first byte that
// isn't.
bool fold_ascii(std::string_view word, const Normalisation& rules, std::string& out) {
  out.clear();
  for (const char c : word) {
    if (static_cast<uint8_t>(c) >= 0x80 || is_line_break(c)) {
      return false;
    }
    if (rules.turkish_i && c == 'I') {
      return false;
    }
    out.push_back(folded_ascii(c, rules));
  }
  return true;
}

// The capital of ı is I, and that of i is İ, or I with a dot above it.
void append_turkish(char32_t code, std::string& out) {
  constexpr std::string_view dotless = "ı";
  if (code == 'I') {
    out += dotless;
  } else if (code == U'İ') {
    out += 'i';
  } else if (code == 0x307 && out.ends_with(dotless)) {
    out.resize(out.size() - dotless.size());
    out += 'i';
  } else if (code != 0x307 || !out.ends_with('i')) {
    append_utf8(out, code);
  }
}

// What normalisation would make something else of, or not see through: drops what readers don't
// see, spells apostrophes and the vowel AM in one way, and leaves at most thirty marks in a row, as
// in UAX #15's Stream-Safe Text Format: no language sets more, and ICU takes the square of their
// number to put them in order.
std::string prepared(std::string_view text, const Normalisation& rules) {
  std::string out;
  size_t marks = 0;
  for (size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    at += next.size;
    if (is_unseen(next.code)) {
      continue;
    }
    marks = u_getCombiningClass(static_cast<UChar32>(next.code)) == 0 ? 0 : marks + 1;
    if (is_apostrophe(next.code)) {
      out += '\'';
    } else if (rules.turkish_i && rules.fold_case && marks <= 30) {
      append_turkish(next.code, out);
    } else if (marks <= 30 && !append_sara_am(next.code, out)) {
      append_utf8(out, next.code);
    }
  }
  return out;
}

// Returns the letter or digit that others are forms of: of Persian and Arabic the keyboards have
// their own, and texts hold both.
char32_t plain_form(char32_t code) {
  struct Row {
    char32_t plain;
    std::u32string_view forms;
  };
  static constexpr Row rows[] = {
      {U'ی', U"يىئےۍێې"}, {U'ک', U"كڪ"}, {U'ه', U"ةۀەہھۂۃ"}, {U'ا', U"أإآٱ"}, {U'و', U"ؤۆۇۈۋ"}};
  for (const Row& row : rows) {
    if (row.forms.find(code) != row.forms.npos) {
      return row.plain;
    }
  }
  const bool arabic_digit = code >= 0x660 && code < 0x66A;
  const bool persian_digit = code >= 0x6F0 && code < 0x6FA;
  return arabic_digit || persian_digit ? U'0' + (code & 0xF) : code;
}

// An accent, or a madda or hamza on an Arabic letter, which may be part of the letter as well.
bool is_dropped_mark(char32_t code, const Normalisation& rules) {
  const bool on_arabic = code >= 0x653 && code <= 0x655;
  if (rules.fold_letters && on_arabic) {
    return true;
  }
  return rules.drop_marks && u_charType(static_cast<UChar32>(code)) == U_NON_SPACING_MARK;
}

// Applies what no normalisation form does, character by character.
void rewrite(std::string_view text, const Normalisation& rules, std::string& out) {
  out.clear();
  for (size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    const auto code = static_cast<UChar32>(next.code);
    at += next.size;
    if (is_apostrophe(next.code)) {
      out += '\'';
    } else if (is_double_quote(next.code)) {
      out += '"';
    } else if (rules.fold_digits && u_charType(code) == U_DECIMAL_DIGIT_NUMBER) {
      out += '0';
    } else if (is_dropped_mark(next.code, rules)) {
      continue;
    } else if (is_unseen(next.code)) {
      continue;  // left by a compatibility mapping
    } else {
      append_utf8(out, rules.fold_letters ? plain_form(next.code) : next.code);
    }
  }
}

bool ends_in_hebrew(std::string_view word) {
  return word.size() > 1 && (word[word.size() - 2] == '\xD6' || word[word.size() - 2] == '\xD7');
}

// Two apostrophes between Hebrew letters are one mark, as in "צה''ל"; the last geresh of "רח'"
// belongs to the place, not to the word, as the last full stop of "U.S." does.
void fold_gershayim(std::string& word) {
  std::string out;
  for (const char c : word) {
    const bool second = c == '\'' && out.ends_with('\'');
    if (second && ends_in_hebrew(std::string_view(out).substr(0, out.size() - 1))) {
      out.back() = '"';
    } else {
      out += c;
    }
  }
  const auto mark_at_end = [&] {
    const bool mark = out.ends_with('\'') || out.ends_with('"');
    return mark && ends_in_hebrew(std::string_view(out).substr(0, out.size() - 1));
  };
  while (mark_at_end()) {
    out.pop_back();
  }
  word = std::move(out);
}

void fold_unicode(std::string_view word, const Normalisation& rules, std::string& out) {
  static const icu::Normalizer2& folding = normaliser("nfkc_cf", UNORM2_COMPOSE);
  static const icu::Normalizer2& composing = normaliser("nfkc", UNORM2_COMPOSE);
  static const icu::Normalizer2& decomposing = normaliser("nfkc", UNORM2_DECOMPOSE);
  std::string text = prepared(joined_lines(word), rules);
  if (rules.fold_lookalikes) {
    text = as_they_look(text);
  }
  text = normalised(rules.fold_case ? folding : composing, text);
  if (rules.drop_marks) {
    text = normalised(decomposing, text);
  }
  rewrite(text, rules, out);
  if (rules.drop_marks) {
    out = normalised(composing, out);
  }
  if (out.find('\xD7') != out.npos) {
    fold_gershayim(out);
  }
}

// Folds by the table of letters (letters.h) what it knows by heart; returns false, with `out`
// undefined, at the first character that asks for a closer look.
bool fold_letters(std::string_view word, const Normalisation& rules, std::string& out) {
  if (rules.turkish_i || rules.fold_lookalikes) {
    return false;
  }
  const LetterTable& table = LetterTable::of(rules);
  out.clear();
  for (size_t at = 0; at < word.size();) {
    const auto byte = static_cast<uint8_t>(word[at]);
    if (byte < 0x80) {
      if (is_line_break(word[at])) {
        return false;
      }
      out.push_back(folded_ascii(word[at], rules));
      ++at;
      continue;
    }
    const Decoded next = decode(word, at);
    if (next.code < 0x80 || next.code > 0xFFFF) {
      return false;
    }
    const Letter& letter =
        next.code < 0x800 ? table.two_bytes(next.code) : table.three_bytes(next.code);
    const bool is_of_words = letter.letter != 0 || letter.digit != 0;
    const bool joins = letter.role != LetterRole::plain && letter.role != LetterRole::currency;
    if (letter.role == LetterRole::careful || !(is_of_words || joins)) {
      return false;
    }
    out.append(letter.folded.data(),
               next.size - static_cast<size_t>(std::popcount(letter.dropped)));
    at += next.size;
  }
  return true;
}

// An abbreviation's last full stop: "U.S." and "U.S" are one word.
void drop_last_stop(std::string& word) {
  if (word.size() > 2 && word.back() == '.' && word.find('.') < word.size() - 1) {
    word.pop_back();
  }
}

}  // namespace

void fold_word(std::string_view word, const Normalisation& rules, std::string& out) {
  if (!fold_ascii(word, rules, out) && !fold_letters(word, rules, out)) {
    fold_unicode(word, rules, out);
  }
  drop_last_stop(out);
}

void fold_word_plainly(std::string_view word, const Normalisation& rules, std::string& out) {
  if (!fold_ascii(word, rules, out)) {
    fold_unicode(word, rules, out);
  }
  drop_last_stop(out);
}

}  // namespace reprise::detail
