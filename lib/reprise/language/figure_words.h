// What a word means in figures: one look-up into a language's words for numbers, scales, units,
// hedges and months.
//
// The words stand in the language's pack (pack.h, figure_vocabulary.h); a FigureLexicon turns their
// lists into one table, so that one look-up says all that a word means.
//
//     figure_lexicon(Language::german).find("millionen")->scale    1e6
//
// How the words go together is the matter of figure_number.h, figure_date.h, figure_ratio.h,
// figure_of.h and figures.h. Cost: 15 to 30 ns a look-up. Any thread.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reprise/language/figure_vocabulary.h"
#include "reprise/language/pack.h"

namespace reprise::detail {

// A phrase that stands before a number, or behind it and its unit.
struct HedgePhrase {
  // The last one counts for the look-up; shorter phrases begin with "".
  std::array<std::string_view, 3> words;
  Hedge hedge = Hedge::about;
};

// All that a word means in figures.
struct FigureWord {
  uint64_t roles = 0;
  double number = 0;  // "two" to "ninety"
  double scale = 0;   // "hundred", "million", "dozen"
  double many = 0;    // "dozens", "billions": no more than a lower end
  double ratio = 0;   // "twice", "half"
  double part = 0;    // "third", "quarter": one of so many
  bool part_plural = false;
  uint8_t month = 0;
  int8_t change = 0;    // "fell" -1, "rose" 1
  bool amount = false;  // "cost", "spent": a verb that says of what a sum is
  FigureUnit unit;
  std::string_view dollar;          // of a country: the code of its dollar
  std::vector<HedgePhrase> hedges;  // those that end with the word, longer ones first
  bool hedge_behind = false;        // some phrase behind numbers begins with the word

  bool is(FigureRole role) const { return roles >> static_cast<unsigned>(role) & 1; }
};

class FigureLexicon {
 public:
  explicit FigureLexicon(const LanguagePack& pack);

  // Returns what the word means; nullptr if nothing.
  const FigureWord* find(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? nullptr : &found->second;
  }

  // Whether nothing is known of the language.
  bool empty() const { return words_.empty(); }

  std::span<const HedgePhrase> hedges_behind() const { return hedges_behind_; }
  char decimal_sign() const { return decimal_sign_; }

 private:
  std::unordered_map<std::string_view, FigureWord> words_;
  std::vector<HedgePhrase> hedges_behind_;
  char decimal_sign_;
};

// Returns the language's lexicon, made at its first use; that of other is empty. Lives for ever.
const FigureLexicon& figure_lexicon(Language language);

// Returns the ISO 4217 code of a currency sign, or nothing at all ("").
std::string_view currency_of_sign(std::string_view sign);

// Returns the ISO 4217 code that letters right before a sign stand for ("us" and "$"), or nothing
// at all.
std::string_view currency_of_prefix(std::string_view letters, std::string_view currency);

}  // namespace reprise::detail
