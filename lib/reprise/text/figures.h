// Figures in English text: what number is meant, in what unit, and how exactly.
//
//     "$6 million"            money USD    5.5e6 .. 6.5e6     (rounded to the last digit that is said)
//     "just under $6m"        money USD    5.4e6 .. 6e6
//     "$5-6 million"          money USD    4.5e6 .. 6.5e6
//     "six thousand"          count        5500 .. 6500
//     "fewer than 2,000"      count        open .. 2000
//     "upwards of 50,000"     count        50000 .. open
//     "tens of billions"      count        1e10 .. open
//     "17%", "17 per cent"    percent      16.5 .. 17.5
//     "in 2025"               year         2025 .. 2025
//     "three days"            duration day 2.7 .. 3.3
//
// Two figures of one kind and unit agree if their ranges meet. A range of rounding reaches half a unit of the last digit
// that is no zero, and at most a tenth of the value.
//
// What is left out: ratios in words ("twice", "a third"), ordinals, dates other than years, the numbers "one" and "a".
// Cost: linear in the tokens. Pure; any thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/text/tokenize.h"

namespace reprise {

enum class FigureKind { count, money, percent, year, duration };

// Returns the kind's name as reports have it.
std::string_view name_of(FigureKind kind);

struct Figure {
  Span span;                 // bytes: hedge, number and unit
  uint32_t first_token = 0;  // the same, in tokens, half-open
  uint32_t last_token = 0;
  FigureKind kind = FigureKind::count;
  std::string unit;                 // ISO 4217 for money, "%" for percent, "day" for a duration; else empty
  std::optional<double> low, high;  // nothing: open at this end
  std::string of;                   // what a count counts, folded ("chips"); empty if unknown
};

// Returns the figures in order, without overlaps. REQUIRES: `tokens` are words of `text`, in order.
std::vector<Figure> find_figures(std::string_view text, std::span<const Token> tokens);

// Returns whether two figures can't both be right: the same kind, unit and counted thing, and ranges that don't meet.
bool contradict(const Figure& a, const Figure& b);

}  // namespace reprise
