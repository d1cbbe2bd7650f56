#include "reprise/points/stretch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "support/told.h"

namespace reprise::detail {
namespace {

using support::Random;
using support::Told;

// Likeness by its definition, of two lines of a story.
class Definition {
 public:
  Definition(const Story& story, const Line& a, const Line& b, const PointOptions& options)
      : story_(story), a_(a), b_(b), options_(options) {}

  // Returns the sum of what both stretches hold, by the norm of what each holds.
  double likeness(TokenRange of_a, TokenRange of_b) const {
    const auto in_a = features_in(a_, of_a);
    const auto in_b = features_in(b_, of_b);
    // Features weigh what they weigh where the line has them first.
    const auto all_of_a = features_in(a_, a_.statement->tokens);
    const auto all_of_b = features_in(b_, b_.statement->tokens);
    double shared = 0;
    for (const auto& [key, _] : in_a) {
      if (in_b.contains(key)) {
        shared += std::min(all_of_a.at(key), all_of_b.at(key));
      }
    }
    const double opposed = negated(a_, of_a) != negated(b_, of_b) ? options_.opposed : 1;
    return shared / std::sqrt(norm(a_, in_a) * norm(b_, in_b)) * opposed;
  }

  // Returns whether a stretch is one that reaches from a shared term to a shared term that stands
  // near enough.
  bool is_between_shared_terms(const Stretches& stretches, size_t number, bool of_a) const {
    const Line& line = of_a ? a_ : b_;
    for (size_t first = 0; first < line.places.size(); ++first) {
      for (size_t last = first; last < line.places.size(); ++last) {
        const bool is_short = line.places[last] - line.places[first] < options_.longest_stretch;
        const bool is_it = stretches.between(first, last) == number;
        if (is_it && is_short && is_shared_at(line, first) && is_shared_at(line, last)) {
          return true;
        }
      }
    }
    return false;
  }

 private:
  static std::map<uint64_t, double> features_in(const Line& line, TokenRange range) {
    std::map<uint64_t, double> found;
    for (const Feature& f : line.features) {
      if (f.first >= range.begin && f.last < range.end) {
        found.try_emplace(f.key, f.value);
      }
    }
    return found;
  }
  static bool negated(const Line& line, TokenRange range) {
    return std::any_of(line.statement->negations.begin(), line.statement->negations.end(),
                       [&](uint32_t token) { return token >= range.begin && token < range.end; });
  }
  double norm(const Line& line, const std::map<uint64_t, double>& features) const {
    double sum = line.whole ? 0 : story_.smoothing;
    for (const auto& [_, value] : features) {
      sum += value;
    }
    return sum;
  }
  // Returns whether both lines have the term that the line has at this place.
  bool is_shared_at(const Line& line, size_t place) const {
    const auto holds = [](const Line& l, StoryTermId term) {
      return std::binary_search(l.terms.begin(), l.terms.end(), term);
    };
    return std::any_of(line.features.begin(), line.features.end(), [&](const Feature& f) {
      return f.is_term() && f.first == line.places[place] && holds(a_, StoryTermId{f.key}) &&
             holds(b_, StoryTermId{f.key});
    });
  }

