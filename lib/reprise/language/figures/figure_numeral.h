// A numeral read: digits with signs between them.
//
//     "1,200.50" and "1.200,50"    1200.5: the last sign differs, so it is the decimal one
//     "5,6"                        5.6: no group of three follows
//     "1,200"                      1200, and 1.2 where the comma is the decimal sign
//     "1.2.3"                      nothing
//
// Cost: linear. Pure; any thread.
#pragma once

#include <optional>
#include <string_view>

namespace reprise::detail {

// What is larger is no figure but a slip, and would lead arithmetic to infinity.
constexpr double largest_figure = 1e18;

// A numeral as written, without what is glued to it.
struct Numeral {
  double value = 0;
  double half_unit = 0;  // of its last digit
  bool separated = false;
};

// Reads digits with points, commas and apostrophes between them. The signs are thousands separators
// or decimal points as the digits say. "1.200" alone is 1.2 if the point is the language's decimal
// sign; if that is unknown (0), or a comma, it is 1200.
std::optional<Numeral> parse_numeral(std::string_view digits, char decimal_sign);

// Returns half a unit of the last digit that is no zero, and at most a tenth of the value.
// REQUIRES: value >= 0.
double half_unit_of(double value);

// The same without the limit of a tenth.
double half_unit_before_limit(double value);

inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Returns whether there are digits, and nothing else.
bool all_digits(std::string_view word);

// Returns whether the whole part of the value is a multiple of the divisor, however large it is:
// 1990.5 is one of ten.
bool is_multiple(double value, double divisor);

}  // namespace reprise::detail
