// One number of a text, in numerals or in words, with its scale; what stands around it is the
// matter of figures.h.
//
//     "2,000"   "$5.6bn"   "1 200 000"   "six million"   "two hundred and fifty"   "half a million"
//               "quatre-vingt-dix"
//     "two and a half million"   "tens of billions"   "a few thousand"   "a couple of hundred"
//
// Cost: linear in the words of the number. Pure; any thread.
#pragma once

#include <optional>
#include <string_view>

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

// What is larger is no figure but a slip, and would lead arithmetic to infinity.
constexpr double largest_figure = 1e18;

// Returns the number that begins with token i, if there is one. REQUIRES: i < text.size().
std::optional<Number> number_at(const FigureText& text, uint32_t i);

// Multiplies the number and its range.
void scale_by(Number& number, double factor);

// A numeral as written, without what is glued to it.
struct Numeral {
  double value = 0;
  double half_unit = 0;  // of its last digit
  bool separated = false;
};

// Reads digits with points, commas and apostrophes between them. The signs are thousands separators
// or decimal points as the digits say: "1,200.50" and "1.200,50" are one number, "5,6" is 5.6,
// "1.2.3" is none. "1.200" alone is 1.2 if the point is the language's decimal sign; if that is
// unknown (0), or a comma, it is 1200.
std::optional<Numeral> parse_numeral(std::string_view digits, char decimal_sign);

// Returns half a unit of the last digit that is no zero, and at most a tenth of the value.
// REQUIRES: value > 0 or 0.
double half_unit_of(double value);

// The same without the limit of a tenth.
double half_unit_before_limit(double value);

}  // namespace reprise::detail
