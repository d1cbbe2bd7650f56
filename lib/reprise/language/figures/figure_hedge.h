// How exactly a figure is meant: phrases and marks around it that move or open its ends.
//
//     "about 6"        5.4 .. 6.6           "nearly 6"       5.4 .. 6
//     "just over 6"    6 .. 6.6             "more than 6"    6 .. open
//     "up to 6"        open .. 6            "6 or more"      6 .. open
//     "~6"             5.4 .. 6.6           "<6"             open .. 6
//
// Cost: a few look-ups. Pure; any thread.
#pragma once

#include "reprise/language/figures/figure_text.h"

namespace reprise::detail {

// Looks for a phrase before the figure, behind it, or a mark right before it, takes its words and
// moves the figure's ends. `lower` and `upper` are the ends of a range; of a single number, both
// are its value. Words before token `floor` belong to another figure. Returns whether there was
// one.
bool apply_hedge(const FigureText& text, double lower, double upper, uint32_t floor,
                 Figure& figure);

}  // namespace reprise::detail
