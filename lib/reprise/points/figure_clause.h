// The part of a sentence that says what a figure is of.
//
//     "among the allegations named | in the 48-page report | included in the papers"
//         48, with "report": "in the 48-page report"
#pragma once

#include "reprise/points/counted.h"
#include "reprise/points/story.h"

namespace reprise::detail {

// Returns the words of the figure's line from cut to cut that hold the figure and the nearest of
// the terms that it shares with another one; five at least, if the line has as many. Cost: linear
// in the figures' terms and the line's cuts.
TokenRange clause_of(const CountedFigure& figure, const CountedFigure& other, const Story& story);

}  // namespace reprise::detail
