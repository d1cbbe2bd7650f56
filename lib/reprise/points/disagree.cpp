// Which figures of a point differ is known before it is made (differ.h); here they are looked up.
#include "reprise/points/disagree.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "reprise/base/lists.h"
#include "reprise/language/figure_words.h"

namespace reprise::detail {

FigurePairs::FigurePairs(std::span<const CountedFigure> figures,
                         std::span<const std::pair<uint32_t, uint32_t>> differing) {
  for (const auto& [a, b] : differing) {
    const FigurePlace x{figures[a].line, figures[a].index};
    const FigurePlace y{figures[b].line, figures[b].index};
    others_[x].push_back(y);
    others_[y].push_back(x);
    if (figures[a].thing.is_fate && figures[b].thing.is_fate) {
      fates_[x] = figures[a].thing.name;
      fates_[y] = figures[b].thing.name;
    }
  }
}

std::span<const FigurePlace> FigurePairs::others(FigurePlace place) const {
  const auto found = others_.find(place);
  return found == others_.end() ? std::span<const FigurePlace>() : found->second;
}

std::string_view FigurePairs::fate_of(FigurePlace place) const {
  const auto found = fates_.find(place);
  return found == fates_.end() ? std::string_view() : found->second;
}

std::vector<std::pair<uint32_t, uint32_t>> find_disagreements(const Point& point,
                                                              std::span<const FigurePlace> places,
                                                              const FigurePairs& differing) {
  std::map<FigurePlace, std::vector<uint32_t>> stated;  // of each place, the point's figures
  for (uint32_t i = 0; i < places.size(); ++i) {
    if (!point.mentions[point.figures[i].mention].denied) {
      stated[places[i]].push_back(i);
    }
  }
  std::vector<std::pair<uint32_t, uint32_t>> found;
  for (const auto& [place, figures] : stated) {
    for (const FigurePlace other : differing.others(place)) {
      const auto partners = stated.find(other);
      if (partners == stated.end() || other < place) {
        continue;
      }
      for (const uint32_t i : figures) {
        for (const uint32_t j : partners->second) {
          found.push_back(std::minmax(i, j));
        }
      }
    }
  }
  make_set(found);
  return found;
}

bool is_toll(const Figure& figure, Language language) {
  if (figure.kind != FigureKind::count) {
    return false;
  }
  const size_t blank = figure.of.rfind(' ');
  const FigureWord* last =
      figure_lexicon(language).find(std::string_view(figure.of).substr(blank + 1));
  constexpr std::array<FigureRole, 4> rising{FigureRole::toll, FigureRole::people, FigureRole::died,
                                             FigureRole::hurt};
  return last &&
         std::any_of(rising.begin(), rising.end(), [&](FigureRole role) { return last->is(role); });
}

}  // namespace reprise::detail
