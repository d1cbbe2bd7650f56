// Stretches of statements, and how alike two of them are by the terms that they share.
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
// Likeness is the cosine of the features, with the smoothing of the story added to each norm. If
// one of the two says "not" and the other doesn't, it counts less. word_likeness.h mixes it with
// that of the characters.
#pragma once

#include <cstdint>
#include <optional>
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
  StretchId between(size_t first, size_t last) const {
    return StretchId{of_[first * places_ + last]};
  }

 private:
  size_t find_or_add(TokenRange range, const Line& line);

  size_t places_;
  std::vector<TokenRange> ranges_;
  std::vector<double> values_;
  std::vector<char> negated_;
  std::vector<uint16_t> of_;  // by first and last place
};

// The stretches of those lines of a story that are compared.
class StretchTable {
 public:
  // Lines run in parallel.
  StretchTable(const Story& story, std::span<const LinePair> compared, const PointOptions& options);

  // REQUIRES: the line is in one of the pairs that are compared.
  const Stretches& of(LineId line) const { return *stretches_[line]; }

 private:
  std::vector<std::optional<Stretches>> stretches_;  // by line
};

// A stretch of one line and one of another, by their numbers.
struct StretchPair {
  StretchId a, b;
};

// What two lines share, and how alike their stretches are by it.
class SharedFeatures {
 public:
  SharedFeatures(const Line& a, const Line& b);

  struct Best {
    StretchPair stretches;
    double likeness = 0;  // in [0, 1]
  };
  // Returns the two stretches that are the most alike among those that begin and end at shared
  // terms; of equals, the shortest, then the first.
  Best best(const Stretches& a, const Stretches& b, const Story& story,
            const PointOptions& options) const;

  // Returns how alike two stretches are, in [0, 1].
  double likeness(const Stretches& a, const Stretches& b, StretchPair pair, const Story& story,
                  const PointOptions& options) const;

 private:
  // The places of one feature in one line.
  struct Places {
    const Feature* begin;
    const Feature* end;
  };
  struct Shared {
    Places in_a, in_b;
    double value;
  };
  using Side = Places Shared::*;  // one of the two lines

  // A stretch, with a bit for each shared feature that it holds.
  struct Held {
    uint64_t bits = 0;
    double value = 0;
    bool negated = false;
  };
  Held held(const Stretches& stretches, StretchId stretch, Side side) const;
  double likeness(const Held& a, const Held& b, const Story& story,
                  const PointOptions& options) const;
  std::vector<StretchId> proposed(const Stretches& stretches, const Line& line, Side side,
                                  const PointOptions& options) const;

  const Line &a_, &b_;
  std::vector<Shared> shared_;  // the first 64: terms before pairs of neighbours
};

}  // namespace reprise::detail
