// Only the gaps between tokens are looked at: a full stop inside a word ("5.6", "U.S.") belongs to
// the word already.
#include "reprise/language/sentences.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "reprise/base/utf8.h"
#include "reprise/language/pack.h"
#include "reprise/language/word_list.h"

namespace reprise::detail {
namespace {

// How sentences begin in a language, and what it abbreviates. "Mr. Tann" keeps his title in any
// text, and "20 Mio. Euro" are a sum in any.
struct SentenceWords {
  explicit SentenceWords(const LanguagePack& of_text)
      : starters(words_in(reading_pack(of_text).starters)) {
    for (const LanguagePack* pack : {&everywhere_pack(), &reading_pack(of_text)}) {
      before_names.merge(words_in(pack->before_names));
      may_end_sentences.merge(words_in(pack->may_end_sentences));
      number_signs.merge(words_in(pack->number_sign));
    }
    for (const LanguagePack* pack : all_packs()) {
      scales.merge(words_in(pack->scales_with_full_stop));
      scales_of_numbers.merge(words_in(pack->scales_of_numbers));
    }
  }

  WordSet starters;
  WordSet before_names;
  WordSet may_end_sentences;
  WordSet number_signs;
  WordSet scales;
  WordSet scales_of_numbers;
};

const SentenceWords& words_of(Language language) {
  static const ByLanguage<SentenceWords> words;
  return words[language];
}

// Marks that end a sentence where nothing speaks against it, and marks that always do.
bool is_stop(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x203D;
}
bool is_full_stop(char32_t c) {
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF0E || c == 0xFF61 || c == 0x0964 ||
         c == 0x0965 || c == 0x06D4 || c == 0x061F || c == 0x1362 || c == 0x104B;
}

bool is_closer(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return c == '"' || c == '\'' || type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION ||
         c == 0x201D;
}

bool is_opener(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return c == '"' || c == '\'' || type == U_START_PUNCTUATION || type == U_INITIAL_PUNCTUATION;
}

// What stands between two tokens.
struct Gap {
  char32_t stop = 0;       // the last mark that may end a sentence
  bool always = false;     // it always does
  bool spaced = false;     // white space follows the stop
  bool opener = false;     // a quotation mark or bracket opens before the next token
  size_t line_breaks = 0;  // counted up to two
  size_t end = 0;    // where a sentence that ends here would end: behind the stop and its closers
  size_t begin = 0;  // where the next one would begin: before its opening marks
};

bool is_line_break(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x85;
}

Gap read_gap(std::string_view text, size_t from, size_t to) {
  Gap gap;
  gap.end = from;
  gap.begin = to;
  bool closing =
      from >
      0;  // no white space yet since the token or the stop; before the first token nothing closes
  for (size_t at = from; at < to;) {
    const Decoded c = decode(text.substr(0, to), at);
    const size_t next = at + c.size;
    if (is_stop(c.code) || is_full_stop(c.code)) {
      gap.stop = c.code;
      gap.always |= is_full_stop(c.code);
      gap.end = next;
      gap.begin = to;
      gap.spaced = false;
      gap.opener = false;
      closing = true;
    } else if (u_isUWhiteSpace(static_cast<UChar32>(c.code))) {
      if (is_line_break(c.code) && !(c.code == '\n' && at > from && text[at - 1] == '\r')) {
        ++gap.line_breaks;
      }
      gap.spaced = true;
      gap.begin = to;
      gap.opener = false;
      closing = false;
    } else if (closing && is_closer(c.code)) {
      gap.end = next;
    } else {
      if (is_opener(c.code) && !gap.opener) {
        gap.opener = true;
        gap.begin = std::min(gap.begin, at);
      }
      closing = false;
    }
    at = next;
  }
  return gap;
}

// The words of a text with what the rules ask about them.
class Splitter {
 public:
  Splitter(std::string_view text, std::span<const Token> tokens, Language language)
      : text_(text), tokens_(tokens), known_(words_of(language)), width_(wrap_width()) {}

  std::vector<Sentence> split() const {
    std::vector<Sentence> sentences;
    Sentence open{0, 0, {begin_of_first(), 0}, false};
    for (uint32_t i = 0; i < tokens_.size(); ++i) {
      const bool last = i + 1 == tokens_.size();
      const Gap gap =
          read_gap(text_, tokens_[i].span.end, last ? text_.size() : tokens_[i + 1].span.begin);
      if (!last && !breaks(i, gap)) {
        continue;
      }
      open.last_token = i + 1;
      open.span.end = static_cast<uint32_t>(gap.end);
      open.closed = gap.stop != 0;
      sentences.push_back(open);
      open = {i + 1, i + 1, {static_cast<uint32_t>(gap.begin), 0}, false};
    }
    return sentences;
  }

 private:
  std::string_view word(size_t i) const { return tokens_[i].span.in(text_); }

