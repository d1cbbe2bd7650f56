#include "reprise/points/likeness.h"

#include <algorithm>

#include "reprise/points/meaning_likeness.h"
#include "reprise/points/word_likeness.h"

namespace reprise::detail {

LikenessSources likeness_sources(const Story& story, std::span<const TextUnit> units,
                                 const PointOptions& options, const Encoder* encoder) {
  LikenessSources sources;
  sources.push_back(std::make_unique<WordLikeness>(story, units, options));
  if (encoder != nullptr) {
    sources.push_back(std::make_unique<MeaningLikeness>(story, units, options, *encoder));
  }
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

std::vector<Likeness> combined_likeness(const LikenessSources& sources, LinePair lines,
                                        std::span<const StretchPair> pairs,
                                        const StretchTable& stretches, double least) {
  std::vector<Likeness> likeness(pairs.size());
  double weights = 0;
  for (const auto& source : sources) {
    weights += source->weight();
  }
  for (const auto& source : sources) {
    const double weight = source->weight() / weights;
    const std::vector<double> values = source->likeness(lines, pairs, stretches, least);
    for (size_t i = 0; i < pairs.size(); ++i) {
      likeness[i].all += weight * values[i];
      if (source->sees_meaning()) {
        likeness[i].meaning = std::max(likeness[i].meaning, values[i]);
      }
    }
  }
  return likeness;
}

}  // namespace reprise::detail
