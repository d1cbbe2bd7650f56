// One number of a text, in numerals or in words, with its scale; what stands around it is the
// matter of figures.h.
//
//     "2,000"   "$5.6bn"   "1 200 000"                         in digits: figure_digits.cpp
//     "six million"   "two hundred and fifty"   "dozen"        in words: figure_worded.cpp
//     "half a million"   "tens of billions"   "a few thousand" no exact ones: figure_vague.cpp
//     "two and a half million"                                 what follows: figure_number.cpp
//
// Cost: linear in the words of the number. Pure; any thread.
#pragma once

#include <optional>
#include <string_view>

#include "reprise/language/figures/figure_numeral.h"
#include "reprise/language/figures/figure_text.h"

namespace reprise::detail {

struct Number {
  double value = 0;
  double low = 0, high = 0;   // what rounding leaves open
  double scale = 1;           // what scale_by has multiplied it by: "6 million"
  bool open = false;          // "tens of billions": no upper end
  bool vague = false;         // open, or "a few thousand": hedges make no difference
  bool numeral = false;       // written in digits
  bool plain = false;         // of digits alone: no scale, no separators; it may be a year
  bool times = false;         // "10x"
  bool decade = false;        // "1990s"
  std::string_view currency;  // that of a sign glued to it
  uint32_t end = 0;           // the token behind
};

// Returns the number that begins with token i, if there is one. REQUIRES: i < text.size().
std::optional<Number> number_at(const FigureText& text, uint32_t i);

// Multiplies the number and its range.
void scale_by(Number& number, double factor);

// Returns whether the next token stands right behind the number.
inline bool adjoins_behind(const FigureText& text, const Number& number) {
  return text.adjoins(number.end - 1);
}

}  // namespace reprise::detail
