// The words that figures are written with, by language: numbers, scales, units, hedges, months.
// Folded, all of them.
//
// A language is a FigureVocabulary: plain tables in figure_words_english.cpp and its sisters, where
// words of one meaning stand in one string, between blanks. A FigureLexicon turns it into one
// table, so that one look-up says all that a word means; "may" is a month and a function word,
// "second" an ordinal and a unit.
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

#include "reprise/language/figures/figures.h"
#include "reprise/language/language.h"

namespace reprise::detail {

enum class Hedge : uint8_t { about, just_under, just_over, below, above };

// What a word does between the others; a word may do several things.
enum class FigureRole : uint8_t {
  function,     // any function word
  article,      // "a", "un": begins "a million"
  one,          // "one", "ein": a figure only before a scale or a unit
  of,           // "of", "de": leads to the unit or to what is measured
  in,           // "in": "$8 billion in assets"
  by,           // "by", "um": "fell by 8%"
  is,           // "was": "the cost was $6 million"
  to,           // between the ends of a range: "5 to 6"
  conjunction,  // "and": "between 5 and 6", "two hundred and fifty"
  choice,       // "or": "two or three days"
  between,      // "between", which asks for a conjunction
  from,         // "from", before a range or a change
  filler,       // "just", "only", "some": nothing between what is measured and the number
  vague,        // "several", "few": "several hundred"
  couple,       // "couple": "a couple of hundred"
  half,         // "half": "half a million", "two and a half"
  fraction,     // "a fraction of"
  times,        // "times": "three times as many"
  fold,         // "10-fold"
  compares,     // what stands behind a ratio: "twice as", "half of", "double the"
  out,          // "out" of "one out of five"
  every,        // "one in every five"
  per,          // "per", the first half of "per cent"
  cent,         // its second half
  person,       // what is counted, though it looks like no plural: "people", "dead"
  time,         // "last", "Monday", "yesterday": ends what is measured
  dated,        // "in", "since", "until": before a month that stands alone
  clock,        // "a.m.": makes a numeral a time of day
  definite,     // "the": before "dozen", and before German ordinals
  country,      // "us", "australian": says whose dollar it is
};

struct FigureUnit {
  FigureKind kind = FigureKind::count;
  std::string_view
      // ISO 4217 code, "%", "second", "minute", "hour", "day", "month", "year"; empty: no unit
      name;
  double factor = 1;  // how many of the named unit: 7 for a week
  bool code = false;  // may stand before the number: "EUR 6 million"
};

// A phrase that stands before a number, or behind it and its unit.
struct HedgePhrase {
  std::array<std::string_view, 3>
      words;  // the last one counts for the look-up; shorter phrases begin with ""
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
  std::vector<HedgePhrase> hedges;  // those that end with the word, longer ones first
  bool hedge_behind = false;        // some phrase behind numbers begins with the word

  bool is(FigureRole role) const { return roles >> static_cast<unsigned>(role) & 1; }
};

struct ValueRow {
  std::string_view words;
  double value;
};

struct UnitRow {
  std::string_view words;
  FigureUnit unit;
};

struct HedgeRow {
  std::string_view phrases;  // between commas: "more than, in excess of"
  Hedge hedge;
};

struct RoleRow {
  FigureRole role;
  std::string_view words;
};

struct FigureVocabulary {
  std::span<const ValueRow> numbers{}, scales{}, many{}, ratios{}, parts{}, plural_parts{};
  std::span<const UnitRow> units{};
  std::span<const HedgeRow> hedges{};         // before the number
  std::span<const HedgeRow> hedges_behind{};  // two words
  std::span<const RoleRow> roles{};
  std::array<std::string_view, 12> months{};
  std::string_view rises{}, falls{};  // verbs of change
  std::string_view amounts{};         // verbs that take a sum
  char decimal_sign = 0;              // 0: unknown
};

const FigureVocabulary& english_figure_words();
const FigureVocabulary& german_figure_words();
const FigureVocabulary& french_figure_words();
const FigureVocabulary& spanish_figure_words();

class FigureLexicon {
 public:
  FigureLexicon(const FigureVocabulary& vocabulary, Language language);

  // Returns what the word means; nullptr if nothing.
  const FigureWord* find(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? nullptr : &found->second;
  }

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
