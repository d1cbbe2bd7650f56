// The whole search, from texts to points.
#include "reprise/points/find.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/collection.h"
#include "support/ids.h"

namespace reprise::detail {
namespace {

// Texts and the points that they share; each text is a voice of its own unless told otherwise.
struct Collection : support::Collection {
  using support::Collection::Collection;
  std::vector<Point> points(std::vector<uint32_t> voices = {}) const {
    for (auto d = static_cast<uint32_t>(voices.size()); d < units().size(); ++d) {
      voices.push_back(d);
    }
    return find_points(units(), voices, {}).points;
  }
  std::string text_of(const Mention& m) const {
    return support::Collection::text_of(m.unit, m.span);
  }
};

TEST(Points, ARestatedClaimIsOnePoint) {
  const Collection c(
      {"The ferry will not sail before spring. Gulls are loud in the old harbour.",
       "Islanders heard that no ferry is going to sail before next spring. The bakery has a new "
       "oven.",
       "Rain is forecast for the weekend. Chess is played in the library on Sundays."});
  const auto found = c.points();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].documents, support::ids<DocumentId>({0, 1}));
  EXPECT_EQ(found[0].voices, 2u);
  EXPECT_EQ(c.text_of(found[0].mentions[0]), "The ferry will not sail before spring");
  EXPECT_TRUE(std::any_of(
      found[0].terms.begin(), found[0].terms.end(),
      [](const BindingTerm& term) { return term.word == "ferry" && term.mentions == 2; }));
}

TEST(Points, WhatOnlyCopiesShareIsNoPoint) {
  const std::vector<std::string> texts{"The ferry will not sail before spring.",
                                       "The ferry will not sail before spring!"};
  EXPECT_EQ(Collection(texts).points().size(), 1u);
  EXPECT_EQ(Collection(texts).points({0, 0}).size(), 0u);
}

TEST(Points, FiguresThatDiffer) {
  const Collection c({"The plant closes with the loss of 340 jobs.",
                      "The union says that the plant closes and 430 jobs are lost."});
  const auto found = c.points();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].disagreements.size(), 1u);
  ASSERT_EQ(found[0].figures.size(), 2u);
  EXPECT_EQ(found[0].figures[1].mention, 1u);
  EXPECT_EQ(found[0].kind, PointClass::restated);
}

TEST(Points, FiguresThatDifferMakeAPoint) {
  const Collection c(
      {"The quake struck Norvane at dawn. At least 57 people were killed by it in "
       "the town of Norvane.",
       "Norvane lies in ruins. The toll of the quake rose to 124, said a mayor.",
       "A quake hit the town of Norvane and left 97 dead. Aid is on its way."});
  const auto found = c.points();
  const auto tolls = std::find_if(found.begin(), found.end(),
                                  [](const Point& point) { return !point.disagreements.empty(); });
  ASSERT_NE(tolls, found.end());
  EXPECT_EQ(tolls->documents, (support::ids<DocumentId>({0, 1, 2})));
  EXPECT_EQ(std::count_if(found.begin(), found.end(),
                          [](const Point& point) { return !point.disagreements.empty(); }),
            1);
}

TEST(Points, CopiesNeverContradictEachOther) {
  const std::string text = "The flood killed 40 people in the valley. The flood killed 90 people.";
  for (const Point& point : Collection({text, text, text}).points()) {
    EXPECT_TRUE(point.disagreements.empty());
  }
}

TEST(Points, TheMoreVoicesTheEarlier) {
  const Collection c({"The ferry stays in port. The mayor wants a museum of salt.",
                      "The mayor wants a museum of salt.", "The ferry stays in port.",
                      "The ferry stays in port."});
  const auto found = c.points();
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].documents.size(), 3u);
  EXPECT_EQ(found[0].kind, PointClass::verbatim);
}

TEST(Points, OneSentenceMayHoldMentionsOfSeveral) {
  const Collection c(
      {"Built for just 6 million euros in the old yard of Quillhaven, the ferry carries 400 "
       "passengers across the "
       "sound in under twenty minutes every day. It rained.",
       "Critics doubt that 6 million euros paid for a ferry from that old yard. Gulls are loud in "
       "the harbour.",
       "It crosses the sound in under twenty minutes with 400 passengers aboard. The bakery has a "
       "new oven."});
  const auto found = c.points();
  ASSERT_EQ(found.size(), 2u);
  EXPECT_NE(found[0].documents, found[1].documents);
  for (const Point& point : found) {
    EXPECT_EQ(point.mentions[0].unit, 0u);
  }
}

TEST(Points, ADenialIsListedAndNotCounted) {
  const Collection c({"The harbour office said that the crane had fallen into the water on Monday.",
                      "The crane had fallen into the water on Monday, dockers told us.",
                      "The owner denied that the crane had fallen into the water on Monday."});
  const auto found = c.points();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].mentions.size(), 3u);
  EXPECT_EQ(found[0].documents, support::ids<DocumentId>({0, 1}));
  EXPECT_EQ(found[0].voices, 2u);
  EXPECT_TRUE(found[0].mentions[2].denied);
  ASSERT_TRUE(found[0].mentions[0].attributed);
  EXPECT_EQ(c.support::Collection::text_of(0, *found[0].mentions[0].attributed),
            "The harbour office said");
}

TEST(Points, AMentionDoesNotBeginWithAnd) {
  const Collection c(
      {"Nobody came on Monday, and the harbour crane fell into the cold grey water. Gulls are "
       "loud.",
       "It rained for hours, and the harbour crane fell into the cold grey water. Bread is "
       "cheap."});
  const auto found = c.points();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(c.text_of(found[0].mentions[0]), "the harbour crane fell into the cold grey water");
}

}  // namespace
}  // namespace reprise::detail
