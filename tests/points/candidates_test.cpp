// Candidates against all pairs of lines.
#include "reprise/points/candidates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "support/told.h"

namespace reprise::detail {
namespace {

using support::Random;
using support::Told;

std::vector<LinePair> brute_force_candidates(const Story& story, const PointOptions& options) {
  std::vector<LinePair> pairs;
  for (LineId a{0}; a < story.lines.size(); ++a) {
    for (LineId b{a + 1}; b < story.lines.size(); ++b) {
      const Line& x = story.lines[a];
      const Line& y = story.lines[b];
      uint32_t common = 0;
      bool one_is_rare = false;
      for (const StoryTermId term : x.terms) {
        const bool both_have_it = std::binary_search(y.terms.begin(), y.terms.end(), term);
        if (both_have_it && story.holders[term] <= options.most_lines) {
          ++common;
          one_is_rare |= story.holders[term] <= options.rare_lines;
        }
      }
      const bool is_enough = common >= options.least_terms || one_is_rare;
      const bool references_fit = !story.against_references || x.of_reference != y.of_reference;
      if (is_enough && references_fit && x.voice != y.voice) {
        pairs.push_back({a, b});
      }
    }
  }
  return pairs;
}

TEST(Candidates, AreThoseOfBruteForceInOrder) {
  Random random(1);
  PointOptions options;
  options.rare_lines = 3;
  options.most_lines = 20;
  for (const uint32_t least_terms : {1u, 2u, 3u}) {
    options.least_terms = least_terms;
    const Told told(support::random_texts(random, 30, 60), options);
    EXPECT_EQ(find_candidates(told.story, options), brute_force_candidates(told.story, options));
  }
}

TEST(Candidates, WithReferencesOneOfTheTwoIsAReferences) {
  Random random(2);
  const PointOptions options;
  const Told told(support::random_texts(random, 12, 40), options, DocumentId{8});
  const std::vector<LinePair> found = find_candidates(told.story, options);
  EXPECT_FALSE(found.empty());
  EXPECT_EQ(found, brute_force_candidates(told.story, options));
}

TEST(Candidates, OfOneVoiceThereAreNone) {
  const Told told({"The ferry is late. The ferry is late again."});
  EXPECT_TRUE(find_candidates(told.story, {}).empty());
}

TEST(Candidates, ATermThatMostLinesHaveProposesNothing) {
  std::vector<std::string> texts(10, "Gulls cry.");
  PointOptions options;
  options.rare_lines = 0;
  options.least_terms = 1;
  options.most_lines = 9;
  EXPECT_TRUE(find_candidates(Told(texts).story, options).empty());
  options.most_lines = 10;
  EXPECT_EQ(find_candidates(Told(texts).story, options).size(), 45u);
}

TEST(Candidates, OfTenThousandLinesThatShareOneNameAreFewerThanTenALine) {
  const support::Vocabulary vocabulary(5000);
  Random random(13);
  std::vector<std::string> texts;
  for (int d = 0; d < 100; ++d) {
    std::string text;
    for (int s = 0; s < 100; ++s) {
      const support::Words words = support::make_words(3, vocabulary, random);
      text += "Brannock " + support::write_text(words, random).bytes + ". ";
    }
    texts.push_back(text);
  }
  const Told told(texts);
  EXPECT_GT(told.story.lines.size(), 9900u);
  EXPECT_LT(find_candidates(told.story, {}).size(), 10 * told.story.lines.size());
}

}  // namespace
}  // namespace reprise::detail
