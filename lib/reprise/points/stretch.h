// Stretches of statements, and how alike two of them are.
//
// One sentence often makes three points. So statements are not compared as wholes: of the stretches
// that hold what two of them share, each widened to the next cuts and to at least nine words, those
// two are chosen that are the most alike.
//
//     "achieving over 90% of the rival's score | with a budget of just $6 million | and fewer than
//       2,000 chips"
//     "At an estimated training cost of $6 million, | the model …"
//       -> "with a budget of just $6 million", "At an estimated training cost of $6 million"
//
// Likeness is the cosine of the features, with the smoothing of the story added to each norm, mixed
// with the cosine of character 3-, 4- and 5-grams, which sees "export" in "exporters" and "e-mail"
// in "email". If one of the two says "not" and the other doesn't, the cosine of the features counts
// less.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reprise/points/story.h"

namespace reprise::detail {

// The stretches of one line that begin at one of its terms and end at another, widened.
class Stretches {
 public:
  Stretches(const Line& line, const PointOptions& options);

  size_t size() const { return ranges_.size(); }
  TokenRange range(size_t i) const { return ranges_[i]; }
  // The sum of the values of the features in the stretch, each feature once.
  double value(size_t i) const { return values_[i]; }
  bool negated(size_t i) const { return negated_[i] != 0; }

  // Returns the stretch that reaches from the first to the second term, by their places in
  // Line::places.
  size_t between(size_t first, size_t last) const { return of_[first * places_ + last]; }

 private:
  size_t places_;
  std::vector<TokenRange> ranges_;
  std::vector<double> values_;
  std::vector<char> negated_;
  std::vector<uint16_t> of_;
};

// What two lines share, and how alike their stretches are by it.
class SharedFeatures {
 public:
  SharedFeatures(const Line& a, const Line& b);

  struct Best {
    size_t a = 0, b = 0;  // stretches
    double likeness = 0;  // in [0, 1]
  };
  // Returns the two stretches that are the most alike; of equals, the shortest, then the first.
  Best best(const Stretches& a, const Stretches& b, const Story& story,
            const PointOptions& options) const;

  // Returns how alike two stretches are, in [0, 1].
  double likeness(const Stretches& a, size_t i, const Stretches& b, size_t j, const Story& story,
                  const PointOptions& options) const;

 private:
  struct Shared {
    const Feature *a_begin, *a_end, *b_begin, *b_end;  // its places in each
  };
  uint64_t mask(TokenRange range, bool of_a) const;
  double likeness(uint64_t a, uint64_t b, double value_a, double value_b, bool opposed,
                  const Story& story, const PointOptions& options) const;
  std::vector<size_t> candidates(const Line& line, const Stretches& stretches, bool of_a,
                                 const PointOptions& options) const;

  const Line &a_, &b_;
  std::vector<Shared> shared_;  // the first 64: terms before pairs of neighbours
  std::vector<double> values_;
};

}  // namespace reprise::detail
