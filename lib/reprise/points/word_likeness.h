// How alike two stretches are by their words, and by the characters of these.
//
// Lines are candidates that share terms (candidates.h); their best stretches are those whose
// features agree the most (stretch.h). Their likeness is a mean of two cosines: that of the
// features, and that of character 4-grams (characters.h), which sees "export" in "exporters" and
// "e-mail" in "email". Letters that agree where no words do are chance, so where the features come
// to less than what is asked, the characters aren't looked at and the likeness is 0.
//
//     "With a budget of $6 million"  "Exporters were angry"    features 0: likeness 0
//     "a training cost of $6 million"  "a budget of $6 million"
//                                      features 0.5, characters 0.6: 0.55 × 0.5 + 0.45 × 0.6
#pragma once

#include <vector>

#include "reprise/points/characters.h"
#include "reprise/points/likeness.h"

namespace reprise::detail {

class WordLikeness : public LikenessSource {
 public:
  WordLikeness(const Story& story, std::span<const TextUnit> units, const PointOptions& options);

  double weight() const override { return 1; }
  std::vector<LinePair> candidates() const override;
  std::optional<StretchPair> best(LinePair lines, const StretchTable& stretches) const override;
  void prepare(std::span<const LineStretch> stretches, const StretchTable& table) override;
  std::vector<double> likeness(LinePair lines, std::span<const StretchPair> pairs,
                               const StretchTable& stretches, double least) const override;

 private:
  const Story& story_;
  std::span<const TextUnit> units_;
  const PointOptions& options_;
  std::vector<std::vector<GramVector>> vectors_;  // by line, then stretch; empty until prepared
};

}  // namespace reprise::detail
