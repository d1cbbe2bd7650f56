// A text as those who look for figures read it: its words folded and looked up, and what stands
// between them.
//
//     "cost $6 million"    word(2)            "million"
//                          meaning(2).scale   1e6
//                          adjoins(1)         true
//                          gap_after(1)       a blank
//
// Elisions are taken off: "d'euros" reads "euros", and elided(i) tells. Made once for a text; all
// questions take any index, and have an answer for those beyond the end: no word, no meaning. Cost:
// about 50 ns a word to make. Any thread may read one.
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
  const FigureLexicon& lexicon() const { return lexicon_; }

  // What is true of the text's language: t.traits().nouns_are_capital.
  const FigureVocabulary& traits() const { return traits_; }

  std::string_view word(uint32_t i) const;
  const FigureWord& meaning(uint32_t i) const {
    return i < size() && words_[i].meaning ? *words_[i].meaning : nothing_;
  }
  bool is_known(uint32_t i) const { return i < size() && words_[i].meaning; }
  bool is(uint32_t i, FigureRole role) const { return meaning(i).is(role); }

  // Returns the word's number, or that of a long word that is put together of numbers; 0 if it is
  // none.
  double number(uint32_t i) const;

  // Returns whether the next word stands right behind token i: blanks with no empty line, a hyphen,
  // the point of "Mio.".
  bool adjoins(uint32_t i) const;

  // Returns whether the word has this role and the next one stands right behind it.
  bool leads(uint32_t i, FigureRole role) const { return is(i, role) && adjoins(i); }

  // Returns whether a word of this role stands right before token i.
  bool led_by(uint32_t i, FigureRole role) const { return i > 0 && leads(i - 1, role); }

  // Returns the token behind the word at i if that has this role and leads on; else i.
  uint32_t past(uint32_t i, FigureRole role) const { return leads(i, role) ? i + 1 : i; }

  bool starts_with_digit(uint32_t i) const;
  bool capital(uint32_t i) const;  // begins with a capital letter
  bool elided(uint32_t i) const { return i < size() && words_[i].elided; }

  // A scale that is cut short, as its point may show: "Mio.".
  bool abbreviated_scale(uint32_t i) const {
    return traits_.scales_take_a_full_stop && meaning(i).scale > 0;
  }

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

  // Finds what the folded word means, without its elision if the whole means nothing.
  void look_up(Word& word, Language language) const;

  static const FigureWord nothing_;

  std::string_view text_;
  std::span<const Token> tokens_;
  const FigureVocabulary& traits_;
  const FigureLexicon& lexicon_;
  std::string folded_;
  std::vector<Word> words_;
};

// Returns what is left of a gap behind its leading blanks: spaces of all widths, line ends.
std::string_view without_blanks(std::string_view gap);

// Returns whether a gap holds one line end at most: an empty line parts what a single one doesn't.
bool has_no_empty_line(std::string_view gap);

// Returns whether the word ends in one of the endings, which stand between blanks: "ed ing".
bool ends_in(std::string_view word, std::string_view endings);

// Returns whether the word begins as one of these do, which stand between blanks.
bool begins_with(std::string_view word, std::string_view beginnings);

}  // namespace reprise::detail
