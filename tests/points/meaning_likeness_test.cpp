// Likeness by meaning: which clauses are encoded, how vectors are centred, who are neighbours.
#include "reprise/points/meaning_likeness.h"

#include <gtest/gtest.h>

#include <cmath>

#include "reprise/points/find.h"
#include "reprise/points/mentions.h"
#include "support/tiny_model.h"
#include "support/told.h"

namespace reprise::detail {
namespace {

using support::Told;

const std::vector<std::string> texts{
    "The ferry will stay in the port until spring, because the engine of the boat has failed once "
    "more and nobody knows how to mend it. No boat will sail.",
    "No boat will sail in spring. The mayor wants a museum of salt instead of the old ferry port.",
    "The ferry stays in port. Onions were dear."};

class WithModel : public ::testing::Test {
 protected:
  WithModel() { write_tiny_model(support::make_tiny_model(), folder_); }
  support::TempFolder folder_;
};

TEST(MeaningLikeness, ClausesCoverTheLineAndAreLongEnough) {
  const Told told(texts);
  size_t several = 0;
  for (const Line& line : told.story.lines) {
    const std::vector<TokenRange> clauses = clauses_of(line, 9);
    EXPECT_EQ(clauses.front().begin, line.statement->tokens.begin);
    EXPECT_EQ(clauses.back().end, line.statement->tokens.end);
    for (size_t i = 0; i + 1 < clauses.size(); ++i) {
      EXPECT_EQ(clauses[i].end, clauses[i + 1].begin);
      EXPECT_GE(clauses[i].size(), 9u);
      EXPECT_GE(clauses[i + 1].size(), 9u);
    }
    several += clauses.size() > 1 ? 1U : 0U;
  }
  EXPECT_GT(several, 0u);
}

TEST(MeaningLikeness, CentredRowsHaveTheLengthOne) {
  Vectors vectors{2, {1, 0, 0, 1, 1, 0, 1, 0, 0.6F, 0.8F}};
  const std::vector<float> off = centre(vectors);
  EXPECT_NEAR(off[0], 3.6 / 10, 1e-6) << "the mean, times 5 / (5 + 5)";
  EXPECT_NEAR(off[1], 1.8 / 10, 1e-6);
  for (size_t i = 0; i < vectors.size(); ++i) {
    EXPECT_NEAR(std::hypot(vectors.row(i)[0], vectors.row(i)[1]), 1, 1e-6);
  }
  Vectors none{2, {}};
  EXPECT_EQ(centre(none), (std::vector<float>{0, 0}));
  Vectors zero{2, {0, 0}};
  centre(zero);
  EXPECT_EQ(zero.numbers, (std::vector<float>{0, 0}));
}

TEST_F(WithModel, CandidatesAreOfTwoVoicesAscendingEachOnce) {
  const Told told(texts);
  const Encoder encoder(folder_.path());
  const PointOptions options;
  const MeaningLikeness meaning(told.story, told.units(), options, encoder);
  const std::vector<LinePair> pairs = meaning.candidates();
  EXPECT_TRUE(std::is_sorted(pairs.begin(), pairs.end()));
  EXPECT_EQ(std::adjacent_find(pairs.begin(), pairs.end()), pairs.end());
  for (const LinePair& pair : pairs) {
    EXPECT_TRUE(are_comparable(told.story, pair.a, pair.b));
  }
}

TEST_F(WithModel, EqualTextsAreWhollyAlike) {
  const Told told(
      {"The ferry will stay in port.", "The ferry will stay in port.", "No boat, a sail."});
  const Encoder encoder(folder_.path());
  const PlacePairs found = find_places(told.story, told.units(), {}, &encoder);
  ASSERT_EQ(found.meanings.size(), found.pairs.size());
  ASSERT_FALSE(found.pairs.empty());
  EXPECT_NEAR(*std::max_element(found.meanings.begin(), found.meanings.end()), 1, 1e-4);
  for (const double meaning : found.meanings) {
    EXPECT_GE(meaning, 0);
    EXPECT_LE(meaning, 1);
  }
}

TEST_F(WithModel, WithoutAModelNothingIsSaidOfMeaning) {
  const Told told(texts);
  EXPECT_TRUE(find_places(told.story, told.units(), {}).meanings.empty());
}

}  // namespace
}  // namespace reprise::detail
