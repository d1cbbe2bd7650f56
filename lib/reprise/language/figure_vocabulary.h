// What a language's pack (pack.h) knows of figures: its numerals, scales, units, hedges and months,
// and how its numbers and its nouns behave.
//
// Plain tables: words of one meaning stand in one string, between blanks, folded. A word may stand
// in several: "may" is a month and a function word, "second" an ordinal and a unit. A FigureLexicon
// (figure_words.h) turns them into one look-up.
//
//     .numbers  {"zwei zwo", 2}      .units   {"woche wochen", {duration, "day", 7}}
//     .hedges   {"mehr als,mindestens", Hedge::above}
//
// Traits are for what a list can't say. The default of each is the commonest among languages.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "reprise/language/figures/figures.h"

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
  change_ends,  // "to": "the toll rose to 6"
  numbered,     // "page": a numeral behind it names, and counts nothing
  auxiliary,    // "is", "has", "already": stands between a noun and its verb
  states,       // "stands" (at 6), "put" (at 6): a verb before a number, besides those of change
  verb_shaped,  // "funding": a noun, though it ends as verbs do
  fate,         // "dead", "wounded": says how people fared
  company,      // "crew": "passengers and crew", though it is no plural
  degree,       // "degrees": of a circle or a thermometer
  died,         // "killed", "dead", "toll": the figure beside it counts the dead
  hurt,         // "injured", "wounds": it counts the injured
  toll,         // "cases", "missing": what, beside people, goes on rising while a story is told
  people,       // "people": anybody, whose fate alone tells two counts of them apart
  vote,         // "votes": what one motion gets says nothing of another
  age,          // "old", behind a number of years: "the 43-year-old"
};

struct FigureUnit {
  FigureKind kind = FigureKind::count;
  // An ISO 4217 code, "%", "second", "minute", "hour", "day", "month" or "year"; empty: no unit.
  std::string_view name;
  double factor = 1;  // how many of the named unit: 7 for a week
  bool code = false;  // may stand before the number: "EUR 6 million"
};

struct ValueRow {
  std::string_view words;
  double value;
};

struct UnitRow {
  std::string_view words;
  FigureUnit unit;
};

// Countries whose dollar is meant by their name: "Canadian dollars".
struct DollarRow {
  std::string_view words;
  std::string_view currency;  // ISO 4217
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
  // Words.
  std::span<const ValueRow> numbers{};       // "two", 2
  std::span<const ValueRow> scales{};        // "million", 1e6
  std::span<const ValueRow> many{};          // "dozens", 12: no more than a lower end
  std::span<const ValueRow> ratios{};        // "twice", 2
  std::span<const ValueRow> parts{};         // "third", 3: one of so many
  std::span<const ValueRow> plural_parts{};  // "thirds", 3
  std::span<const ValueRow> glued_scales{};  // right behind a numeral alone: "6b", 1e9
  std::span<const UnitRow> units{};
  std::span<const DollarRow> dollars{};
  std::span<const HedgeRow> hedges{};         // before the number
  std::span<const HedgeRow> hedges_behind{};  // two words, behind the number
  std::span<const RoleRow> roles{};
  std::array<std::string_view, 12> months{};
  std::string_view rises{}, falls{};  // verbs of change
  std::string_view amounts{};         // verbs that take a sum
  char decimal_sign = 0;              // 0: unknown

  // Beginnings and endings of words, between blanks.
  std::string_view costs{};               // how amounts begin that say what a sum is of: "cost"
  std::string_view percentage_points{};   // "point": how the word behind "percentage" begins
  std::string_view day_endings{};         // "st nd": behind the numeral of a day, "21st"
  std::string_view fold_endings{};        // "fold": a ratio without anything to compare, "tenfold"
  std::string_view plural_endings{};      // "s"
  std::string_view singular_endings{};    // "ss": endings of these that speak against it
  std::string_view possessive_endings{};  // "'s": of a word that is not what is counted
  std::string_view adverb_endings{};      // "ly"
  std::string_view gerund_endings{};      // "ing"
  std::string_view participle_endings{};  // "ed"
  std::string_view not_participles{};     // "eed": endings of these that speak against it
  std::string_view name_of_costs{};       // "cost" for "costing"; empty: each is what it is
  std::string_view name_of_dead{};        // "dead": what "killing 50" counts
  std::string_view name_of_injured{};     // "injured"

  // Traits of numbers.
  // Whether a word for a number goes on with another one: "twenty" (the sum so far) and "five".
  bool (*joins)(int sum, int next, bool conjunction) = nullptr;
  // Reads a number that is written as one long word: "zweihundertfünf".
  std::optional<double> (*number_in_one_word)(std::string_view word) = nullptr;
  bool blanks_part_thousands = true;        // "12 500"; in English rarely
  bool letter_may_be_a_metre = true;        // "6m": a million of money alone
  bool full_stop_makes_ordinals = false;    // "der 21. Kongress"
  bool scales_begin_numbers = true;         // "mil", "tausend": without "one" before
  bool scales_take_a_full_stop = true;      // "20 Mio. Euro"
  bool conjunction_follows_scales = false;  // "dois mil e quinhentos"
  bool one_counts_units = false;            // "one hour"; elsewhere it may be an article
  // Traits of ratios, dates and money.
  bool halves_stand_alone = false;    // "cut by half", besides "half of"
  bool parts_have_plurals = false;    // "two thirds": plural_parts alone are sure
  bool share_is_in = false;           // "one in five", "one out of five"
  bool day_may_follow_month = false;  // "January 21"
  bool months_are_capital = false;
  bool country_may_follow_unit = true;  // "dollars canadiens"
  // Traits of nouns and verbs.
  bool noun_comes_first = false;              // before its adjectives: "emisiones totales"
  bool nouns_stand_without_articles = false;  // "spending was $6 million"
  bool nouns_compound = false;                // "training cost" is one thing
  bool nouns_are_added = false;               // "passengers and crew" are one thing
};

}  // namespace reprise::detail