  // The word in small ASCII letters, without the full stop of an abbreviation.
  std::string folded(size_t i) const {
    std::string out;
    fold_word(word(i), {}, out);
    return out;
  }

  UChar32 first_letter(size_t i) const {
    return static_cast<UChar32>(decode(text_, tokens_[i].span.begin).code);
  }
  bool capital(size_t i) const { return u_isupper(first_letter(i)) || u_istitle(first_letter(i)); }
  bool small(size_t i) const { return u_islower(first_letter(i)); }
  bool ends_small(size_t i) const {
    const std::string_view w = word(i);
    size_t at = w.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(w[at]) & 0xC0) == 0x80) {
      --at;
    }
    return u_islower(static_cast<UChar32>(decode(w, at).code));
  }
  bool starter(size_t i) const { return capital(i) && known_.starters.contains(folded(i)); }

  // "20 Mio. Euro", "6 Mds. Yuan"; "mill" is a word elsewhere.
  bool is_scale(uint32_t i, std::string_view word) const {
    if (known_.scales.contains(word)) {
      return true;
    }
    const bool behind_numeral = i > 0 && u_isdigit(first_letter(i - 1));
    return behind_numeral && known_.scales_of_numbers.contains(word);
  }

  uint32_t begin_of_first() const {
    if (tokens_.empty()) {
      return 0;
    }
    return static_cast<uint32_t>(read_gap(text_, 0, tokens_[0].span.begin).begin);
  }

  // Whether a sentence ends behind token i, at the gap. The rules are asked in this order.
  bool breaks(uint32_t i, const Gap& gap) const {
    // An empty line, 。, or a line that the next word would have fitted on.
    const bool line_ends = gap.line_breaks == 1 && !wrapped_after(i);
    if (gap.line_breaks > 1 || gap.always || line_ends) {
      return true;
    }
    const bool own_stop = word(i).ends_with('.');  // "U.S." has swallowed its full stop
    if (own_stop && gap.stop == 0) {
      return !small(i + 1) && (gap.opener || starter(i + 1));
    }
    // "file.txt", "late. by": nothing begins. "deck.The": only the blank is missing.
    const bool spaced = gap.spaced || (ends_small(i) && capital(i + 1));
    if (gap.stop == 0 || !spaced || small(i + 1)) {
      return false;
    }
    return gap.stop != '.' || full_stop_ends(i, gap);
  }

  // Whether the full stop behind token i ends a sentence, and no abbreviation alone.
  bool full_stop_ends(uint32_t i, const Gap& gap) const {
    const bool begins_anew = starter(i + 1) || gap.opener;
    const std::string before = folded(i);
    const bool initial = word(i).size() == 1 && capital(i) && before != "i";
    if (known_.number_signs.contains(before)) {
      return !u_isdigit(first_letter(i + 1));  // "No. 5", but "No. He left."
    }
    if (initial) {
      return starter(i + 1);  // "J. Smith", but "Vitamin C. The"
    }
    if (known_.before_names.contains(before)) {
      return false;  // "Mr. Wang"
    }
    // "20 Mio. Euro", "Acme Inc. Chief Jane Roe".
    const bool abbreviation = is_scale(i, before) || known_.may_end_sentences.contains(before);
    return !abbreviation || begins_anew;
  }

  // Returns the width at which the text is hard-wrapped, in bytes; 0 if a line break always ends
  // something.
  size_t wrap_width() const {
    std::vector<size_t> lengths;
    for (size_t at = 0; at < text_.size();) {
      const size_t stop = std::min(text_.find('\n', at), text_.size());
      if (stop > at + 1) {
        lengths.push_back(stop - at);
      }
      at = stop + 1;
    }
    if (lengths.size() < 3) {
      return 0;
    }
    const auto ninth = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 9 / 10);
    std::nth_element(lengths.begin(), ninth, lengths.end());
    return *ninth >= 30 && *ninth <= 120 ? *ninth : 0;
  }

  // Returns whether the line that ends after token i was full: the next word had no place on it.
  bool wrapped_after(uint32_t i) const {
    if (width_ == 0) {
      return false;
    }
    const size_t end = tokens_[i].span.end, reach = 2 * width_;
    const std::string_view before = text_.substr(end - std::min(end, reach), std::min(end, reach));
    const std::string_view behind = text_.substr(end, reach);
    const size_t begin = before.rfind('\n') + 1,
                 line_end = before.size() + std::min(behind.find('\n'), behind.size());
    if (line_end - begin >= reach) {
      return false;  // longer than any wrapped line
    }
    return line_end - begin + 1 + word(i + 1).size() >= width_ - width_ / 10;
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  const SentenceWords& known_;
  size_t width_;
};

}  // namespace

std::vector<Sentence> split_sentences(std::string_view text, std::span<const Token> tokens,
                                      Language language) {
  return Splitter(text, tokens, language).split();
}

}  // namespace reprise::detail
