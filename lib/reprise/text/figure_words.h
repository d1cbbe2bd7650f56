// The English words that figures are written with: numbers, scales, units, hedges. Folded, all of them.
//
// Tables alone; how they go together is figures.h. Any thread may read them.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "reprise/text/figures.h"

namespace reprise {

// Returns the value of "two" to "ninety", and of "dozen".
std::optional<double> small_number(std::string_view word);

// Returns the value of "hundred", "thousand", "million", "bn" and the like.
std::optional<double> scale(std::string_view word);

// Returns the value of "dozens", "tens", "hundreds" and the like, which say no more than a lower end.
std::optional<double> plural_scale(std::string_view word);

// Returns the ISO 4217 code of a currency sign, or nothing at all ("").
std::string_view currency_of_sign(std::string_view sign);

// A word behind a number that says what kind of figure it is.
struct UnitWord {
  FigureKind kind;
  std::string_view unit;
};

// Returns what "dollars", "percent", "days" say; nullptr if the word is no unit. The result lives for ever.
const UnitWord* unit_of_word(std::string_view word);

enum class Hedge { about, just_under, below, above };

struct HedgePhrase {
  std::array<std::string_view, 3> words;  // as they stand before the number; shorter ones begin with ""
  Hedge hedge;
};

// Returns the hedges, longer ones first: the first that fits counts.
std::span<const HedgePhrase> hedge_phrases();

}  // namespace reprise
