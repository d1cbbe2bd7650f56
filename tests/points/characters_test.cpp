// What words of one family have in common.
#include "reprise/points/characters.h"

#include <gtest/gtest.h>

#include <vector>

#include "support/told.h"

namespace reprise::detail {
namespace {

using support::Told;

TEST(Characters, WordsOfOneFamilyAreAlike) {
  const Told told({"Exporters complained.", "The export was banned.", "Gulls sleep at noon."});
  const GramRarity rarity(told.story, told.units());
  std::vector<GramVector> vectors;
  for (const Line& line : told.story.lines) {
    vectors.push_back(rarity.vector(line, line.statement->tokens, told.units()));
  }
  EXPECT_NEAR(cosine(vectors[0], vectors[0]), 1, 1e-6);
  EXPECT_GT(cosine(vectors[0], vectors[1]), 0.1);
  EXPECT_LT(cosine(vectors[0], vectors[2]), 0.05);
}

}  // namespace
}  // namespace reprise::detail
