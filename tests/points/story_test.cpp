// What terms weigh in a story, and what makes a line.
#include "reprise/points/story.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "support/told.h"

namespace reprise::detail {
namespace {

using support::Told;

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

TEST(Story, TermsArePairedWithTheNextTwo) {
  const Told told({"The crane hit a blue barge near noon. It rained.", "Crane, barge."});
  const Line& line = told.story.lines[told.line("crane hit")];
  std::vector<std::string> pairs;
  for (const Feature& feature : line.features) {
    if (!feature.is_term()) {
      pairs.push_back(told.words(line, {feature.first, feature.last + 1}));
    }
  }
  std::sort(pairs.begin(), pairs.end());
  EXPECT_EQ(pairs, (std::vector<std::string>{"barge near", "barge near noon", "blue barge",
                                             "blue barge near", "crane hit", "crane hit a blue",
                                             "hit a blue", "hit a blue barge", "near noon"}));
}

TEST(Story, ALineIsWholeIfItIsAllOfItsTextOrAReferences) {
  const Told told({"The ferry is late.", "The ferry is old. It rained on us.",
                   "A reference speaks of ferries. It speaks twice."},
                  {}, DocumentId{2});
  EXPECT_TRUE(told.story.lines[told.line("is late")].whole);
  EXPECT_FALSE(told.story.lines[told.line("is old")].whole);
  EXPECT_TRUE(told.story.lines[told.line("speaks twice")].whole);
}

TEST(Story, LinesAreComparableAcrossVoicesAndAgainstReferencesOnly) {
  const std::vector<std::string> texts{"The ferry is late. It is old.", "A ferry burns.",
                                       "No ferry burns."};
  const Told told(texts);
  EXPECT_FALSE(are_comparable(told.story, told.line("late"), told.line("old")));
  EXPECT_TRUE(are_comparable(told.story, told.line("late"), told.line("A ferry")));
  const Told against(texts, {}, DocumentId{2});
  EXPECT_FALSE(are_comparable(against.story, against.line("late"), against.line("A ferry")));
  EXPECT_TRUE(are_comparable(against.story, against.line("late"), against.line("No ferry")));
}

}  // namespace
}  // namespace reprise::detail
