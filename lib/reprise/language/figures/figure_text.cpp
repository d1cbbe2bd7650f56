#include "reprise/language/figures/figure_text.h"

#include <algorithm>

#include "reprise/language/function_words.h"

namespace reprise::detail {
namespace {

// A blank, a no-break space (two widths) or a thin one; 0 if there is none at the beginning.
size_t blank_at(std::string_view s) {
  if (s.empty()) {
    return 0;
  }
  if (s[0] == ' ' || (s[0] >= '\t' && s[0] <= '\r')) {
    return 1;
  }
  if (s.starts_with("\u00A0")) {
    return 2;
  }
  return s.starts_with("\u202F") || s.starts_with("\u2009") ? 3 : 0;
}

size_t hyphen_at(std::string_view s) {
  if (s.starts_with('-')) {
    return 1;
  }
  return s.starts_with("\u2011") || s.starts_with("\u2010") ? 3 : 0;
}

// Appends the word as fold_word has it; words of ASCII letters and digits alone, which most are,
// without going there.
void append_folded(std::string_view word, std::string& out, std::string& buffer) {
  const size_t begin = out.size();
  for (const char c : word) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (!capital && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
      out.resize(begin);
      fold_word(word, {}, buffer);
      out += buffer;
      return;
    }
    out += static_cast<char>(capital ? c | 0x20 : c);
  }
}

}  // namespace

const FigureWord FigureText::nothing_{};

FigureText::FigureText(std::string_view text, std::span<const Token> tokens, Language language)
    : text_(text),
      tokens_(tokens),
      language_(language),
      lexicon_(figure_lexicon(language)),
      words_(tokens.size() + 1) {
  folded_.reserve(text.size());
  std::string buffer;
  for (size_t i = 0; i < tokens.size(); ++i) {
    Word& word = words_[i];
    word.whole = word.begin = static_cast<uint32_t>(folded_.size());
    append_folded(tokens[i].span.in(text), folded_, buffer);
    std::string_view folded = std::string_view(folded_).substr(word.begin);
    word.meaning = lexicon_.find(folded);
    const size_t elision = elision_of(folded, language);
    if (word.meaning || elision == 0) {
      continue;
    }
    word.elided = true;
    word.begin += static_cast<uint32_t>(elision);
    word.meaning = lexicon_.find(folded.substr(elision));
  }
  words_.back().whole = static_cast<uint32_t>(folded_.size());
}

std::string_view FigureText::word(uint32_t i) const {
  if (i >= size()) {
    return {};
  }
  return std::string_view(folded_).substr(words_[i].begin, words_[i + 1].whole - words_[i].begin);
}

double FigureText::number(uint32_t i) const {
  const FigureWord& known = meaning(i);
  const auto read = pack_of(language_).figures.number_in_one_word;
  if (known.number > 0 || known.scale > 0 || !read) {
    return known.number;
  }
  return read(word(i)).value_or(0);
}

bool FigureText::adjoins(uint32_t i) const {
  if (i + 1 >= size()) {
    return false;
  }
  std::string_view gap = gap_after(i);
  if (gap == " ") {
    return true;
  }
  const bool abbreviated =
      language_ != Language::english && meaning(i).scale > 0 && word(i).size() <= 3;
  if (abbreviated && gap.starts_with('.')) {
    gap.remove_prefix(1);
  }
  int lines = 0;
  while (!gap.empty()) {
    const size_t n = std::max(blank_at(gap), hyphen_at(gap));
    if (n == 0) {
      return false;
    }
    lines += gap[0] == '\n';
    gap.remove_prefix(n);
  }
  return lines < 2;
}

bool FigureText::starts_with_digit(uint32_t i) const {
  const std::string_view w = word(i);
  return !w.empty() && w[0] >= '0' && w[0] <= '9';
}

bool FigureText::capital(uint32_t i) const {
  if (i >= size()) {
    return false;
  }
  const std::string_view raw = tokens_[i].span.in(text_);
  if (raw.empty() || word(i).empty()) {
    return false;
  }
  if (static_cast<unsigned char>(raw[0]) < 0x80) {
    return raw[0] >= 'A' && raw[0] <= 'Z';
  }
  return raw.substr(0, 2) != word(i).substr(0, 2);
}

std::string_view FigureText::gap_after(uint32_t i) const {
  if (i >= size()) {
    return {};
  }
  const uint32_t from = tokens_[i].span.end;
  const uint32_t to =
      i + 1 < size() ? tokens_[i + 1].span.begin : static_cast<uint32_t>(text_.size());
  return text_.substr(from, to - from);
}

std::string_view FigureText::gap_before(uint32_t i) const {
  if (i > 0) {
    return gap_after(i - 1);
  }
  return i < size() ? text_.substr(0, tokens_[0].span.begin) : std::string_view();
}

std::string_view without_blanks(std::string_view gap) {
  while (const size_t n = blank_at(gap)) {
    gap.remove_prefix(n);
  }
  return gap;
}

}  // namespace reprise::detail
