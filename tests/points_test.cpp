#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "reprise/points/find.h"
#include "reprise/points/label.h"
#include "reprise/points/link.h"
#include "reprise/points/score.h"
#include "reprise/points/terms.h"
#include "support/collection.h"
#include "support/generator.h"

namespace reprise {
namespace {

using support::Random;

// Texts and the points that they share; each text is a voice of its own unless told otherwise.
struct Collection : support::Collection {
  using support::Collection::Collection;
  std::vector<Point> points(std::vector<uint32_t> voices = {}) const {
    for (auto d = static_cast<uint32_t>(voices.size()); d < units().size(); ++d) voices.push_back(d);
    return find_points(units(), voices, {});
  }
  std::string text_of(const Mention& m) const { return support::Collection::text_of(m.unit, m.span); }
};

std::vector<std::string> clauses_of(const std::string& text) {
  const Collection c({text});
  std::vector<std::string> found;
  for (const Clause& clause : make_clauses(c.units(), "english").clauses) found.emplace_back(clause.span.in(text));
  return found;
}

TEST(Clauses, SplitWhereAStatementBegins) {
  EXPECT_EQ(clauses_of(
                "The ferry was late again on Monday morning, and the island waited for eight long hours without news."),
            (std::vector<std::string>{"The ferry was late again on Monday morning",
                                      "and the island waited for eight long hours without news"}));
  EXPECT_EQ(clauses_of("The ferry was late, and the island waited.").size(), 1u) << "too short to be two statements";
  EXPECT_EQ(
      clauses_of("The council met late on Monday in the hall: nobody there wanted to pay for the new bridge alone")
          .size(),
      2u);
}

TEST(Clauses, AnEndlessSentenceIsCut) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "word" + std::to_string(i) + " ";
  const auto found = clauses_of(text);
  EXPECT_GE(found.size(), 1000u / 60);
  for (const auto& clause : found) EXPECT_LE(std::count(clause.begin(), clause.end(), ' '), 60);
}

TEST(Clauses, ALineOfOneWordStatesNothing) { EXPECT_TRUE(clauses_of("Advertisements\n\n").empty()); }

TEST(Clauses, UnknownLanguageIsRefused) {
  const Collection c({"text"});
  EXPECT_THROW(make_clauses(c.units(), "klingon"), std::invalid_argument);
}

TEST(Score, CandidatesAreThoseOfBruteForce) {
  Random random(1);
  const support::Vocabulary vocabulary(300);
  std::vector<std::string> texts;
  for (int i = 0; i < 30; ++i)
    texts.push_back(support::write_text(support::make_words(60, vocabulary, random), random).bytes);
  const Collection c(texts);
  const PointOptions options;
  const ClauseTable table = make_clauses(c.units(), options.language);
  std::map<std::pair<uint32_t, uint32_t>, double> scored;
  for (const ScoredPair& p : score_pairs(table, c.units(), options)) {
    EXPECT_GE(p.score, 0);
    EXPECT_LE(p.score, 1);
    EXPECT_TRUE(scored.emplace(std::pair(p.a, p.b), p.score).second) << "a pair comes once";
  }
  for (uint32_t a = 0; a < table.clauses.size(); ++a) {
    for (uint32_t b = a + 1; b < table.clauses.size(); ++b) {
      uint32_t common = 0;
      bool rare = false;
      for (uint32_t stem : table.clauses[a].stems) {
        if (!std::binary_search(table.clauses[b].stems.begin(), table.clauses[b].stems.end(), stem)) continue;
        ++common;
        rare |= table.clauses_of_stem[stem] <= options.rare_clauses;
      }
      const bool expected = table.clauses[a].unit != table.clauses[b].unit && (common >= 2 || rare);
      EXPECT_EQ(scored.contains({a, b}), expected) << a << ", " << b;
    }
  }
}

TEST(Score, TheSameWordsAreAlikeAndOthersAreNot) {
  const Collection c({"The harbour crane fell into the water.", "The harbour crane fell into the water!",
                      "The harbour crane will be painted green."});
  const ClauseTable table = make_clauses(c.units(), "english");
  const auto pairs = score_pairs(table, c.units(), {});
  ASSERT_EQ(pairs.size(), 3u);
  EXPECT_NEAR(pairs[0].score, 1, 1e-9);
  EXPECT_LT(pairs[1].score, 0.6);
}

// Average link by its definition: the mean over all cross pairs, recomputed before each merge.
std::vector<std::vector<uint32_t>> brute_force_link(uint32_t n,
                                                    const std::map<std::pair<uint32_t, uint32_t>, double>& score,
                                                    double least) {
  std::vector<std::vector<uint32_t>> groups;
  for (uint32_t i = 0; i < n; ++i) groups.push_back({i});
  while (true) {
    double best = -1;
    size_t best_a = 0, best_b = 0;
    for (size_t a = 0; a < groups.size(); ++a) {
      for (size_t b = a + 1; b < groups.size(); ++b) {
        double sum = 0;
        for (uint32_t x : groups[a]) {
          for (uint32_t y : groups[b]) {
            const auto it = score.find({std::min(x, y), std::max(x, y)});
            sum += it == score.end() ? 0 : it->second;
          }
        }
        const double average = sum / static_cast<double>(groups[a].size() * groups[b].size());
        if (average > best) best = average, best_a = a, best_b = b;
      }
    }
    if (best < least || groups.size() < 2) break;
    groups[best_a].insert(groups[best_a].end(), groups[best_b].begin(), groups[best_b].end());
    groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(best_b));
  }
  std::erase_if(groups, [](const auto& g) { return g.size() < 2; });
  for (auto& g : groups) std::sort(g.begin(), g.end());
  std::sort(groups.begin(), groups.end());
  return groups;
}

