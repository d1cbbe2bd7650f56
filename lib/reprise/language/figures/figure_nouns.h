// The nouns around a figure, found by rule: what stands behind it, and what the words before it say
// of it. figure_of.h asks for them.
//
// Cost: a look at about ten words. Pure; any thread.
#pragma once

#include <optional>
#include <string>

#include "reprise/language/figures/figure_text.h"

namespace reprise::detail {

constexpr uint32_t noun_reach = 5;  // words that a noun phrase is followed for

// Returns whether the word looks like a noun in the plural.
bool is_plural(const FigureText& text, uint32_t i);

// Returns whether the word can't belong to the noun phrase behind a figure.
bool ends_phrase(const FigureText& text, uint32_t i);

// Returns the last part of a compound with hyphens, by which it counts: "Chips" of "Nvidia-Chips".
uint32_t end_of_compound(const FigureText& text, uint32_t i);

// Returns the noun of the phrase that begins at token i, "chips" of "tier-2 Nvidia chips", or "".
std::string head_from(const FigureText& text, uint32_t i);

// Returns the noun behind "of" or "in" at token i, past articles: "of the market"; or "".
std::string noun_behind_link(const FigureText& text, uint32_t i);

// Goes from before a figure that begins at token `first` over "just", "about", "a" to the word that
// says what it is of.
std::optional<uint32_t> before_fillers(const FigureText& text, uint32_t first);

// Returns the noun that the word before the fillers leads to a figure, or "": "toll" of "a toll of
// 32", "training cost" of "a training cost of $6 million", "toll" of "the toll rose to 32".
std::string noun_before(const FigureText& text, uint32_t link);

// Returns the verb of change before a figure, or "": "fell" of "fell by 8%". `at` is the word
// before the fillers.
std::string change_before(const FigureText& text, uint32_t at);

}  // namespace reprise::detail