  const Story& story_;
  const Line& a_;
  const Line& b_;
  const PointOptions& options_;
};

// Calls with each two lines of some small stories.
template <class Call>
void for_pairs_of_lines(const PointOptions& options, Call call) {
  Random random(5);
  for (int round = 0; round < 40; ++round) {
    const Told told(support::random_texts(random, 4, 50), options);
    for (const Line& a : told.story.lines) {
      for (const Line& b : told.story.lines) {
        if (&a < &b) {
          call(told.story, a, b);
        }
      }
    }
  }
}

TEST(Stretch, LikenessIsThatOfTheDefinition) {
  const PointOptions options;
  for_pairs_of_lines(options, [&](const Story& story, const Line& a, const Line& b) {
    const Definition definition(story, a, b, options);
    const SharedFeatures shared(a, b);
    const Stretches of_a(a, options);
    const Stretches of_b(b, options);
    for (StretchId i{0}; i < of_a.size(); ++i) {
      for (StretchId j{0}; j < of_b.size(); ++j) {
        EXPECT_NEAR(shared.likeness(of_a, of_b, {i, j}, story, options),
                    definition.likeness(of_a.range(i), of_b.range(j)), 1e-12);
      }
    }
  });
}

TEST(Stretch, TheBestTwoAreThoseOfBruteForceBetweenSharedTerms) {
  const PointOptions options;
  for_pairs_of_lines(options, [&](const Story& story, const Line& a, const Line& b) {
    const Definition definition(story, a, b, options);
    const SharedFeatures shared(a, b);
    const Stretches of_a(a, options);
    const Stretches of_b(b, options);
    double best = 0;
    for (StretchId i{0}; i < of_a.size(); ++i) {
      for (StretchId j{0}; j < of_b.size(); ++j) {
        const bool is_proposed = definition.is_between_shared_terms(of_a, i, true) &&
                                 definition.is_between_shared_terms(of_b, j, false);
        if (is_proposed) {
          best = std::max(best, shared.likeness(of_a, of_b, {i, j}, story, options));
        }
      }
    }
    const SharedFeatures::Best found = shared.best(of_a, of_b, story, options);
    EXPECT_DOUBLE_EQ(found.likeness, best);
    if (found.likeness > 0) {
      EXPECT_DOUBLE_EQ(found.likeness,
                       shared.likeness(of_a, of_b, found.stretches, story, options));
    }
  });
}

// A stretch that ends at no shared term may be the best, since widening takes in what nobody knows
// of beforehand; such ones are never proposed.
TEST(Stretch, OfAllStretchesNoTwoAreMoreThanAQuarterMoreAlikeThanTheBestProposed) {
  const PointOptions options;
  for_pairs_of_lines(options, [&](const Story& story, const Line& a, const Line& b) {
    const SharedFeatures shared(a, b);
    const Stretches of_a(a, options);
    const Stretches of_b(b, options);
    const double found = shared.best(of_a, of_b, story, options).likeness;
    for (StretchId i{0}; i < of_a.size(); ++i) {
      for (StretchId j{0}; j < of_b.size(); ++j) {
        EXPECT_LE(shared.likeness(of_a, of_b, {i, j}, story, options), 1.25 * found);
      }
    }
  });
}

TEST(Stretch, IsThePartOfALongSentenceThatSaysIt) {
  const Told told(
      {"The yard, which employs two hundred people in the old harbour of Quillhaven and wants to "
       "hire more, built the ferry with a budget of just 6 million euros, and the mayor praised "
       "the welders at length. It rained.",
       "Critics doubt that the ferry was built on a budget of 6 million euros. Nobody else said a "
       "word."});
  const PointOptions options;
  const auto& lines = told.story.lines;
  ASSERT_EQ(lines.size(), 4u);
  const Stretches a(lines[0], options), b(lines[2], options);
  const auto best = SharedFeatures(lines[0], lines[2]).best(a, b, told.story, options);
  EXPECT_EQ(told.words(lines[0], a.range(best.stretches.a)),
            "built the ferry with a budget of just 6 million euros");
}

TEST(Stretch, HasEnoughWordsAndEndsAtCuts) {
  Random random(9);
  PointOptions options;
  const Told told(support::random_texts(random, 20, 80), options);
  for (const Line& line : told.story.lines) {
    const Stretches stretches(line, options);
    for (size_t i = 0; i < stretches.size(); ++i) {
      const TokenRange range = stretches.range(i);
      const auto& cuts = line.statement->cuts;
      EXPECT_TRUE(std::binary_search(cuts.begin(), cuts.end(), range.begin));
      EXPECT_TRUE(std::binary_search(cuts.begin(), cuts.end(), range.end));
      EXPECT_GE(range.size(), std::min(options.least_words, line.statement->tokens.size()));
    }
  }
}

TEST(Stretch, WhatIsDeniedIsLessAlike) {
  const PointOptions options;
  const auto likeness = [&](const std::string& second) {
    const Told told(
        {"The ferry sails in the spring.", second, "Gulls are loud.", "Bread is cheap."}, options);
    const Stretches a(told.story.lines[0], options), b(told.story.lines[1], options);
    return SharedFeatures(told.story.lines[0], told.story.lines[1])
        .best(a, b, told.story, options)
        .likeness;
  };
  EXPECT_NEAR(likeness("The ferry sails in spring."), 1, 1e-9);
  EXPECT_NEAR(likeness("The ferry does not sail in spring."), options.opposed, 1e-9);
}

}  // namespace
}  // namespace reprise::detail
