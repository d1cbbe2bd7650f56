// What a figure counts, as one name for all who count it.
//
//     "57 people were killed"         dead: of people, what happened to them counts
//     "a death toll of 97"            dead
//     "12 soldiers were killed"       soldier dead: they are not all the dead
//     "340 jobs"                      job
//     "a budget of 6 million euros"   budget
//     "60 votes"                      nothing: votes differ from motion to motion
#pragma once

#include <string>

#include "reprise/points/figure_line.h"

namespace reprise::detail {

struct FigureThing {
  std::string name;      // of two that are the same, equal; empty: unknown
  bool is_fate = false;  // it counts the dead or the injured
};

// Returns whether the figure is none that others could contradict: a date, a ratio, an age ("the
// 43-year-old"), or but a manner of speaking ("dozens", "thousands of").
bool counts_nothing(const Figure& figure, const FigureLine& line);

// Returns what the figure counts, as far as something says so. Cost: a look at about ten words.
FigureThing thing_of(const Figure& figure, const FigureLine& line);

}  // namespace reprise::detail
