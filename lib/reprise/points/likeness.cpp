#include "reprise/points/likeness.h"

#include <algorithm>

#include "reprise/points/word_likeness.h"

namespace reprise::detail {

LikenessSources likeness_sources(const Story& story, std::span<const TextUnit> units,
                                 const PointOptions& options) {
  LikenessSources sources;
  sources.push_back(std::make_unique<WordLikeness>(story, units, options));
  return sources;
}

std::vector<LinePair> all_candidates(const LikenessSources& sources) {
  std::vector<LinePair> all;
  for (const auto& source : sources) {
    const std::vector<LinePair> candidates = source->candidates();
    const auto middle = static_cast<std::ptrdiff_t>(all.size());
    all.insert(all.end(), candidates.begin(), candidates.end());
    std::inplace_merge(all.begin(), all.begin() + middle, all.end());
  }
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::vector<double> combined_likeness(const LikenessSources& sources, LinePair lines,
                                      std::span<const StretchPair> pairs,
                                      const StretchTable& stretches, double least) {
  std::vector<double> highest(pairs.size());
  for (const auto& source : sources) {
    const double weight = source->weight();
    const std::vector<double> values = source->likeness(lines, pairs, stretches, least / weight);
    for (size_t i = 0; i < pairs.size(); ++i) {
      highest[i] = std::max(highest[i], weight * values[i]);
    }
  }
  return highest;
}

}  // namespace reprise::detail
