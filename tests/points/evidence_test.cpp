#include "reprise/points/evidence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <vector>

#include "support/told.h"

namespace reprise::detail {
namespace {

using support::Random;
using support::Told;

// What speaks for two places, as it mostly is where they state the same.
constexpr Evidence for_it{0.4, 0.4, 1, 0.2, 0.3, 0.1, 0.1, false};

TEST(Evidence, EachPieceCountsAsItsNameSays) {
  const double chance = chance_of(for_it, EvidenceOf::prose);
  EXPECT_GT(chance, 0.5);
  EXPECT_LT(chance, 1);
  const auto with = [](auto change) {
    Evidence evidence = for_it;
    change(evidence);
    return chance_of(evidence, EvidenceOf::prose);
  };
  EXPECT_GT(with([](Evidence& e) { e.likeness += 0.1; }), chance);
  EXPECT_GT(with([](Evidence& e) { e.sentences += 0.1; }), chance);
  EXPECT_GT(with([](Evidence& e) { e.shared += 0.1; }), chance);
  EXPECT_GT(with([](Evidence& e) { e.relative += 0.1; }), chance);
  EXPECT_GT(with([](Evidence& e) { e.support += 0.1; }), chance);
  EXPECT_LT(with([](Evidence& e) { e.place += 0.1; }), chance) << "further down";
  EXPECT_LT(with([](Evidence& e) { e.distance += 0.1; }), chance);
  EXPECT_LT(with([](Evidence& e) { e.opposed = true; }), chance);
}

TEST(Evidence, StatementsHaveNoPlaceInATextAndNoSentenceAround) {
  Evidence elsewhere = for_it;
  elsewhere.place = 0.9;
  elsewhere.distance = 0.9;
  elsewhere.sentences = 0;
  EXPECT_EQ(chance_of(elsewhere, EvidenceOf::statements),
            chance_of(for_it, EvidenceOf::statements));
}

TEST(Evidence, NothingSharedIsUnlikelyAndNothingIsCertain) {
  EXPECT_LT(chance_of({}, EvidenceOf::prose), 0.1);
  EXPECT_GT(chance_of({}, EvidenceOf::prose), 0);
  const Evidence all{1, 1, 5, 1, 1, 0, 0, false};
  EXPECT_GT(chance_of(all, EvidenceOf::prose), 0.99);
}

// The evidence of two places from its definition: everything is looked up anew, pair by pair.
class BruteJudge {
 public:
  BruteJudge(const PlacePairs& found, const Story& story) : found_(found), story_(story) {
    for (const ScoredPair& pair : found.pairs) {
      likeness_[{pair.a, pair.b}] = pair.score;
      likeness_[{pair.b, pair.a}] = pair.score;
    }
  }

  double chance(uint32_t a, uint32_t b) const {
    const Line& x = line(a);
    const Line& y = line(b);
    const bool placed = !x.whole && !y.whole;
    Evidence evidence;
    evidence.likeness = likeness(a, b);
    const double in_common = weight_of(common(terms(x), terms(y)));
    const double product =
        (weight_of(terms(x)) + story_.smoothing) * (weight_of(terms(y)) + story_.smoothing);
    evidence.sentences = in_common / std::sqrt(product);
    double says = 0;
    for (const StoryTermId term : common(inside(a), inside(b))) {
      says += story_.says[term];
    }
    evidence.shared = std::log(1 + says / story_.mean_says);
    evidence.relative = likeness(a, b) - std::max(usual(a), usual(b));
    for (uint32_t third = 0; third < found_.places.size(); ++third) {
      evidence.support =
          std::max(evidence.support, std::min(likeness(a, third), likeness(third, b)));
    }
    evidence.place = placed ? std::min(x.place, y.place) : 0.236;
    evidence.distance = placed ? std::abs(x.place - y.place) : 0.319;
    evidence.opposed = negated(a) != negated(b);
    const bool statements = x.whole && y.whole;
    return chance_of(evidence, statements ? EvidenceOf::statements : EvidenceOf::prose);
  }

 private:
  using Terms = std::set<StoryTermId>;

  const Line& line(uint32_t place) const { return story_.lines[found_.places[place].line]; }

  double likeness(uint32_t a, uint32_t b) const {
    const auto entry = likeness_.find({a, b});
    return entry == likeness_.end() ? 0 : entry->second;
  }

  static Terms terms(const Line& line) { return {line.terms.begin(), line.terms.end()}; }

  Terms inside(uint32_t place) const {
    const TokenRange tokens = found_.places[place].tokens;
    Terms terms;
    for (const Feature& feature : line(place).features) {
      if (feature.is_term() && feature.first >= tokens.begin && feature.last < tokens.end) {
        terms.insert(StoryTermId{feature.key});
      }
    }
    return terms;
  }

