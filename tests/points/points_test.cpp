#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "reprise/points/disagree.h"
#include "reprise/points/find.h"
#include "reprise/points/link.h"
#include "reprise/points/select.h"
#include "reprise/points/stories.h"
#include "support/collection.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Random;

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

// Average link by its definition: the mean over all pairs of two voices, recomputed before each
// merge.
std::vector<std::vector<uint32_t>> brute_force_link(
    const std::vector<uint32_t>& voices,
    const std::map<std::pair<uint32_t, uint32_t>, double>& score, double least) {
  std::vector<std::vector<uint32_t>> groups;
  for (uint32_t i = 0; i < voices.size(); ++i) {
    groups.push_back({i});
  }
  while (true) {
    double best = -1;
    size_t best_a = 0, best_b = 0;
    for (size_t a = 0; a < groups.size(); ++a) {
      for (size_t b = a + 1; b < groups.size(); ++b) {
        double sum = 0, count = 0;
        for (uint32_t x : groups[a]) {
          for (uint32_t y : groups[b]) {
            if (voices[x] == voices[y]) {
              continue;
            }
            const auto it = score.find({std::min(x, y), std::max(x, y)});
            sum += it == score.end() ? 0 : it->second;
            ++count;
          }
        }
        const double average = count > 0 ? sum / count : 0;
        if (average > best) {
          best = average, best_a = a, best_b = b;
        }
      }
    }
    if (best < least || groups.size() < 2) {
      break;
    }
    groups[best_a].insert(groups[best_a].end(), groups[best_b].begin(), groups[best_b].end());
    groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(best_b));
  }
  std::erase_if(groups, [](const auto& g) { return g.size() < 2; });
  for (auto& g : groups) {
    std::sort(g.begin(), g.end());
  }
  std::sort(groups.begin(), groups.end());
  return groups;
}

TEST(Link, GroupsAreThoseOfTheDefinition) {
  Random random(3);
  for (int round = 0; round < 60; ++round) {
    std::vector<uint32_t> voices(4 + random.below(20));
    for (uint32_t& voice : voices) {
      voice = static_cast<uint32_t>(random.below(6));
    }
    std::vector<ScoredPair> pairs;
    std::map<std::pair<uint32_t, uint32_t>, double> score;
    for (uint32_t a = 0; a < voices.size(); ++a) {
      for (uint32_t b = a + 1; b < voices.size(); ++b) {
        if (voices[a] == voices[b] || !random.chance(0.4)) {
          continue;
        }
        pairs.push_back({a, b, random.unit()});
        score[{a, b}] = pairs.back().score;
      }
    }
    EXPECT_EQ(average_link(voices, pairs, 0.3), brute_force_link(voices, score, 0.3)) << round;
  }
}

TEST(Link, AChainOfNeighboursDoesNotRunTogether) {
  std::vector<ScoredPair> chain;
  std::vector<uint32_t> voices;
  for (uint32_t i = 0; i < 10; ++i) {
    voices.push_back(i);
  }
  for (uint32_t i = 0; i + 1 < 10; ++i) {
    chain.push_back({i, i + 1, 0.6});
  }
  for (const auto& group : average_link(voices, chain, 0.4)) {
    EXPECT_LE(group.size(), 2u);
  }
}

// Places on lines of their own, each of a voice of its own.
PlacePairs places(std::vector<MentionPlace> list, std::vector<ScoredPair> pairs) {
  return {std::move(list), std::move(pairs)};
}

TEST(Select, OverlapsAreOneMentionAndRepetitionsOneGroup) {
  const PlacePairs found =
      places({{0, {0, 10}, 0}, {0, {1, 10}, 0}, {1, {0, 9}, 1}, {2, {0, 9}, 2}, {0, {12, 22}, 0}},
             {{0, 2, 0.5}, {0, 3, 0.5}, {1, 2, 0.3}, {1, 3, 0.3}, {2, 3, 0.6}, {3, 4, 0.4}});
  const auto groups = select_groups({{0, 1, 2}, {1, 3}, {3, 4}}, found, {});
  ASSERT_EQ(groups.size(), 3u);
  EXPECT_EQ(groups[0].places, (std::vector<uint32_t>{0, 2}))
      << "the weaker of two overlapping ones goes";
  EXPECT_DOUBLE_EQ(groups[0].likeness, 0.5);
  const auto merged = select_groups({{0, 2, 3}, {1, 2}}, found, {});
  ASSERT_EQ(merged.size(), 1u) << "both mentions of the second are those of the first";
  EXPECT_EQ(merged[0].places, (std::vector<uint32_t>{0, 2, 3}));
}

