// A text's words folded and looked up once, for all who look for figures in it.
//
// Steps: each token is folded into one long string, where it is a view from then on; its meaning is
// looked up in the language's lexicon; a word that means nothing is looked up again without its
// elision.
//
//     "2 millions d'euros"    folded_ "2millionsd'euros"
//                             words   "2", "millions" (a scale), "euros" (a unit, elided)
//     "aujourd'hui"           no elision is known of it: the whole word, and no unit
//
// Cost: linear, a hash look-up a word.
#include "reprise/language/figures/figure_text.h"

#include <algorithm>

#include "reprise/language/blanks.h"
#include "reprise/language/function_words.h"
#include "reprise/language/word_list.h"

namespace reprise::detail {
namespace {

size_t hyphen_at(std::string_view s) {
  if (s.starts_with('-')) {
    return 1;
  }
  const bool wide = s.starts_with("\u2011") || s.starts_with("\u2010");
  return wide ? 3 : 0;
}

// Whether the gap holds nothing but blanks and hyphens, and no empty line.
bool only_joins(std::string_view gap) {
  int line_ends = 0;
  while (!gap.empty()) {
    const size_t n = std::max(blank_at(gap), hyphen_at(gap));
    if (n == 0) {
      return false;
    }
    if (gap[0] == '\n') {
      ++line_ends;
    }
    gap.remove_prefix(n);
  }
  return line_ends < 2;
}

bool is_small_ascii(char c) {
  const bool letter = c >= 'a' && c <= 'z';
  const bool digit = c >= '0' && c <= '9';
  return letter || digit;
}

// Appends the word as fold_word has it; words of ASCII letters and digits alone, which most are,
// without going there.
void append_folded(std::string_view word, std::string& out, std::string& buffer) {
  const size_t begin = out.size();
  for (const char c : word) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (!capital && !is_small_ascii(c)) {
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
      pack_(pack_of(language)),
      lexicon_(figure_lexicon(language)),
      words_(tokens.size() + 1) {
  folded_.reserve(text.size());
  std::string buffer;
  for (size_t i = 0; i < tokens.size(); ++i) {
    words_[i].whole = static_cast<uint32_t>(folded_.size());
    append_folded(tokens[i].span.in(text), folded_, buffer);
    look_up(words_[i], language);
  }
  words_.back().whole = static_cast<uint32_t>(folded_.size());
}

void FigureText::look_up(Word& word, Language language) const {
  word.begin = word.whole;
  const std::string_view folded = std::string_view(folded_).substr(word.begin);
  word.meaning = lexicon_.find(folded);
  if (word.meaning) {
    return;
  }
  const size_t elision = elision_of(folded, language);
  if (elision == 0) {
    return;
  }
  word.elided = true;
  word.begin += static_cast<uint32_t>(elision);
  word.meaning = lexicon_.find(folded.substr(elision));
}

std::string_view FigureText::word(uint32_t i) const {
  if (i >= size()) {
    return {};
  }
  return std::string_view(folded_).substr(words_[i].begin, words_[i + 1].whole - words_[i].begin);
}

double FigureText::number(uint32_t i) const {
  const FigureWord& known = meaning(i);
  const auto read = traits().number_in_one_word;
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
  if (is_one_blank(gap)) {
    return true;
  }
  const bool short_scale = abbreviated_scale(i) && word(i).size() <= 3;
  if (short_scale && gap.starts_with('.')) {
    gap.remove_prefix(1);
  }
  return only_joins(gap);
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

bool has_no_empty_line(std::string_view gap) {
  return gap.find('\n') == gap.rfind('\n');
}

bool ends_in(std::string_view word, std::string_view endings) {
  bool found = false;
  for_each_part(endings, ' ',
                [&](std::string_view ending) { found = found || word.ends_with(ending); });
  return found;
}

bool begins_with(std::string_view word, std::string_view beginnings) {
  bool found = false;
  for_each_part(beginnings, ' ',
                [&](std::string_view beginning) { found = found || word.starts_with(beginning); });
  return found;
}

}  // namespace reprise::detail