  static Terms common(const Terms& a, const Terms& b) {
    Terms terms;
    for (const StoryTermId term : a) {
      if (b.contains(term)) {
        terms.insert(term);
      }
    }
    return terms;
  }

  double weight_of(const Terms& terms) const {
    double sum = 0;
    for (const StoryTermId term : terms) {
      sum += story_.weights[term] * story_.weights[term];
    }
    return sum;
  }

  double usual(uint32_t place) const {
    std::map<LineId, double> by_line;
    for (uint32_t other = 0; other < found_.places.size(); ++other) {
      double& best = by_line[found_.places[other].line];
      best = std::max(best, likeness(place, other));
    }
    std::vector<double> likenesses(6);
    for (const auto& [_, best] : by_line) {
      likenesses.push_back(best);
    }
    std::sort(likenesses.rbegin(), likenesses.rend());
    double sum = 0;
    for (size_t i = 1; i <= 5; ++i) {
      sum += likenesses[i];
    }
    return sum / 5;
  }

  bool negated(uint32_t place) const {
    const TokenRange tokens = found_.places[place].tokens;
    const std::vector<uint32_t>& at = line(place).statement->negations;
    return std::any_of(at.begin(), at.end(),
                       [&](uint32_t n) { return n >= tokens.begin && n < tokens.end; });
  }

  const PlacePairs& found_;
  const Story& story_;
  std::map<std::pair<uint32_t, uint32_t>, double> likeness_;
};

TEST(Evidence, ChancesAreThoseOfBruteForce) {
  Random random(41);
  const PointOptions options;
  const Told told(support::random_texts(random, 10, 60), options);
  const PlacePairs found = find_places(told.story, told.units(), options);
  const std::vector<double> chances = find_chances(found, told.story);
  const BruteJudge brute(found, told.story);
  ASSERT_GT(found.pairs.size(), 20u);
  ASSERT_EQ(chances.size(), found.pairs.size());
  for (size_t i = 0; i < chances.size(); ++i) {
    const ScoredPair& pair = found.pairs[i];
    EXPECT_NEAR(chances[i], brute.chance(pair.a, pair.b), 2e-6);
    EXPECT_NEAR(found.roots[i].score, std::sqrt(chances[i]), 1e-12);
  }
}

TEST(Evidence, PiecesAddUpToTheChance) {
  for (const EvidenceOf kind : {EvidenceOf::prose, EvidenceOf::statements}) {
    double sum = 0;
    for (const double piece : log_odds_of(for_it, kind)) {
      sum += piece;
    }
    EXPECT_NEAR(chance_of(for_it, kind), 1 / (1 + std::exp(-sum)), 1e-6);
  }
}

TEST(Evidence, OfAGroupIsTheMeanOfItsPairs) {
  Random random(43);
  const PointOptions options;
  const Told told(support::random_texts(random, 10, 60), options);
  const PlacePairs found = find_places(told.story, told.units(), options);
  const std::vector<Evidence> evidence = find_evidence(found, told.story);
  const ScoredPair& first = found.pairs.front();
  std::vector<PlaceId> places{PlaceId{first.a}, PlaceId{first.b}};
  for (const ScoredPair& pair : found.pairs) {
    if (pair.a == first.a && places.size() < 6 && pair.b != first.b) {
      places.emplace_back(pair.b);
    }
  }
  ASSERT_GT(places.size(), 2u);
  std::vector<double> shared;
  for (size_t i = 0; i < found.pairs.size(); ++i) {
    const auto has = [&](uint32_t place) {
      return std::find(places.begin(), places.end(), PlaceId{place}) != places.end();
    };
    if (has(found.pairs[i].a) && has(found.pairs[i].b)) {
      shared.push_back(evidence[i].shared);
    }
  }
  double sum = 0;
  for (const double value : shared) {
    sum += value;
  }
  std::vector<Group> asked(2);
  asked[0].places = places;
  const std::vector<GroupEvidence> groups = find_group_evidence(asked, found, told.story);
  ASSERT_EQ(groups.size(), 2u);
  const PieceOfEvidence& piece = groups[0].pieces.at(static_cast<size_t>(EvidenceKind::shared));
  EXPECT_EQ(piece.kind, EvidenceKind::shared);
  EXPECT_NEAR(piece.value, sum / static_cast<double>(shared.size()), 1e-12);
  EXPECT_GT(groups[0].compared, 0);
  EXPECT_LE(groups[0].compared, 1);
  EXPECT_TRUE(groups[1].pieces.empty());
}

}  // namespace
}  // namespace reprise::detail
