// Seeds, chains and alignment, each against a plain twin, and the whole search against planted
// passages.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "reprise/passages/align.h"
#include "reprise/passages/chain.h"
#include "reprise/passages/reuse.h"
#include "support/generator.h"
#include "support/texts.h"

namespace reprise::detail {
namespace {

using support::Random;
using support::Texts;

std::string random_text(size_t words, size_t vocabulary, Random& random) {
  std::string text;
  for (size_t i = 0; i < words; ++i) {
    text += "w" + std::to_string(random.below(vocabulary)) + " ";
  }
  return text;
}

// Every maximal run of at least n equal words, by comparing every place with every place.
std::set<std::tuple<uint32_t, uint32_t, uint32_t>> brute_force_runs(const TextUnit& a,
                                                                    const TextUnit& b, uint32_t n) {
  std::set<std::tuple<uint32_t, uint32_t, uint32_t>> runs;
  for (uint32_t i = 0; i < a.tokens.size(); ++i) {
    for (uint32_t j = 0; j < b.tokens.size(); ++j) {
      if (i > 0 && j > 0 && a.tokens[i - 1].hash == b.tokens[j - 1].hash) {
        continue;
      }
      uint32_t length = 0;
      while (i + length < a.tokens.size() && j + length < b.tokens.size() &&
             a.tokens[i + length].hash == b.tokens[j + length].hash) {
        ++length;
      }
      if (length >= n) {
        runs.insert({i, j, length});
      }
    }
  }
  return runs;
}

TEST(Seeds, RunsAreThoseOfBruteForce) {
  Random random(1);
  for (int round = 0; round < 30; ++round) {
    const Texts c(
        {random_text(120, 12, random), random_text(100, 12, random), random_text(60, 12, random)});
    const PassageOptions options{.seed = 3};
    std::map<std::pair<uint32_t, uint32_t>, std::set<std::tuple<uint32_t, uint32_t, uint32_t>>>
        found;
    for (const SharedRuns& shared : c.runs(options)) {
      for (const auto& r : shared.runs) {
        found[{shared.unit_a, shared.unit_b}].insert({r.a, r.b, r.length});
      }
    }
    for (uint32_t a = 0; a < 3; ++a) {
      for (uint32_t b = a + 1; b < 3; ++b) {
        EXPECT_EQ((found[{a, b}]), brute_force_runs(c.units()[a], c.units()[b], 3))
            << round << ": " << a << ", " << b;
      }
    }
  }
}

TEST(Seeds, WinnowingMissesNoRunThatIsLongEnough) {
  Random random(7);
  for (int round = 0; round < 4; ++round) {
    const Texts c({random_text(400, 3, random), random_text(400, 3, random)});
    for (const uint32_t seed : {6u, 7u, 8u, 11u}) {
      std::set<std::tuple<uint32_t, uint32_t, uint32_t>> found;
      for (const SharedRuns& shared : c.runs({.seed = seed, .most_holders = 1000000})) {
        for (const auto& r : shared.runs) {
          found.insert({r.a, r.b, r.length});
        }
      }
      // Of a gram with many places in one unit only the first 16 are kept: no brute force would do
      // that.
      for (const auto& run : found) {
        EXPECT_TRUE(brute_force_runs(c.units()[0], c.units()[1], seed).contains(run));
      }
      if (seed >= 8) {
        EXPECT_EQ(found, brute_force_runs(c.units()[0], c.units()[1], seed))
            << round << ", " << seed;
      }
    }
  }
}

TEST(Seeds, WhatManyTextsHoldIsComparedWithTwoOfThem) {
  const std::vector<std::string> texts(12,
                                       "all rights reserved by the publisher of this newspaper");
  const auto pairs = [&](uint32_t most) {
    return Texts(texts).runs({.most_holders = most}).size();
  };
  EXPECT_EQ(pairs(12), 66u);
  EXPECT_EQ(pairs(11), 11u + 10u);
}

TEST(Seeds, ReferencesAreHeldAgainstTheOthersAlone) {
  const std::vector<std::string> texts(4, "all rights reserved by the publisher of this newspaper");
  const Texts c(texts);
  const auto keys = c.keys();
  std::set<std::pair<uint32_t, uint32_t>> pairs;
  for (const Passage& p : find_passages({c.units(), {}, DocumentId(2)}, keys, {})) {
    pairs.insert({p.unit_a, p.unit_b});
  }
  EXPECT_EQ(pairs, (std::set<std::pair<uint32_t, uint32_t>>{{0, 2}, {0, 3}, {1, 2}, {1, 3}}));
}

TEST(Seeds, WhatManyTextsHoldIsComparedWithTheFirstReference) {
  const std::vector<std::string> texts(90,
                                       "all rights reserved by the publisher of this newspaper");
  const Texts c(texts);
  const auto keys = c.keys();
  std::set<std::pair<uint32_t, uint32_t>> pairs, expected;
  for (const Passage& p : find_passages({c.units(), {}, DocumentId(80)}, keys, {})) {
    pairs.insert({p.unit_a, p.unit_b});
  }
  for (uint32_t u = 0; u < 80; ++u) {
    expected.insert({u, 80});
  }
  EXPECT_EQ(pairs, expected);
}

TEST(Chain, RunsNeitherCrossNorOverlap) {
  Random random(2);
  for (int round = 0; round < 50; ++round) {
    const Texts c({random_text(200, 6, random), random_text(200, 6, random)});
    for (const SharedRuns& shared : c.runs({.seed = 2})) {
      for (const Chain& chain : make_chains(shared.runs, 10)) {
        for (size_t i = 0; i < chain.size(); ++i) {
          EXPECT_GT(chain[i].length, 0u);
          if (i == 0) {
            continue;
          }
          const auto& before = chain[i - 1];
          EXPECT_GE(chain[i].a, before.a + before.length);
          EXPECT_GE(chain[i].b, before.b + before.length);
          EXPECT_LE(chain[i].a - before.a - before.length, 10u);
          EXPECT_LE(chain[i].b - before.b - before.length, 10u);
        }
      }
    }
  }
}

TEST(Chain, ASmallGapJoinsAndALargeOneDoesNot) {
  const std::vector<reprise::detail::Run> near{{0, 0, 5}, {8, 9, 5}}, far{{0, 0, 5}, {40, 40, 5}},
      crossing{{0, 50, 5}, {8, 9, 5}};
  EXPECT_EQ(make_chains(near, 10).size(), 1u);
  EXPECT_EQ(make_chains(far, 10).size(), 2u);
  EXPECT_EQ(make_chains(crossing, 10).size(), 2u);
}

// The words that the two sides of a passage have in common, by the whole table.
uint32_t longest_common(std::span<const Token> a, std::span<const Token> b) {
  std::vector<std::vector<uint32_t>> t(a.size() + 1, std::vector<uint32_t>(b.size() + 1));
  for (size_t i = 0; i < a.size(); ++i) {
    for (size_t j = 0; j < b.size(); ++j) {
      t[i + 1][j + 1] = a[i].hash == b[j].hash ? t[i][j] + 1 : std::max(t[i][j + 1], t[i + 1][j]);
    }
  }
  return t[a.size()][b.size()];
}

TEST(Align, EditsAccountForEveryWord) {
  Random random(3);
  const support::Vocabulary vocabulary;
  for (int round = 0; round < 60; ++round) {
    const auto words = support::make_words(80, vocabulary, random);
    const auto copy = support::edited_copy(words, 0.15, vocabulary, random);
    const Texts c(
        {support::write_text(words, random).bytes, support::write_text(copy.words, random).bytes});
    for (const Passage& p : c.passages()) {
      uint32_t changed_a = 0, changed_b = 0, at_a = p.a.begin, at_b = p.b.begin;
      for (const Edit& e : p.edits) {
        EXPECT_EQ(e.a.begin - at_a, e.b.begin - at_b)
            << "equal words between two edits are as many on both sides";
        for (uint32_t i = 0; i < e.a.begin - at_a; ++i) {
          EXPECT_EQ(c.units()[0].tokens[at_a + i].hash, c.units()[1].tokens[at_b + i].hash);
        }
        EXPECT_EQ(e.kind == EditKind::insert, e.a.size() == 0);
        EXPECT_EQ(e.kind == EditKind::remove, e.b.size() == 0);
        changed_a += e.a.size();
        changed_b += e.b.size();
        at_a = e.a.end;
        at_b = e.b.end;
      }
      EXPECT_EQ(p.matched + changed_a, p.a.size());
      EXPECT_EQ(p.matched + changed_b, p.b.size());
      const auto side = [&](uint32_t u, TokenRange r) {
        return std::span(c.units()[u].tokens).subspan(r.begin, r.size());
      };
      EXPECT_LE(p.matched, longest_common(side(0, p.a), side(1, p.b)));
      EXPECT_DOUBLE_EQ(p.identity,
                       p.matched / static_cast<double>(std::max(p.a.size(), p.b.size())));
    }
  }
}

TEST(Passages, APlantedPassageIsFoundWhole) {
  Random random(4);
  const support::Vocabulary vocabulary(20000);
  for (int round = 0; round < 40; ++round) {
    const auto source = support::make_words(300, vocabulary, random),
               target = support::make_words(300, vocabulary, random);
    const auto planted = support::plant_passage(source, 100, 40, target, 150, random);
    const Texts c({planted.source.bytes, planted.target.bytes});
    const auto found = c.passages();
    ASSERT_EQ(found.size(), 1u) << round;
    const auto bytes = [&](uint32_t u, TokenRange r) {
      return Span{c.units()[u].tokens[r.begin].span.begin, c.units()[u].tokens[r.end - 1].span.end};
    };
    // Chance may make a neighbouring word or two equal.
    EXPECT_EQ(overlap(bytes(0, found[0].a), planted.in_source), planted.in_source.size());
    EXPECT_EQ(overlap(bytes(1, found[0].b), planted.in_target), planted.in_target.size());
    EXPECT_LE(found[0].a.size(), 46u);
  }
}

TEST(Passages, LightEditsDoNotTearAPassage) {
  Random random(5);
  const support::Vocabulary vocabulary(20000);
  size_t whole = 0;
  for (int round = 0; round < 40; ++round) {
    const auto words = support::make_words(100, vocabulary, random);
    const auto copy = support::edited_copy(words, 0.08, vocabulary, random);
    const Texts c(
        {support::write_text(words, random).bytes, support::write_text(copy.words, random).bytes});
    const auto found = c.passages();
    whole += found.size() == 1 && found[0].a.size() >= 90;
  }
  EXPECT_GE(whole, 38u);
}

TEST(Passages, UnrelatedTextsShareNone) {
  Random random(6);
  const support::Vocabulary vocabulary;
  std::vector<std::string> texts;
  for (int i = 0; i < 60; ++i) {
    texts.push_back(
        support::write_text(support::make_words(300, vocabulary, random), random).bytes);
  }
  EXPECT_LE(Texts(texts).passages().size(), 2u);
}

TEST(Passages, EndsMoveOverAnEditNearThem) {
  const Texts c(
      {"Last Monday evening the old harbour crane fell slowly into the cold grey water beside two "
       "empty ferries.",
       "Last Monday morning the old harbour crane fell slowly into the cold grey water beside "
       "three empty ferries."});
  const auto found = c.passages();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(c.text_of(0, found[0].a),
            "Last Monday evening the old harbour crane fell slowly into the cold grey water beside "
            "two empty ferries");
  EXPECT_EQ(found[0].matched, 16u);
  ASSERT_EQ(found[0].edits.size(), 2u);
  EXPECT_EQ(c.text_of(1, found[0].edits[0].b), "morning");
}

TEST(Passages, FunctionWordsAloneAreNone) {
  const std::string idle =
      "and so it was that they had been there for all of them and more than that";
  EXPECT_EQ(Texts({"Ships sail. " + idle, "Trains stop: " + idle}).passages().size(), 0u);
}

TEST(Passages, QuotedOnBothSides) {
  const std::string words =
      "the council will publish every single letter about the northern harbour this week";
  const auto quoted = [&](const std::string& a, const std::string& b) {
    const auto found = Texts({a, b}).passages();
    return found.size() == 1 && found[0].quoted;
  };
  EXPECT_TRUE(quoted("He said: \"" + words + "\".", "“" + words + "”, she wrote."));
  EXPECT_FALSE(quoted("He said: \"" + words + "\".", "She wrote that " + words));
}

TEST(Passages, OneWordRepeatedAMillionTimesEnds) {
  std::string a, b;
  for (int i = 0; i < 1000000; ++i) {
    a += "word ";
    b += "word ";
  }
  EXPECT_LE(Texts({a + "one", b + "two"}).passages().size(), 64u);
}

TEST(Passages, CoveredWordsCountOnce) {
  EXPECT_EQ(covered_words({}), 0u);
  EXPECT_EQ(covered_words({{5, 9}, {0, 3}, {7, 12}, {8, 10}}), 10u);
}

TEST(Seeds, AreFoundInGermanWhereEveryWordHasAnotherEnding) {
  const std::vector<std::string> texts{
      "Der Bürgermeister war nicht dabei. Kleine Häuser alter Städte, schöne Gärten, starke Stürme "
      "und schwere Fluten auf neuen Inseln, lange Strassen, breite Wege, hohe Berge, tiefe Täler.",
      "Das wurde dann auch von keinem gefragt. Kleinem Hause alten Städten, schönem Garten, "
      "starkem "
      "Sturme oder schweren Flut bei neuer Insel, langer Strasse, breitem Weg, hohem Berg, tiefem "
      "Tal."};
  EXPECT_FALSE(Texts(texts, "auto").runs({}).empty());
  EXPECT_TRUE(Texts(texts, "english").runs({}).empty());
}

TEST(Passages, OfFunctionWordsAloneAreNoneInAnyLanguage) {
  const std::vector<std::string> texts{
      "La ville dormait. Mais ce qu'il y a dans tout cela, c'est que je ne le suis pas. Le port "
      "attendait.",
      "Les enfants jouaient. Mais ce qu'il y a dans tout cela, c'est que je ne le suis pas. Une "
      "cloche sonnait."};
  EXPECT_TRUE(Texts(texts, "auto").passages().empty());
}

}  // namespace
}  // namespace reprise::detail
