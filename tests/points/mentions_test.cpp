// Places of a story, and what a second source of likeness adds to them.
#include "reprise/points/mentions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "reprise/base/parallel.h"
#include "reprise/points/candidates.h"
#include "reprise/points/characters.h"
#include "support/told.h"

namespace reprise::detail {
namespace {

// Sources of likeness keep a reference to their options.
const PointOptions usual_options;

using support::Random;
using support::Told;

// Returns the likeness of two places of a story by words and characters, from the definition.
double likeness_of(const MentionPlace& x, const MentionPlace& y, const Told& told,
                   const GramRarity& rarity, const PointOptions& options) {
  const auto stretch_of = [](const Stretches& stretches, TokenRange tokens) {
    StretchId found{0};
    while (stretches.range(found) != tokens) {
      ++found;
    }
    return found;
  };
  const Line& a = told.story.lines[x.line];
  const Line& b = told.story.lines[y.line];
  const Stretches of_a(a, options);
  const Stretches of_b(b, options);
  const StretchPair pair{stretch_of(of_a, x.tokens), stretch_of(of_b, y.tokens)};
  const double features = SharedFeatures(a, b).likeness(of_a, of_b, pair, told.story, options);
  const double characters =
      cosine(rarity.vector(a, x.tokens, told.units()), rarity.vector(b, y.tokens, told.units()));
  const double share = options.character_share;
  return features < 0.05 ? 0 : (1 - share) * features + share * characters;
}

TEST(Mentions, PlacesOfOneLineAreNotNearlyTheSame) {
  Random random(20);
  const PointOptions options;
  const Told told(support::random_texts(random, 20, 80), options);
  const std::vector<MentionPlace> places = find_places(told.story, told.units(), options).places;
  EXPECT_GT(places.size(), 20u);
  for (const MentionPlace& x : places) {
    EXPECT_EQ(x.voice, told.story.lines[x.line].voice);
    for (const MentionPlace& y : places) {
      if (&x == &y || x.line != y.line) {
        continue;
      }
      const uint32_t begin = std::max(x.tokens.begin, y.tokens.begin);
      const uint32_t end = std::max(begin, std::min(x.tokens.end, y.tokens.end));
      const uint32_t longer = std::max(x.tokens.size(), y.tokens.size());
      EXPECT_LT(end - begin, options.same_place * longer);
    }
  }
}

TEST(Mentions, PairsHaveTheLikenessOfTheDefinitionInOrder) {
  Random random(21);
  const PointOptions options;
  const Told told(support::random_texts(random, 12, 60), options);
  const PlacePairs found = find_places(told.story, told.units(), options);
  const GramRarity rarity(told.story, told.units());
  EXPECT_GT(found.pairs.size(), 20u);
  std::pair<uint32_t, uint32_t> before{0, 0};
  for (const ScoredPair& pair : found.pairs) {
    EXPECT_LT(before, std::pair(pair.a, pair.b));
    before = {pair.a, pair.b};
    const MentionPlace& first = found.places[pair.a];
    const MentionPlace& second = found.places[pair.b];
    const bool in_order = first.line < second.line;
    EXPECT_NE(first.voice, second.voice);
    EXPECT_GE(pair.score, 0.05);
    EXPECT_NEAR(
        pair.score,
        likeness_of(in_order ? first : second, in_order ? second : first, told, rarity, options),
        1e-12);
  }
}

TEST(Mentions, ThePairsOfTheLinesThatProposedAreAllThere) {
  Random random(22);
  const PointOptions options;
  const Told told(support::random_texts(random, 8, 50), options);
  const PlacePairs found = find_places(told.story, told.units(), options);
  const GramRarity rarity(told.story, told.units());
  std::set<LinePair> lines;  // that have a pair
  for (const ScoredPair& pair : found.pairs) {
    const auto [a, b] = std::minmax(found.places[pair.a].line, found.places[pair.b].line);
    lines.insert({a, b});
  }
  size_t expected = 0;
  for (const MentionPlace& x : found.places) {
    for (const MentionPlace& y : found.places) {
      if (lines.contains({x.line, y.line})) {
        expected += static_cast<size_t>(likeness_of(x, y, told, rarity, options) >= 0.05);
      }
    }
  }
  EXPECT_EQ(found.pairs.size(), expected);
}

TEST(Mentions, AreTheSameForOneThreadAndForFour) {
  Random random(23);
  const Told told(support::random_texts(random, 20, 60));
  const auto places_with = [&](unsigned threads) {
    const Workers workers(threads);
    const PlacePairs found = find_places(told.story, told.units(), {});
    std::vector<std::tuple<uint32_t, uint32_t, uint32_t>> places;
    for (const MentionPlace& p : found.places) {
      places.emplace_back(p.line, p.tokens.begin, p.tokens.end);
    }
    std::vector<std::tuple<uint32_t, uint32_t, double>> pairs;
    for (const ScoredPair& p : found.pairs) {
      pairs.emplace_back(p.a, p.b, p.score);
    }
    return std::pair(places, pairs);
  };
  EXPECT_EQ(places_with(1), places_with(4));
}

TEST(Mentions, AReferenceIsPairedWithOthersAlone) {
  const Told told({"The ferry stays in port.", "No ferry stays in port.", "A ferry stays in port."},
                  {}, DocumentId{2});
  const PlacePairs found = find_places(told.story, told.units(), {});
  ASSERT_EQ(found.pairs.size(), 2u);
  for (const ScoredPair& pair : found.pairs) {
    const VoiceId a = found.places[pair.a].voice;
    const VoiceId b = found.places[pair.b].voice;
    EXPECT_TRUE(a == VoiceId{2} || b == VoiceId{2});
  }
}

// A source that knows of some texts that they say the same, and of nothing else; whole lines only.
class Oracle : public LikenessSource {
 public:
  Oracle(const Told& told, std::vector<LinePair> alike, double likeness, double weight = 1)
      : told_(told), alike_(std::move(alike)), likeness_(likeness), weight_(weight) {}