TEST(Link, GroupsAreThoseOfTheDefinition) {
  Random random(3);
  for (int round = 0; round < 60; ++round) {
    const uint32_t n = 4 + static_cast<uint32_t>(random.below(20));
    std::vector<ScoredPair> pairs;
    std::map<std::pair<uint32_t, uint32_t>, double> score;
    for (uint32_t a = 0; a < n; ++a) {
      for (uint32_t b = a + 1; b < n; ++b) {
        if (!random.chance(0.4)) continue;
        pairs.push_back({a, b, random.unit()});
        score[{a, b}] = pairs.back().score;
      }
    }
    EXPECT_EQ(average_link(n, pairs, 0.3), brute_force_link(n, score, 0.3)) << round;
  }
}

TEST(Link, AChainOfNeighboursDoesNotRunTogether) {
  std::vector<ScoredPair> chain;
  for (uint32_t i = 0; i + 1 < 10; ++i) chain.push_back({i, i + 1, 0.6});
  for (const auto& group : average_link(10, chain, 0.4)) EXPECT_LE(group.size(), 2u);
}

TEST(Points, ARestatedClaimIsOnePoint) {
  const Collection c({"The ferry will not sail before spring. Gulls are loud in the old harbour.",
                      "Islanders heard that no ferry is going to sail before next spring. The bakery has a new oven.",
                      "Rain is forecast for the weekend. Chess is played in the library on Sundays."});
  const auto found = c.points();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].documents, (std::vector<uint32_t>{0, 1}));
  EXPECT_EQ(found[0].voices, 2u);
  EXPECT_EQ(c.text_of(found[0].mentions[0]), "The ferry will not sail before spring");
  EXPECT_NE(std::find(found[0].terms.begin(), found[0].terms.end(), "ferry"), found[0].terms.end());
}

TEST(Points, WhatOnlyCopiesShareIsNoPoint) {
  const std::vector<std::string> texts{"The ferry will not sail before spring.",
                                       "The ferry will not sail before spring!"};
  EXPECT_EQ(Collection(texts).points().size(), 1u);
  EXPECT_EQ(Collection(texts).points({0, 0}).size(), 0u);
}

TEST(Points, FiguresThatDiffer) {
  const Collection c(
      {"The plant closes with the loss of 340 jobs.", "The union says that the plant closes and 430 jobs are lost."});
  const auto found = c.points();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(found[0].disagree);
  ASSERT_EQ(found[0].figures.size(), 2u);
  EXPECT_EQ(found[0].figures[1].mention, 1u);
  EXPECT_EQ(found[0].likeness, PointClass::restated);
}

TEST(Points, TheMoreVoicesTheEarlier) {
  const Collection c({"The ferry stays in port. The mayor wants a museum of salt.", "The mayor wants a museum of salt.",
                      "The ferry stays in port.", "The ferry stays in port."});
  const auto found = c.points();
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].documents.size(), 3u);
  EXPECT_EQ(found[0].likeness, PointClass::verbatim);
}

}  // namespace
}  // namespace reprise
