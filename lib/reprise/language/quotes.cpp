// Finds quotations in one pass over the characters.
//
// Steps: a mark that opens, while nothing is open, opens a quotation and says which marks close it;
// one of these closes it; a blank line, or the text's end, closes what is still open.
//
//     She said “it's “late”” today.    opens at the first “, and ends at the first ”: it's “late
//     He wrote "one                    a blank line follows: one
//
// A single mark may be an apostrophe, and is told by what it touches:
// - it opens behind a blank or a mark, before a letter, unless an elided word follows ('tis, '90s);
// - it closes behind anything but a blank, before no letter. What may be a possessive ("the boys'
//   club") closes only if nothing better follows soon;
// - one that nothing closes in its paragraph is none, unless the next paragraph opens with it too.
//
//     'The boys' club is closed,' he said.    The boys' club is closed,
//     It's the boys' club, 'tis true.         nothing
//
// The marks are those of all languages, whatever the text's: quotations travel.
//
// Cost: about that of a look at each byte; texts without any mark are passed over by memchr.
#include "reprise/language/quotes.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <optional>
#include <string>

#include "reprise/base/utf8.h"
#include "reprise/language/pack.h"
#include "reprise/language/word_list.h"
#include "reprise/words/character_class.h"

namespace reprise::detail {
namespace {

// Marks that are of no language with a pack; the last one closes „ in Polish and Hungarian, » in
// Finnish.
constexpr std::string_view other_marks = "\"\" ＂＂ ”” ‹› 「」 『』 〝〟 „” »»";
constexpr std::string_view single_marks = "'' ‘’ ‚‘ ‚’";

// As TeX and typewriters write them.
constexpr std::string_view two_backticks = "``";
constexpr std::string_view two_apostrophes = "''";

using Closers = std::map<char32_t, std::u32string>;  // by the mark that opens

Closers make_closers(bool single) {
  Closers closers;
  const auto add = [&](std::string_view pair) {
    const Decoded opener = decode(pair, 0);
    closers[opener.code] += decode(pair, opener.size).code;
  };
  if (single) {
    for_each_part(single_marks, ' ', add);
    return closers;
  }
  for (const LanguagePack* pack : all_packs()) {
    for_each_part(pack->quotation_marks, ' ', add);
  }
  for_each_part(other_marks, ' ', add);
  return closers;
}

// Returns the marks that close a quotation which `c` opens; none if it opens none.
std::u32string_view closers_of(char32_t c, bool single) {
  static const Closers double_closers = make_closers(false);
  static const Closers single_closers = make_closers(true);
  const Closers& closers = single ? single_closers : double_closers;
  const auto found = closers.find(c);
  return found == closers.end() ? std::u32string_view() : found->second;
}

const WordSet& elided_words() {
  static const WordSet words = [] {
    WordSet all;
    for (const LanguagePack* pack : all_packs()) {
      all.merge(words_in(pack->elided_words));
    }
    return all;
  }();
  return words;
}

// Returns whether the byte is neither a mark nor part of one, nor a line's end.
bool is_plain(char byte) {
  const bool mark = byte == '"' || byte == '\'' || byte == '`';
  return static_cast<unsigned char>(byte) < 0x80 && !mark && byte != '\n';
}

// Marks are ASCII, or begin with one of four bytes; many texts hold none of them.
bool may_hold_marks(std::string_view text) {
  constexpr std::string_view first_bytes = "\"'`\xC2\xE2\xE3\xEF";
  return std::any_of(first_bytes.begin(), first_bytes.end(), [&](char byte) {
    return !text.empty() && std::memchr(text.data(), byte, text.size()) != nullptr;
  });
}

// Letters of scripts without blanks say nothing about the mark that they touch.
bool is_letter_or_digit(char32_t c) {
  return u_isalnum(static_cast<UChar32>(c)) && class_of(c) != CharacterClass::dictionary;
}
bool is_blank(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c));
}

class QuotationFinder {
 public:
  explicit QuotationFinder(std::string_view text) : text_(text) {}

  std::vector<Span> find() {
    for (size_t at = 0; at < text_.size();) {
      at = is_plain(text_[at]) && !at_line_begin_ ? at + 1 : step(at);
      if (open_ && open_->possessive && at > *open_->possessive + soon) {
        at = close_at_possessive();
      }
      if (at >= text_.size()) {
        at = end_paragraph(text_.size());
      }
    }
    return std::move(quotations_);
  }

 private:
  struct Open {
    size_t mark = 0;   // where the mark stands that opened it
    size_t begin = 0;  // behind it
    char32_t opener = 0;
    bool single = false;
    std::u32string_view closers;
    std::optional<size_t> possessive;  // the first mark that may have been one, and may close it
  };

  static constexpr size_t soon = 300;  // bytes

  // Takes the character at `at`; returns where to go on, further back where a mark was mistaken.
  size_t step(size_t at) {
    const Decoded c = decode(text_, at);
    if (c.code == '\n') {
      const bool blank_line = at_line_begin_;
      at_line_begin_ = true;
      return blank_line ? end_paragraph(at) : at + 1;
    }
    at_line_begin_ = at_line_begin_ && is_blank(c.code);
    return open_ ? step_inside(at, c) : step_outside(at, c);
  }