  double weight() const override { return weight_; }
  std::vector<LinePair> candidates() const override { return alike_; }
  std::optional<StretchPair> best(LinePair lines, const StretchTable& stretches) const override {
    if (!knows(lines)) {
      return std::nullopt;
    }
    return StretchPair{whole(stretches.of(lines.a), lines.a),
                       whole(stretches.of(lines.b), lines.b)};
  }
  void prepare(std::span<const LineStretch> stretches, const StretchTable&) override {
    prepared += stretches.size();
  }
  std::vector<double> likeness(LinePair lines, std::span<const StretchPair> pairs,
                               const StretchTable&, double) const override {
    return std::vector<double>(pairs.size(), knows(lines) ? likeness_ : 0);
  }

  size_t prepared = 0;

 private:
  bool knows(LinePair lines) const {
    return std::find(alike_.begin(), alike_.end(), lines) != alike_.end();
  }
  StretchId whole(const Stretches& stretches, LineId line) const {
    StretchId best{0};
    for (StretchId i{0}; i < stretches.size(); ++i) {
      best = stretches.range(i).size() > stretches.range(best).size() ? i : best;
    }
    EXPECT_EQ(stretches.range(best), told_.story.lines[line].statement->tokens);
    return best;
  }

  const Told& told_;
  std::vector<LinePair> alike_;
  double likeness_;
  double weight_;
};

const std::vector<std::string> paraphrases{"The ferry stays in port.", "No boat will sail.",
                                           "A ferry stays at the pier."};

TEST(LikenessSources, ASecondOneFindsWhatSharesNoWord) {
  const Told told(paraphrases);
  const LineId ferry = told.line("stays in port");
  const LineId boat = told.line("No boat");
  LikenessSources sources = likeness_sources(told.story, told.units(), usual_options);
  ASSERT_EQ(find_places(told.story, sources, {}).pairs.size(), 1u) << "by words";

  sources = likeness_sources(told.story, told.units(), usual_options);
  sources.push_back(std::make_unique<Oracle>(told, std::vector<LinePair>{{ferry, boat}}, 0.8, 0.5));
  const PlacePairs found = find_places(told.story, sources, {});
  ASSERT_EQ(found.pairs.size(), 2u);
  std::map<std::pair<LineId, LineId>, double> score;
  for (const ScoredPair& pair : found.pairs) {
    score[std::minmax(found.places[pair.a].line, found.places[pair.b].line)] = pair.score;
  }
  EXPECT_DOUBLE_EQ(score.at({ferry, boat}), 0.8 / 3) << "a third of it, for its weight is half";
}

TEST(LikenessSources, ASecondOneMayStandFirst) {
  const Told told(paraphrases);
  const std::vector<LinePair> alike{{told.line("stays in port"), told.line("No boat")}};
  LikenessSources sources;
  sources.push_back(std::make_unique<Oracle>(told, alike, 0.8));
  for (auto& source : likeness_sources(told.story, told.units(), usual_options)) {
    sources.push_back(std::move(source));
  }
  EXPECT_EQ(find_places(told.story, sources, {}).pairs.size(), 2u);
}

TEST(LikenessSources, ABlindOneLessensAllAlike) {
  Random random(24);
  const Told told(support::random_texts(random, 10, 60));
  const LikenessSources words = likeness_sources(told.story, told.units(), usual_options);
  LikenessSources both = likeness_sources(told.story, told.units(), usual_options);
  both.push_back(std::make_unique<Oracle>(told, std::vector<LinePair>(), 0.8));
  for (const LinePair& lines : all_candidates(words)) {
    const StretchTable stretches(told.story, std::vector<LinePair>{lines}, {});
    const std::vector<StretchPair> asked(1);
    const std::vector<LineStretch> wanted{{lines.a, StretchId{0}}, {lines.b, StretchId{0}}};
    words[0]->prepare(wanted, stretches);
    both[0]->prepare(wanted, stretches);
    EXPECT_DOUBLE_EQ(combined_likeness(both, lines, asked, stretches, 0.05)[0].all,
                     combined_likeness(words, lines, asked, stretches, 0.05)[0].all / 2);
  }
}

TEST(LikenessSources, AllAreToldOfEveryStretchThatIsProposed) {
  const Told told(paraphrases);
  LikenessSources sources = likeness_sources(told.story, told.units(), usual_options);
  const std::vector<LinePair> alike{{told.line("stays in port"), told.line("No boat")}};
  sources.push_back(std::make_unique<Oracle>(told, alike, 0.8));
  find_places(told.story, sources, {});
  EXPECT_EQ(dynamic_cast<const Oracle&>(*sources.back()).prepared, 4u)
      << "two of its own, two of the words'";
}

TEST(LikenessSources, TheMeanByWeightCounts) {
  const Told told(paraphrases);
  const LinePair lines{LineId{0}, LineId{1}};
  const StretchTable stretches(told.story, std::vector<LinePair>{lines}, {});
  LikenessSources sources;
  for (const auto& [likeness, weight] : {std::pair(0.5, 1.0), std::pair(0.9, 0.6)}) {
    sources.push_back(
        std::make_unique<Oracle>(told, std::vector<LinePair>{lines}, likeness, weight));
  }
  const std::vector<StretchPair> asked(2);
  for (const Likeness& likeness : combined_likeness(sources, lines, asked, stretches, 0.1)) {
    EXPECT_DOUBLE_EQ(likeness.all, (0.5 * 1.0 + 0.9 * 0.6) / 1.6);
    EXPECT_EQ(likeness.meaning, 0) << "none of the two looks at it";
  }
}

TEST(LikenessSources, CandidatesAreTheUnionInOrderEachOnce) {
  const Told told(paraphrases);
  const auto pair = [](uint32_t a, uint32_t b) {
    return LinePair{LineId{a}, LineId{b}};
  };
  LikenessSources sources;
  sources.push_back(
      std::make_unique<Oracle>(told, std::vector<LinePair>{pair(0, 2), pair(1, 2)}, 1));
  sources.push_back(
      std::make_unique<Oracle>(told, std::vector<LinePair>{pair(0, 1), pair(0, 2)}, 1));
  EXPECT_EQ(all_candidates(sources), (std::vector<LinePair>{pair(0, 1), pair(0, 2), pair(1, 2)}));
}

}  // namespace
}  // namespace reprise::detail
