// The forms that a number is written in, each read by itself; figure_number.h asks them in turn.
#pragma once

#include <optional>

#include "reprise/language/figures/figure_number.h"

namespace reprise::detail {

// Reads a numeral with what is glued to it: "2,000", "$5.6bn", "6€", "1 200 000", "10x", "6万".
std::optional<Number> numeral_at(const FigureText& text, uint32_t i);

// Reads a number in words: "twenty-five", "a hundred", "dozen", "zweitausend".
std::optional<Number> worded_at(const FigureText& text, uint32_t i);

// Reads "tens of billions", "hundreds", "decenas de miles de millones".
std::optional<Number> many_at(const FigureText& text, uint32_t i);

// Reads "several hundred", "a few thousand", "a couple of million", "plusieurs centaines". A scale
// is left for the caller to take, and what says "many" is taken.
std::optional<Number> vague_at(const FigureText& text, uint32_t i);

// Reads what stands before the scale or the unit of "half a million", "half an hour", "eine halbe
// Million".
std::optional<Number> half_at(const FigureText& text, uint32_t i);

// Returns what a scale as a word of its own multiplies by, "million", "bn"; 0 if it is none. "m" is
// one before a currency sign alone: "6 M€".
double scale_word(const FigureText& text, uint32_t i);

// Returns a number with what rounding leaves open on both sides.
Number make_number(double value, double half_unit, uint32_t end);

}  // namespace reprise::detail