  size_t step_outside(size_t at, const Decoded& c) {
    if (text_.substr(at).starts_with(two_backticks)) {
      open_ = Open{at, at + 2, '`', false, U"\"", {}};
      return at + 2;
    }
    if (opens_single(at, c)) {
      open_ = Open{at, at + c.size, c.code, true, closers_of(c.code, true), {}};
    } else if (const auto closers = closers_of(c.code, false); !closers.empty()) {
      open_ = Open{at, at + c.size, c.code, false, closers, {}};
    }
    return at + c.size;
  }

  size_t step_inside(size_t at, const Decoded& c) {
    const bool ends_backticks =
        open_->opener == '`' && text_.substr(at).starts_with(two_apostrophes);
    const bool may_close = open_->closers.find(c.code) != std::u32string_view::npos;
    if (ends_backticks || (may_close && !open_->single)) {
      close(at);
      return at + (ends_backticks ? 2 : c.size);
    }
    if (!open_->single) {
      return at + c.size;
    }
    if (may_close && ends_single(at, c)) {
      if (!may_be_possessive(at, c)) {
        close(at);
      } else if (!open_->possessive) {
        open_->possessive = at;
      }
    } else if (opens_single(at, c)) {
      // Single marks don't stand inside single marks: the one before was closed, or was none.
      return open_->possessive ? close_at_possessive() : forget();
    }
    return at + c.size;
  }

  // A quotation that is still open ends with its paragraph.
  size_t end_paragraph(size_t at) {
    at_line_begin_ = false;
    if (open_ && open_->possessive) {
      return close_at_possessive();
    }
    if (open_ && open_->single && !next_paragraph_opens(at)) {
      return forget();
    }
    if (open_) {
      close(at);
    }
    return at + 1;
  }

  void close(size_t end) {
    if (end > open_->begin) {
      quotations_.push_back({static_cast<uint32_t>(open_->begin), static_cast<uint32_t>(end)});
    }
    open_.reset();
  }

  size_t close_at_possessive() {
    const size_t mark = *open_->possessive;
    close(mark);
    return behind(mark);
  }

  // The mark opened nothing; what stands behind it is read anew.
  size_t forget() {
    const size_t mark = open_->mark;
    open_.reset();
    return behind(mark);
  }

  size_t behind(size_t at) {
    at_line_begin_ = false;
    return at + decode(text_, at).size;
  }

  char32_t before(size_t at) const {
    if (at == 0) {
      return ' ';
    }
    size_t place = at - 1;
    while (place > 0 && (static_cast<unsigned char>(text_[place]) & 0xC0) == 0x80) {
      --place;
    }
    return decode(text_, place).code;
  }
  char32_t after(size_t at) const { return at < text_.size() ? decode(text_, at).code : U' '; }

  bool opens_single(size_t at, const Decoded& c) const {
    if (closers_of(c.code, true).empty()) {
      return false;
    }
    const char32_t next = after(at + c.size);
    const bool touches_word = is_letter_or_digit(before(at));
    return !touches_word && !is_blank(next) && next != c.code && !elided_follows(at + c.size);
  }

  // "'tis", "'90s", "rock 'n' roll".
  bool elided_follows(size_t at) const {
    if (u_isdigit(static_cast<UChar32>(after(at)))) {
      return true;
    }
    std::string word;
    size_t end = at;
    while (end < text_.size() && word.size() < 8 && u_isalpha(text_[end])) {
      word += static_cast<char>(text_[end] | 0x20);
      ++end;
    }
    return elided_words().contains(word) && !is_letter_or_digit(after(end));
  }

  bool ends_single(size_t at, const Decoded& c) const {
    return !is_blank(before(at)) && !is_letter_or_digit(after(at + c.size));
  }

  // "the boys' club": behind an s, with another word behind the blank.
  bool may_be_possessive(size_t at, const Decoded& c) const {
    const char32_t last = before(at);
    const size_t blank = at + c.size;
    const bool word_follows = is_blank(after(blank)) && is_letter_or_digit(after(blank + 1));
    return (last == 's' || last == 'S' || last == 'x' || last == 'z') && word_follows;
  }

  // Newspapers open each paragraph of a long quotation, and close the last one alone.
  bool next_paragraph_opens(size_t at) const {
    while (at < text_.size() && is_blank(decode(text_, at).code)) {
      at += decode(text_, at).size;
    }
    return at < text_.size() && decode(text_, at).code == open_->opener;
  }

  std::string_view text_;
  std::vector<Span> quotations_;
  std::optional<Open> open_;
  bool at_line_begin_ = false;  // only white space since the last line break
};

}  // namespace

std::vector<Span> find_quotations(std::string_view text) {
  return may_hold_marks(text) ? QuotationFinder(text).find() : std::vector<Span>();
}

uint32_t quoted_bytes(const std::vector<Span>& quotations, Span span) {
  uint32_t bytes = 0;
  auto it = std::lower_bound(quotations.begin(), quotations.end(), span.begin,
                             [](Span q, uint32_t begin) { return q.end <= begin; });
  for (; it != quotations.end() && it->begin < span.end; ++it) {
    bytes += overlap(*it, span);
  }
  return bytes;
}

}  // namespace reprise::detail
