#include "reprise/points/stretch.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "reprise/points/candidates.h"
#include "reprise/points/characters.h"
#include "support/collection.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Collection;
using support::Random;

// Texts with the story that all of them tell.
struct Told {
  explicit Told(const std::vector<std::string>& texts, const PointOptions& options = {})
      : collection(texts),
        table(make_statements(collection.units(), languages_of(collection.units(), "english"))) {
    std::vector<uint32_t> statements(table.statements.size()), voices(texts.size());
    std::iota(statements.begin(), statements.end(), 0u);
    std::iota(voices.begin(), voices.end(), 0u);
    story = make_story(statements, table, collection.units(), voices, options);
  }
  std::string words(const Line& line, TokenRange range) const {
    const uint32_t unit = line.statement->unit;
    return collection.text_of(unit, bytes_of(collection.units()[unit], range));
  }
  Collection collection;
  StatementTable table;
  Story story;
};

std::vector<std::string> random_texts(Random& random, int count, uint64_t words) {
  const support::Vocabulary vocabulary(80);
  std::vector<std::string> texts;
  for (int i = 0; i < count; ++i) {
    std::string text =
        support::write_text(support::make_words(words, vocabulary, random), random).bytes;
    if (random.chance(0.3)) {
      text += " It was not so, of course.";
    }
    texts.push_back(text);
  }
  return texts;
}

// The features of a stretch, each with its value, from the definition: terms, and neighbours one or
// two terms apart.
std::map<uint64_t, double> features_in(const Line& line, TokenRange range) {
  std::map<uint64_t, double> found;
  for (const Feature& f : line.features) {
    if (f.first >= range.begin && f.last < range.end && !found.contains(f.key)) {
      found[f.key] = f.value;
    }
  }
  return found;
}

TEST(Stretch, TheBestTwoAreThoseOfBruteForce) {
  Random random(5);
  const PointOptions options;
  for (int round = 0; round < 40; ++round) {
    const Told told(random_texts(random, 4, 50), options);
    const auto& lines = told.story.lines;
    for (size_t a = 0; a < lines.size(); ++a) {
      for (size_t b = a + 1; b < lines.size(); ++b) {
        const SharedFeatures shared(lines[a], lines[b]);
        const Stretches of_a(lines[a], options), of_b(lines[b], options);
        double best = 0;
        for (size_t i = 0; i < of_a.size(); ++i) {
          for (size_t j = 0; j < of_b.size(); ++j) {
            const auto x = features_in(lines[a], of_a.range(i)),
                       y = features_in(lines[b], of_b.range(j));
            double sum = 0, xx = told.story.smoothing, yy = told.story.smoothing;
            for (const auto& [key, value] : x) {
              xx += value, sum += y.contains(key) ? std::min(value, y.at(key)) : 0;
            }
            for (const auto& [key, value] : y) {
              yy += value;
            }
            const double opposed = of_a.negated(i) != of_b.negated(j) ? options.opposed : 1;
            const double expected = sum / std::sqrt(xx * yy) * opposed;
            EXPECT_NEAR(shared.likeness(of_a, i, of_b, j, told.story, options), expected, 0.02);
            best = std::max(best, shared.likeness(of_a, i, of_b, j, told.story, options));
          }
        }
        // The best may be a stretch without a shared term at an end, which is never proposed; but
        // hardly ever.
        const auto found = shared.best(of_a, of_b, told.story, options);
        EXPECT_LE(found.likeness, best + 1e-12);
        EXPECT_GE(found.likeness, 0.8 * best);
        if (found.likeness > 0) {
          EXPECT_DOUBLE_EQ(found.likeness,
                           shared.likeness(of_a, found.a, of_b, found.b, told.story, options));
        }
      }
    }
  }
}

TEST(Stretch, IsThePartOfALongSentenceThatSaysIt) {
  const Told told(
      {"The yard, which employs two hundred people in the old harbour of Quillhaven and wants to "
       "hire more, "
       "built the ferry with a budget of just 6 million euros, and the mayor praised the welders "
       "at length. It rained.",
       "Critics doubt that the ferry was built on a budget of 6 million euros. Nobody else said a "
       "word."});
  const PointOptions options;
  const auto& lines = told.story.lines;
  ASSERT_EQ(lines.size(), 4u);
  const Stretches a(lines[0], options), b(lines[2], options);
  const auto best = SharedFeatures(lines[0], lines[2]).best(a, b, told.story, options);
  EXPECT_EQ(told.words(lines[0], a.range(best.a)),
            "built the ferry with a budget of just 6 million euros");
}

TEST(Stretch, HasEnoughWordsAndEndsAtCuts) {
  Random random(9);
  PointOptions options;
  const Told told(random_texts(random, 20, 80), options);
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

TEST(Candidates, AreThoseOfBruteForce) {
  Random random(1);
  PointOptions options;
  options.rare_lines = 3;
  options.most_lines = 20;
  const Told told(random_texts(random, 30, 60), options);
  const auto& lines = told.story.lines;
  std::set<std::pair<uint32_t, uint32_t>> found;
  for (const LinePair& p : find_candidates(told.story, std::vector<char>(lines.size()), options)) {
    EXPECT_TRUE(found.emplace(p.a, p.b).second) << "a pair comes once";
  }
  for (uint32_t a = 0; a < lines.size(); ++a) {
    for (uint32_t b = a + 1; b < lines.size(); ++b) {
      uint32_t common = 0;
      bool rare = false;
      for (uint32_t term : lines[a].terms) {
        if (!std::binary_search(lines[b].terms.begin(), lines[b].terms.end(), term)) {
          continue;
        }
        if (told.story.holders[term] > options.most_lines) {
          continue;
        }
        ++common;
        rare |= told.story.holders[term] <= options.rare_lines;
      }
      EXPECT_EQ(found.contains({a, b}), lines[a].voice != lines[b].voice && (common >= 2 || rare))
          << a << ", " << b;
    }
  }
}

TEST(Characters, WordsOfOneFamilyAreAlike) {
  const Told told({"Exporters complained.", "The export was banned.", "Gulls sleep at noon."});
  const GramRarity rarity(told.story, told.collection.units());
  std::vector<GramVector> vectors;
  for (const Line& line : told.story.lines) {
    vectors.push_back(rarity.vector(line, line.statement->tokens, told.collection.units()));
  }
  EXPECT_NEAR(cosine(vectors[0], vectors[0]), 1, 1e-6);
  EXPECT_GT(cosine(vectors[0], vectors[1]), 0.1);
  EXPECT_LT(cosine(vectors[0], vectors[2]), 0.05);
}

TEST(Story, WeightsComeFromTheStory) {
  const Told told({"The ferry is late. The ferry is old.", "A ferry burns. The mayor sleeps."});
  const auto weight = [&](const std::string& word) {
    for (size_t t = 0; t < told.story.terms.size(); ++t) {
      if (told.table.words[told.story.terms[t]] == word) {
        return told.story.weights[t];
      }
    }
    return -1.0;
  };
  EXPECT_GT(weight("mayor"), weight("ferry"));
  EXPECT_NEAR(weight("mayor"), 1 + std::log(5 / 1.5), 1e-6);
  EXPECT_NEAR(weight("ferry"), 1 + std::log(5 / 3.5), 1e-6);
}

}  // namespace
}  // namespace reprise::detail
