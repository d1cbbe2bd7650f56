// How alike two stretches are by what they mean: by the vectors that a model gives them.
//
//     "The ferry stays in port"   "No boat will sail before spring"    share no word; cosine 0.5
//
// - Vectors are centred on the story: what all of it is about tells none of its statements apart.
//   Of v the story's mean goes off, times n / (n + 5) for n vectors, since the mean of few is half
//   chance. That tells more than the choice of the model does.
// - A stretch is encoded by itself, for its part of an encoded sentence would know of the rest; but
//   one that is nearly an encoded one has the vector of that.
// - Lines become candidates if one is among the two nearest of the other, from a cosine of a half
//   on; for a judge, among the eight nearest from 0.3 on. For this a line is a few clauses: parts
//   of nine words and more between its cuts.
// - A cosine of 0.2 and less is chance: likeness is what lies above, stretched to [0, 1].
//
// Cosines are rounded, so that the last digits, which depend on the processor, decide little.
//
// Cost: that of encoding all clauses, and the stretches that words propose beside them; the square
// of the clauses of a story for neighbours, some 20 ns a pair. Both run in parallel.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/meaning/encoder.h"
#include "reprise/points/likeness.h"

namespace reprise::detail {

class MeaningLikeness : public LikenessSource {
 public:
  // Encodes the story's clauses. All that it is given must outlive it.
  MeaningLikeness(const Story& story, std::span<const TextUnit> units, const PointOptions& options,
                  const Encoder& encoder);

  double weight() const override { return 1; }
  bool sees_meaning() const override { return true; }
  const LearntWeights* learnt_weights() const override { return encoder_.learnt_weights(); }
  std::vector<LinePair> candidates() const override;
  std::optional<StretchPair> best(LinePair lines, const StretchTable& stretches) const override;
  void prepare(std::span<const LineStretch> stretches, const StretchTable& table) override;
  std::vector<double> likeness(LinePair lines, std::span<const StretchPair> pairs,
                               const StretchTable& stretches, double least) const override;

 private:
  // A stretch with its vector.
  struct Encoded {
    TokenRange tokens;
    size_t row;  // of vectors_
  };

  std::string_view text_of(LineId line, TokenRange tokens) const;
  void encode(std::span<const std::pair<LineId, TokenRange>> stretches);
  std::optional<StretchId> stretch_of(TokenRange clause, const Line& line,
                                      const Stretches& stretches) const;
  double cosine(size_t a, size_t b) const;
  const Encoded* find(LineId line, TokenRange tokens) const;

  const Story& story_;
  std::span<const TextUnit> units_;
  const PointOptions& options_;
  const Encoder& encoder_;
  Vectors vectors_;                              // centred, of length 1
  std::vector<float> mean_;                      // what was taken off
  std::vector<std::vector<Encoded>> clauses_;    // by line
  std::vector<std::vector<Encoded>> stretches_;  // by line: beside them, what was proposed
};

// Returns the line's clauses, in order: all of it if it is compared as a whole, else parts between
// cuts of `least_words` and more.
std::vector<TokenRange> clauses_of(const Line& line, uint32_t least_words);

// Centres the rows on what they have in common, and gives them the length 1; returns what was taken
// off. A row of zeros stays so.
std::vector<float> centre(Vectors& vectors);

}  // namespace reprise::detail