TEST(Select, OneVoiceIsNoPointAndTwoMentionsNeedMore) {
  const PlacePairs found =
      places({{0, {0, 10}, 0}, {1, {0, 10}, 0}, {2, {0, 9}, 1}}, {{0, 2, 0.18}, {1, 2, 0.18}});
  EXPECT_TRUE(select_groups({{0, 1}}, found, {}).empty());
  EXPECT_TRUE(select_groups({{0, 2}}, found, {}).empty()) << "two are too few for so little";
  EXPECT_EQ(select_groups({{0, 1, 2}}, found, {}).size(), 1u);
}

TEST(Select, TheNearestGroupIsNamed) {
  const PlacePairs found = places({{0, {0, 10}, 0}, {1, {0, 9}, 1}, {2, {0, 9}, 2}, {3, {0, 9}, 3}},
                                  {{0, 1, 0.5}, {1, 2, 0.1}, {2, 3, 0.5}});
  const auto groups = select_groups({{0, 1}, {2, 3}}, found, {});
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[0].nearest, 1u);
  EXPECT_DOUBLE_EQ(groups[1].nearest_likeness, 0.1 / 4);
}

// A point with one mention for each figure.
Point with_figures(std::vector<Figure> figures) {
  Point point;
  for (const Figure& figure : figures) {
    point.figures.push_back({static_cast<uint32_t>(point.mentions.size()), figure});
    point.mentions.emplace_back();
  }
  return point;
}

Figure money(std::optional<double> low, std::optional<double> high, const std::string& of = "") {
  Figure figure;
  figure.kind = FigureKind::money;
  figure.unit = "USD";
  figure.low = low, figure.high = high, figure.of = of;
  return figure;
}

// No document gives more than its mentions do.
bool nowhere_else(const Mention&, const Figure&) {
  return false;
}

TEST(Disagree, RangesThatDoNotMeet) {
  const auto count = [](std::vector<Figure> figures, std::vector<uint32_t> voices) {
    return find_disagreements(with_figures(std::move(figures)), voices, nowhere_else).size();
  };
  EXPECT_EQ(count({money(1, 2), money(3, 4)}, {0, 1}), 1u);
  EXPECT_EQ(count({money(1, 2), money(3, 4)}, {0, 0}), 0u)
      << "one voice does not contradict itself";
  EXPECT_EQ(count({money(1, 3), money(3, 4)}, {0, 1}), 0u);
  EXPECT_EQ(count({money(1, std::nullopt), money(3, 4)}, {0, 1}), 0u)
      << "open ends reach everything";
  Figure year = money(2020, 2020);
  year.kind = FigureKind::year, year.unit = "";
  EXPECT_EQ(count({year, year}, {0, 1}), 0u);
}

TEST(Disagree, TwoSumsInOneMentionAreComparedByWhatTheyAre) {
  Point point = with_figures({money(1, 2, "budget"), money(30, 40, "budget")});
  point.figures.push_back({0, money(50, 60, "debt")});
  const std::vector<uint32_t> voices{0, 1};
  EXPECT_EQ(find_disagreements(point, voices, nowhere_else),
            (std::vector<std::pair<uint32_t, uint32_t>>{{0, 1}}));
  point.mentions[1].denied = true;
  EXPECT_TRUE(find_disagreements(point, voices, nowhere_else).empty())
      << "what is denied is nobody's figure";
}

TEST(Disagree, OfOneVoicesFiguresTheOneThatIsMostLikeTheOthersCounts) {
  Point point =
      with_figures({money(1, 1, "loss"), money(5, 5, "evaporation"), money(36, 36, "debt")});
  const std::vector<uint32_t> voices{0, 1, 1};
  point.mentions[1].likeness = 0.4, point.mentions[2].likeness = 0.2;
  EXPECT_EQ(find_disagreements(point, voices, nowhere_else),
            (std::vector<std::pair<uint32_t, uint32_t>>{{0, 1}}));
}

