// Which figures of a story can't both be right: those of one thing that differ.
//
// Two figures of different voices are of one thing if nothing says that they are of two, and if
// they share enough of the words around them; they differ if one of them must be wrong, and if
// neither voice gives both. figure_rules.h has the rules, each with its examples.
//
//     "the 48-page report"              "a 47-page report"               differ
//     "at least 57 were killed"         "the storm left 97 dead"         differ
//     "has led the yard since 2002"     "has led the yard since 2003"    differ
//     "more than 140 jobs"              "147 jobs"                       agree
//     "25 % on steel"                   "10 % on aluminium"              two things
//     "165 dead"                        "2,034 infected"                 two things
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "reprise/points/counted.h"

namespace reprise::detail {

// Returns the pairs of figures that differ, by index, first < second, ascending. With references,
// one of each pair is a reference's. Cost: of n figures with t terms each, a sort of n t entries,
// and a few tests for each of them.
std::vector<std::pair<uint32_t, uint32_t>> find_differing(std::span<const CountedFigure> figures,
                                                          const Story& story);

}  // namespace reprise::detail
