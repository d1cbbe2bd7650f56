// Figures in a text: what number is meant, in what unit, how exactly, and of what.
//
//     "$6 million"                   money USD       5.5e6 .. 6.5e6
//     "just under $6m"               money USD       5.4e6 .. 6e6
//     "between 5 and 6 million"      count           4.5e6 .. 6.5e6
//     "55-60 percent"                percent %       54.5 .. 60.5       as the finer end
//     "fewer than 2,000 chips"       count           open .. 2000       of "chips"
//     "tens of billions"             count           1e10 .. open
//     "several hundred"              count           200 .. 1000
//     "fell by 17 per cent"          percent %       16.5 .. 17.5       of "fell"
//     "a budget of RMB 5.5 trillion" money CNY       5.45e12 .. 5.55e12 of "budget"
//     "in 2025"                      year            2025 .. 2025
//     "January 21, 2025"             date day        20109 .. 20109     days since 1970-01-01
//     "Jan. 20"                      date month-day  20 .. 20           days of a leap year, from 1
//     "two decades"                  duration year   18 .. 22           years, not decades
//     "three times as many"          ratio           2.7 .. 3.3
//     "a fraction of the cost"       ratio           open .. 1          of "cost"
//
// A range of rounding reaches half a unit of the last digit that is no zero, and at most a tenth of
// the value. Hedges move or open its ends: "about" a tenth on both sides, "nearly" a tenth below,
// "just over" a tenth above, "more than" and "up to" leave one end open.
//
// Words are those of the language's pack (figure_vocabulary.h); of a language without one,
// numerals, currency signs and % are read. A point or comma between digits is taken as the language
// writes it, unless the digits say otherwise. Pesos count as Mexican and francs as Swiss ones, ¥ as
// yen unless yuan are named, $ as US dollars unless A$, C$ or the like is written.
//
// What is left out: ordinals ("the 21st"), times of day, the numbers "one" and "a" unless a scale
// or a unit follows, what stands behind a hyphen in a name ("tier-2", "Covid-19"), numbers above
// 1e18. Cost: linear in the tokens, about 100 ns a word. Pure; any thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/language/language.h"
#include "reprise/point.h"
#include "reprise/words/tokenize.h"

namespace reprise::detail {

// Returns the kind's name as reports have it.
std::string_view name_of(FigureKind kind);

// Returns the figures in order, without overlaps. REQUIRES: `tokens` are words of `text`, in order.
std::vector<Figure> find_figures(std::string_view text, std::span<const Token> tokens,
                                 Language language);

// Returns the number that the figure means: the middle of its range, or the end that is known;
// nothing if none is.
std::optional<double> middle_of(const Figure& figure);

// Returns whether two figures may say the same: one kind and unit, and ranges that meet, an open
// end reaching any number. Of counts, what is counted must be the same, or unknown of one.
bool agree(const Figure& a, const Figure& b);

// Returns whether two figures can't both be right: one kind and unit, and ranges that don't meet.
// Of counts, the thing that is counted must be known and the same; of the others, it must be the
// same wherever both name it. Two words are the same thing if their last words are, in singular or
// plural, or if both say that something rose, or fell.
bool contradict(const Figure& a, const Figure& b);

}  // namespace reprise::detail