TEST(Disagree, WhoGivesTheOthersFigureElsewhereSpeaksOfTwoThings) {
  const Point point = with_figures({money(100, 100), money(6, 6)});
  const std::vector<uint32_t> voices{0, 1};
  const auto gives_six = [](const Mention&, const Figure& figure) {
    return *figure.low == 6;
  };
  EXPECT_EQ(find_disagreements(point, voices, nowhere_else).size(), 1u);
  EXPECT_TRUE(find_disagreements(point, voices, gives_six).empty());
  const Point of_one_thing = with_figures({money(100, 100, "cost"), money(6, 6, "cost")});
  EXPECT_EQ(find_disagreements(of_one_thing, voices, gives_six).size(), 1u)
      << "it may quote the other to contradict it";
}

TEST(Points, ARestatedClaimIsOnePoint) {
  const Collection c(
      {"The ferry will not sail before spring. Gulls are loud in the old harbour.",
       "Islanders heard that no ferry is going to sail before next spring. The bakery has a new "
       "oven.",
       "Rain is forecast for the weekend. Chess is played in the library on Sundays."});
  const auto found = c.points();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].documents, (std::vector<uint32_t>{0, 1}));
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
  EXPECT_EQ(found[0].documents, (std::vector<uint32_t>{0, 1}));
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

// Articles of a story, each with its words; ten to a story.
std::vector<std::string> tell_stories(int stories, Random& random) {
  std::vector<std::string> texts;
  const support::Vocabulary common(400);
  for (int s = 0; s < stories; ++s) {
    std::vector<std::string> own;
    for (int w = 0; w < 30; ++w) {
      own.push_back("tale" + std::to_string(s) + "x" + std::to_string(w));
    }
    for (int d = 0; d < 6; ++d) {
      std::string text;
      for (int sentence = 0; sentence < 8; ++sentence) {
        for (int w = 0; w < 6; ++w) {
          text += own[random.below(own.size())] + " ";
        }
        text += support::write_text(support::make_words(6, common, random), random).bytes + ". ";
      }
      texts.push_back(text);
    }
  }
  return texts;
}

TEST(Stories, AreTheGroupsThatWereTold) {
  Random random(11);
  const Collection c(tell_stories(12, random));
  std::vector<uint32_t> voices;
  for (uint32_t d = 0; d < 72; ++d) {
    voices.push_back(d);
  }
  const PointsFound found = find_points(c.units(), voices, {});
  for (uint32_t d = 0; d < 72; ++d) {
    EXPECT_EQ(found.stories[d], d / 6) << d;
  }
  for (const Point& point : found.points) {
    for (uint32_t d : point.documents) {
      EXPECT_EQ(found.stories[d], point.story);
    }
    EXPECT_TRUE(!point.nearest || found.points[*point.nearest].story == point.story);
  }
}

TEST(Stories, ShortTextsBelongToTheNearest) {
  Random random(12);
  std::vector<std::string> texts = tell_stories(2, random);
  texts.push_back("tale1x1 tale1x2 tale1x3");
  texts.push_back("Something else altogether");
  texts.push_back("");
  const Collection c(texts);
  std::vector<uint32_t> voices;
  for (uint32_t d = 0; d < texts.size(); ++d) {
    voices.push_back(d);
  }
  const auto stories = find_points(c.units(), voices, {}).stories;
  EXPECT_EQ(stories[12], stories[6]);
  EXPECT_EQ(stories[13], 2u);
  EXPECT_EQ(stories[14], 3u);
}

TEST(Points, TenThousandSentencesThatShareOneNameAreQuick) {
  const support::Vocabulary vocabulary(5000);
  Random random(13);
  std::vector<std::string> texts;
  for (int d = 0; d < 100; ++d) {
    std::string text;
    for (int s = 0; s < 100; ++s) {
      text += "Brannock " +
              support::write_text(support::make_words(3, vocabulary, random), random).bytes + ". ";
    }
    texts.push_back(text);
  }
  const Collection c(texts);
  for (const Point& point : c.points()) {
    EXPECT_GE(point.voices, 2u);
  }
}

}  // namespace
}  // namespace reprise::detail
