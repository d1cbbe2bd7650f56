// The upper end of a range that a number begins.
//
//     "5-6 million"   "5 to 6 million"   "between 5 and 6"   "two or three days"   "2024-25"
//     "rose from 5 to 6"     none: two figures
//     "40 or 400 people"     none: a choice, but no range
//
// Cost: as for one more number. Pure; any thread.
#pragma once

#include <optional>

#include "reprise/language/figures/figure_number.h"

namespace reprise::detail {

struct NumberRange {
  Number lower, upper;  // the same one if there is no range
};

// Returns the range that this number, which begins with token i, is the lower end of: "$5-6
// million" is from 5 to 6 million dollars, and both ends are rounded alike.
NumberRange range_from(const FigureText& text, uint32_t i, const Number& number);

// Returns whether the number may be a year: of digits alone, and from 1800 to 2099.
bool is_yearlike(const Number& number);

}  // namespace reprise::detail
