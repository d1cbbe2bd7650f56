// The unit of a figure: signs and words before and behind its number.
//
//     "US$6"   "EUR 6 million"   "1 200 €"   "6 %"   "17 per cent"
//     "3 million U.S. dollars"   "tens of billions of yuan"
//
// Cost: a few look-ups. Pure; any thread.
#pragma once

#include <string_view>

#include "reprise/language/figures/figure_number.h"

namespace reprise::detail {

// Signs that are no words, in the gaps around a figure.
struct FigureSigns {
  std::string_view currency;
  bool percent = false;
  uint32_t before = 0;  // bytes that a sign before the first token takes, with its blank
  uint32_t end = 0;     // where a sign behind the last token ends in the text; 0 if there is none
};

// Returns the length of a currency sign at the text's beginning; 0 if there is none.
size_t currency_sign_at(std::string_view text);

// Returns the signs around these tokens; one before byte `floor` belongs to another figure.
FigureSigns signs_around(const FigureText& text, uint32_t first, uint32_t last, uint32_t floor);

// Takes the letters or the currency's code before the number that begins with token `first`, down
// to token `floor`.
void take_prefix(const FigureText& text, uint32_t floor, Number& number, uint32_t& first);

// Sets kind and unit, and takes the words that say it. Returns how many of the unit the word means,
// 7 for "weeks"; 0 if there is no unit. `currency` is what the number itself has.
double set_unit(const FigureText& text, Figure& figure, std::string_view currency,
                const FigureSigns& signs);

}  // namespace reprise::detail
