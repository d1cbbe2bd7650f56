// What a model's folder says of how much its likenesses count.
#include "reprise/meaning/learnt_weights.h"

#include <gtest/gtest.h>

#include "reprise/error.h"

namespace reprise::detail {
namespace {

std::string complaint(const std::string& bytes) {
  try {
    read_learnt_weights(bytes, "reprise.json");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

double of(const Evidences& weights, EvidenceKind kind) {
  return weights[static_cast<size_t>(kind)];
}

TEST(LearntWeights, EachPieceStandsInItsPlace) {
  const LearntWeights weights = read_learnt_weights(
      R"({"evidence": {"prose": {"surplus": -1.5, "none": -3}, "statements": {"meaning": 2e1}},
          "learnt": "of other keys nobody asks"})",
      "reprise.json");
  EXPECT_EQ(of(weights.prose, EvidenceKind::none), -3);
  EXPECT_EQ(of(weights.prose, EvidenceKind::surplus), -1.5);
  EXPECT_EQ(of(weights.prose, EvidenceKind::meaning), 0);
  EXPECT_EQ(of(weights.statements, EvidenceKind::meaning), 20);
}

TEST(LearntWeights, WhatIsNoneIsRefused) {
  for (const char* bytes : {"", "[]", "{}", R"({"evidence": {"prose": {}}})",
                            R"({"evidence": {"prose": {"likeness": "much"}, "statements": {}}})",
                            R"({"evidence": {"prose": {"likeness": 1e9}, "statements": {}}})",
                            R"({"evidence": {"prose": {"likelyness": 1}, "statements": {}}})"}) {
    EXPECT_TRUE(complaint(bytes).starts_with("reprise.json")) << bytes << ": " << complaint(bytes);
  }
  EXPECT_NE(complaint(R"({"evidence": {"prose": {"likelyness": 1}, "statements": {}}})")
                .find("\"likelyness\", which is no piece of evidence"),
            std::string::npos);
}

}  // namespace
}  // namespace reprise::detail
