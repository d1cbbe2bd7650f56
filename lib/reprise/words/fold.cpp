// What a word is compared by.
//
// Steps:
// 1. ASCII, which most words are, is folded byte by byte (fold_ascii).
// 2. Anything else is freed of line ends and of more marks than any language sets, and goes through
//    ICU's normalisation (fold_unicode), since only NFKC knows what "ﬁ" and "e" with an accent are.
// 3. What no normalisation form does is done character by character (rewrite): apostrophes, digits,
//    marks.
// 4. The last full stop of an abbreviation is dropped.
//
//     "govern-\nment"   joined_lines: "government"; then as any other word
//     "Straße"          nfkc_cf: "strasse"
//     "U.S."            "u.s"; but "end." is no abbreviation, and never comes with its full stop
//
// Cost: about 2 ns a byte for ASCII, 60 to 200 ns a word for the rest.
#include "reprise/words/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <stdexcept>

#include "reprise/base/utf8.h"
#include "reprise/error.h"

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

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

// Drops the blanks at the end, and the hyphen before them.
void drop_hyphen(std::string& out) {
  while (!out.empty() && is_blank(out.back())) {
    out.pop_back();
  }
  for (std::string_view hyphen : {"-", "\u2010", "\u00AD"}) {
    if (out.ends_with(hyphen)) {
      out.resize(out.size() - hyphen.size());
      return;
    }
  }
}

// Returns the word without what lies in it at a line's end: a hyphen, blanks, the line break. A
// token holds a line break there and nowhere else.
std::string joined_lines(std::string_view word) {
  std::string out;
  for (size_t at = 0; at < word.size(); ++at) {
    if (!is_line_break(word[at])) {
      out += word[at];
      continue;
    }
    drop_hyphen(out);
    while (at + 1 < word.size() && (is_line_break(word[at + 1]) || is_blank(word[at + 1]))) {
      ++at;
    }
  }
  return out;
}

// Folds what is ASCII throughout; returns false, with `out` undefined, at the first byte that
// isn't.
bool fold_ascii(std::string_view word, const Normalisation& rules, std::string& out) {
  out.clear();
  for (char c : word) {
    if (static_cast<uint8_t>(c) >= 0x80 || is_line_break(c)) {
      return false;
    }
    if (rules.fold_case && c >= 'A' && c <= 'Z') {
      c = static_cast<char>(c + 32);
    }
    if (rules.fold_digits && c >= '0' && c <= '9') {
      c = '0';
    }
    out.push_back(c);
  }
  return true;
}

bool is_ignorable(char32_t code) {
  return u_hasBinaryProperty(static_cast<UChar32>(code), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

// NFKC_Casefold drops these itself; plain NFKC keeps them, and composes nothing across them.
std::string without_ignorables(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    if (!is_ignorable(next.code)) {
      append_utf8(out, next.code);
    }
    at += next.size;
  }
  return out;
}

// Returns the text with at most thirty marks in a row, as in UAX #15's Stream-Safe Text Format: no
// language sets more, and ICU takes the square of their number to put them in order.
std::string with_few_marks(std::string_view text) {
  std::string out;
  size_t marks = 0;
  for (size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    marks = u_getCombiningClass(static_cast<UChar32>(next.code)) == 0 ? 0 : marks + 1;
    if (marks <= 30) {
      append_utf8(out, next.code);
    }
    at += next.size;
  }
  return out;
}

// Applies what no normalisation form does, character by character.
void rewrite(std::string_view text, const Normalisation& rules, std::string& out) {
  out.clear();
  for (size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    const auto code = static_cast<UChar32>(next.code);
    at += next.size;
    if (code == 0x2019 || code == 0x02BC) {
      out += '\'';
    } else if (rules.fold_digits && u_charType(code) == U_DECIMAL_DIGIT_NUMBER) {
      out += '0';
    } else if (rules.drop_marks && u_charType(code) == U_NON_SPACING_MARK) {
      continue;
    } else if (is_ignorable(next.code)) {
      continue;  // left by a compatibility mapping
    } else {
      append_utf8(out, next.code);
    }
  }
}

void fold_unicode(std::string_view word, const Normalisation& rules, std::string& out) {
  static const icu::Normalizer2& folding = normaliser("nfkc_cf", UNORM2_COMPOSE);
  static const icu::Normalizer2& composing = normaliser("nfkc", UNORM2_COMPOSE);
  static const icu::Normalizer2& decomposing = normaliser("nfkc", UNORM2_DECOMPOSE);
  std::string text = with_few_marks(joined_lines(word));
  if (!rules.fold_case) {
    text = without_ignorables(text);
  }
  text = normalised(rules.fold_case ? folding : composing, text);
  if (rules.drop_marks) {
    text = normalised(decomposing, text);
  }
  rewrite(text, rules, out);
  if (rules.drop_marks) {
    out = normalised(composing, out);
  }
}

}  // namespace

void fold_word(std::string_view word, const Normalisation& rules, std::string& out) {
  if (!fold_ascii(word, rules, out)) {
    fold_unicode(word, rules, out);
  }
  // An abbreviation's last full stop: "U.S." and "U.S" are one word.
  if (out.size() > 2 && out.back() == '.' && out.find('.') < out.size() - 1) {
    out.pop_back();
  }
}

}  // namespace reprise::detail
