// Likeness by words: proposes pairs, finds their best stretches, and scores them.
//
// Steps of a score: the cosine of the features; if that alone is too small, 0; else the cosine of
// the characters is mixed in. Vectors of characters are made before, for the stretches that are
// asked for alone.
//
//     features 0.5, characters 0.6, character_share 0.45    0.55 * 0.5 + 0.45 * 0.6 = 0.545
//     features below `least`                                0
//
// Cost: that of the features, and of one more cosine for pairs that are near. Lines are prepared in
// parallel.
#include "reprise/points/word_likeness.h"

#include "reprise/base/parallel.h"
#include "reprise/points/candidates.h"

namespace reprise::detail {

WordLikeness::WordLikeness(const Story& story, std::span<const TextUnit> units,
                           const PointOptions& options)
    : story_(story), units_(units), options_(options), vectors_(story.lines.size()) {}

std::vector<LinePair> WordLikeness::candidates() const {
  return find_candidates(story_, options_);
}

std::optional<StretchPair> WordLikeness::best(LinePair lines, const StretchTable& stretches) const {
  const SharedFeatures shared(story_.lines[lines.a], story_.lines[lines.b]);
  const SharedFeatures::Best best =
      shared.best(stretches.of(lines.a), stretches.of(lines.b), story_, options_);
  if (best.likeness < options_.least_proposal) {
    return std::nullopt;
  }
  return best.stretches;
}

void WordLikeness::prepare(std::span<const LineStretch> stretches, const StretchTable& table) {
  std::vector<std::vector<StretchId>> wanted(story_.lines.size());
  for (const LineStretch& stretch : stretches) {
    wanted[stretch.line].push_back(stretch.stretch);
  }
  std::vector<char> is_wanted;  // no vector<bool>: its bits share bytes
  for (const std::vector<StretchId>& of_line : wanted) {
    is_wanted.push_back(of_line.empty() ? 0 : 1);
  }
  const GramRarity rarity(story_, units_, is_wanted);
  parallel_for(wanted.size(), [&](size_t line) {
    if (wanted[line].empty()) {
      return;
    }
    const Stretches& of_line = table.of(LineId{line});
    vectors_[line].resize(of_line.size());
    for (const StretchId stretch : wanted[line]) {
      GramVector& vector = vectors_[line][stretch];
      if (vector.keys.empty()) {
        vector = rarity.vector(story_.lines[line], of_line.range(stretch), units_);
      }
    }
  });
}

std::vector<double> WordLikeness::likeness(LinePair lines, std::span<const StretchPair> pairs,
                                           const StretchTable& stretches, double least) const {
  const SharedFeatures shared(story_.lines[lines.a], story_.lines[lines.b]);
  const double share = options_.character_share;
  std::vector<double> likenesses;
  for (const StretchPair& pair : pairs) {
    const double features =
        shared.likeness(stretches.of(lines.a), stretches.of(lines.b), pair, story_, options_);
    if (features < least) {
      likenesses.push_back(0);
      continue;
    }
    const double characters = cosine(vectors_[lines.a][pair.a], vectors_[lines.b][pair.b]);
    likenesses.push_back((1 - share) * features + share * characters);
  }
  return likenesses;
}

}  // namespace reprise::detail
