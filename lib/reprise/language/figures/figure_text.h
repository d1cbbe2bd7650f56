// A text as those who look for figures read it: its words folded and looked up, and what stands
// between them.
//
//     "cost $6 million"   word(2) "million", meaning(2).scale 1e6, adjoins(1) true, gap_after(1) "
//                         "
//
// French elisions are taken off: "d'euros" reads "euros", and elided(i) tells. Made once for a
// text; all questions take any index, and have an answer for those beyond the end: no word, no
// meaning. Cost: about 50 ns a word to make. Any thread may read one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/language/figure_words.h"
#include "reprise/words/tokenize.h"

namespace reprise::detail {

class FigureText {
 public:
  FigureText(std::string_view text, std::span<const Token> tokens, Language language);

  uint32_t size() const { return static_cast<uint32_t>(tokens_.size()); }
  Language language() const { return language_; }
  const FigureLexicon& lexicon() const { return lexicon_; }

  std::string_view word(uint32_t i) const;
  const FigureWord& meaning(uint32_t i) const {
    return i < size() && words_[i].meaning ? *words_[i].meaning : nothing_;
  }
  bool is(uint32_t i, FigureRole role) const { return meaning(i).is(role); }

  // Returns the word's number or, in German, that of a number written as one word; 0 if it is none.
  double number(uint32_t i) const;

  // Returns whether the next word stands right behind token i: blanks with no empty line, a hyphen,
  // the point of "Mio.".
  bool adjoins(uint32_t i) const;

  bool starts_with_digit(uint32_t i) const;
  bool capital(uint32_t i) const;  // begins with a capital letter
  bool elided(uint32_t i) const { return i < size() && words_[i].elided; }

  Span span(uint32_t i) const { return tokens_[i].span; }  // REQUIRES: i < size()
  std::string_view gap_after(uint32_t i) const;
  std::string_view gap_before(uint32_t i) const;

 private:
  struct Word {
    uint32_t begin = 0;  // in folded_, up to the next one's `whole`
    uint32_t whole = 0;  // the same with the elision
    bool elided = false;
    const FigureWord* meaning = nullptr;
  };

  static const FigureWord nothing_;

  std::string_view text_;
  std::span<const Token> tokens_;
  Language language_;
  const FigureLexicon& lexicon_;
  std::string folded_;
  std::vector<Word> words_;
};

// Returns what is left of a gap behind its leading blanks: spaces of all widths, line ends.
std::string_view without_blanks(std::string_view gap);

}  // namespace reprise::detail
