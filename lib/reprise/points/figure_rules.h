// What two figures of a story have to do with each other, by rules that each have an example: do
// they differ, may they be of one thing, how much do they share, how much would they have to.
//
// differ.h asks them. All are pure, and any thread may ask.
#pragma once

#include "reprise/points/counted.h"

namespace reprise::detail {

// Returns by which factor the larger figure is more than the smaller. REQUIRES: both are above 0.
double ratio_of(const CountedFigure& a, const CountedFigure& b);

// Returns whether the two can't both be right, if they are of one thing:
//
//     "47 pages"                "48 pages"                     their ranges meet at most at an end
//     "more than 500"           "nearly 500"
//     "up to 1.5 million"       "as many as 1.6 million"       upper ends are what is claimed
//     "at least 57 dead"        "97 dead"                      and so are lower ends of tolls
//     "from 1967 to 1979"       "from 1966 to 1978"            spans as long, but not the same
//
// "43 million" and "43,885,310" can: writers cut off as often as they round.
bool are_apart(const CountedFigure& a, const CountedFigure& b);

// Returns whether nothing says that the two are of two things:
//
//     "340 jobs"                "430 ships"                    two nouns
//     "rose 25 %"               "10 % of voters"               of a share, the thing is known
//     "tax of 25 % on steel"    "tax of 10 % on aluminium"     two objects
//     "30 million in 2031"      "10 million in 2030"           two years
//     "opened in 2002"          "closed in 2003"               years behind two words
bool may_be_of_one_thing(const CountedFigure& a, const CountedFigure& b);

// Returns whether the first of the two voices says what the other figure says: then that is of
// something else. A figure that is open or wide could be any, and is none. REQUIRES: `given` is of
// another voice than `figure`.
bool says_the_same(const CountedFigure& given, const CountedFigure& figure);

// Returns between which values lie all figures that say the same as this one.
struct ValueRange {
  double low = 0;
  double high = 0;
};
ValueRange values_that_say_the_same(const Figure& figure);

// Returns what the words around the two have to share to be of one thing, in mean terms of the
// story: the more, the further they are apart, for nobody counts twice as many of the same.
double needed_to_relate(const CountedFigure& a, const CountedFigure& b);

// Returns what it adds that mentions of one point give them.
double gain_of_point(const CountedFigure& a, const CountedFigure& b);

}  // namespace reprise::detail
