#include "reprise/passages/find_reuse.h"

#include <gtest/gtest.h>

#include "reprise/near/originals.h"
#include "reprise/passages/copies.h"

namespace reprise::detail {
namespace {

constexpr const char* sentence =
    "The harbour of Ostrell closed for nine days after the winter storm, and forty fishing boats "
    "were lost at sea. ";
constexpr const char* notice =
    "Subscribe to the weekly letter of our newsroom and read what nobody else dares to print. ";

struct Texts {
  explicit Texts(std::initializer_list<std::string> all) {
    for (const std::string& text : all) {
      documents.emplace_back().text = text;
    }
    originals = find_originals(documents);
  }
  ReuseFound find(std::span<const Document> ignored = {}, const PassageOptions& options = {}) {
    const ReuseSearch search{documents, originals.of_document, {}, ignored, {}, "english"};
    return find_reuse(make_units(documents, originals.documents, {}), search, options);
  }
  std::vector<Document> documents;
  Originals originals;
};

TEST(FindReuse, ACopyHoldsWhatItsOriginalHolds) {
  const std::string first = std::string(sentence) + "Nobody had expected so much water.";
  Texts texts{first, std::string("Last week's news in short. ") + sentence, first};
  const ReuseFound found = texts.find();
  ASSERT_EQ(found.units.size(), 3u);
  EXPECT_EQ(found.units[2].document, 2u);  // behind those that were given
  ASSERT_EQ(found.passages.size(), 2u);
  const Passage& of_copy = found.passages[1];
  EXPECT_EQ(of_copy.unit_a, 0u);
  EXPECT_EQ(of_copy.unit_b, 2u);
  EXPECT_EQ(of_copy.matched, found.units[0].tokens.size());
  EXPECT_EQ(of_copy.identity, 1);
  EXPECT_EQ(found.reuse[2].words, found.units[2].tokens.size());
}

TEST(FindReuse, WhatIgnoredTextsHoldDoesNotCount) {
  const std::string first = std::string("One thing happened. ") + notice;
  const std::string second = std::string("Quite another came later. ") + notice;
  Texts texts{first, second};
  ASSERT_EQ(texts.find().passages.size(), 1u);
  std::vector<Document> ignored(1);
  ignored[0].text = notice;
  const ReuseFound found = texts.find(ignored);
  EXPECT_TRUE(found.passages.empty());
  ASSERT_EQ(found.suppressed.size(), 1u);
  EXPECT_EQ(found.suppressed[0].reason, Suppression::ignored);
  EXPECT_EQ(found.reuse[0].words, 0u);
}

TEST(FindReuse, NothingIsFoundAmongNoTexts) {
  const ReuseFound found = Texts{}.find();
  EXPECT_TRUE(found.units.empty() && found.passages.empty() && found.reuse.empty());
}

TEST(Copies, StandBesideTheirOriginalsInClusters) {
  const Copies copies{{UnitId(1), {UnitId(4), UnitId(5)}}};
  std::vector<PassageCluster> clusters(2);
  clusters[0].spans = {{UnitId(0), {3, 9}}, {UnitId(1), {0, 6}}};
  clusters[1].spans = {{UnitId(2), {1, 2}}};
  add_copies_to_clusters(copies, clusters);
  const std::vector<PassageSpan> expected{
      {UnitId(0), {3, 9}}, {UnitId(1), {0, 6}}, {UnitId(4), {0, 6}}, {UnitId(5), {0, 6}}};
  EXPECT_TRUE(clusters[0].spans == expected);
  EXPECT_EQ(clusters[1].spans.size(), 1u);
}

TEST(Copies, OfShortTextsAreNoPassages) {
  Texts texts{"Too short.", "Too short."};
  const ReuseFound found = texts.find();
  EXPECT_EQ(found.units.size(), 1u);
  EXPECT_TRUE(found.passages.empty());
}

}  // namespace
}  // namespace reprise::detail
