// The figures of a point that can't all be right.
//
// Which figures of a story differ, differ.h says; bind_figures.h sees to it that they stand in one
// point. A point's disagreements are those of its figures that its mentions state: what a text
// denies is nobody's figure.
//
//     "the storm killed 57"   "97 are dead"   "it is false that 200 died"
//         57 and 97 disagree; 200 with none
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reprise/point.h"
#include "reprise/points/counted.h"
#include "reprise/points/ids.h"

namespace reprise::detail {

// Where a figure stands: in a line, and its index among the figures of that.
struct FigurePlace {
  LineId line;
  uint32_t index = 0;
  friend auto operator<=>(const FigurePlace&, const FigurePlace&) = default;
};

// The figures of a story that differ, by pairs.
class FigurePairs {
 public:
  FigurePairs() = default;
  FigurePairs(std::span<const CountedFigure> figures,
              std::span<const std::pair<uint32_t, uint32_t>> differing);

  // Returns the figures that differ from the one that stands there.
  std::span<const FigurePlace> others(FigurePlace place) const;

  // Returns what a figure of a pair counts, if that is the dead or the injured: "injured" for the
  // 19 of "injured now number 19"; else "".
  std::string_view fate_of(FigurePlace place) const;

 private:
  std::map<FigurePlace, std::vector<FigurePlace>> others_;
  std::map<FigurePlace, std::string> fates_;
};

// Returns the pairs of the point's figures that disagree, by index, ascending. `places`: of each of
// the point's figures. Cost: linear in these
// and in their pairs, but for their order.
std::vector<std::pair<uint32_t, uint32_t>> find_disagreements(const Point& point,
                                                              std::span<const FigurePlace> places,
                                                              const FigurePairs& differing);

// Returns whether the figure counts what goes on rising while a story is told, by the words of its
// language: the dead, the missing, people, cases. Of two such figures the later one replaces the
// earlier; of two prices it doesn't.
bool is_toll(const Figure& figure, Language language);

}  // namespace reprise::detail
