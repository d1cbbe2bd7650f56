// Steps: each place gets its neighbours and the likeness that is usual for it; each pair gets its
// evidence from these, its lines, and the terms inside both places.
//
//     places 0, 1, 2 of three texts    0-1: 0.5, 0-2: 0.3, 1-2: 0.4
//     0-1: support by 2 is min(0.3, 0.4) = 0.3; behind its best, 1 has 0.4 and no others: 0.08 is
//     usual for it, and 0.06 for 0, so 0-1 is 0.5 - 0.08 above what is usual
#include "reprise/points/evidence.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <optional>

#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"

namespace reprise::detail {
namespace {

// Learnt from 93 news events with 2,784 points, and from 109 collections of statements.
constexpr Evidences of_prose{-3.058, 0.556, 3.419, 1.325, 3.804, 3.338, -1.395, -1.546, -0.583};
constexpr Evidences of_statements{-3.11, -1.037, 0, 0.672, 12.264, 8.182, 0, 0, -0.217};
// With all-MiniLM-L6-v2, from 92 of these events and 60 of these collections: meaning counts in the
// likeness, and beside that little more.
constexpr Evidences of_prose_with_meaning{-3.017, 1.497,  4.688,  0.862, 3.808, 2.653,
                                          -1.261, -1.459, -0.505, 0.557, -0.915};
constexpr Evidences of_statements_with_meaning{-2.339, -1.697, 3.18, 0.085, 9.696,
                                               5.68,   0,      0,    -0.453};

const Evidences& weights_of(EvidenceOf kind, const LearntWeights* learnt) {
  switch (kind) {
    case EvidenceOf::statements: return of_statements;
    case EvidenceOf::prose_with_meaning:
      return learnt != nullptr ? learnt->prose : of_prose_with_meaning;
    case EvidenceOf::statements_with_meaning:
      return learnt != nullptr ? learnt->statements : of_statements_with_meaning;
    case EvidenceOf::prose: break;
  }
  return of_prose;
}

// Where a line stands that is a text of its own: where most lines do.
constexpr double usual_place = 0.236;
constexpr double usual_distance = 0.319;

// What is usual for a place: the mean of so many likenesses behind its best.
constexpr size_t usual_counted = 5;

// A third place that supports a pair is among the best of both, so that a pair costs no more in a
// large story.
constexpr size_t most_supporters = 64;

// A verdict counts as no surer than that among log odds.
constexpr double surest = 0.9999;

struct Neighbour {
  PlaceId place;
  double likeness;
};

// The neighbours of each place, ascending by place.
using Neighbours = std::vector<std::vector<Neighbour>>;

// `likeness(i)`: of the i-th pair.
template <class Likeness>
Neighbours neighbours_of(const PlacePairs& found, const Likeness& likeness) {
  Neighbours neighbours(found.places.size());
  for (size_t i = 0; i < found.pairs.size(); ++i) {
    const ScoredPair& pair = found.pairs[i];
    neighbours[pair.a].push_back({PlaceId{pair.b}, likeness(i)});
    neighbours[pair.b].push_back({PlaceId{pair.a}, likeness(i)});
  }
  for (std::vector<Neighbour>& list : neighbours) {
    std::sort(list.begin(), list.end(),
              [](const Neighbour& x, const Neighbour& y) { return x.place < y.place; });
  }
  return neighbours;
}

// Returns the best of a place's neighbours, ascending by place; of equals, the first.
std::vector<Neighbour> best_of(std::vector<Neighbour> neighbours) {
  if (neighbours.size() <= most_supporters) {
    return neighbours;
  }
  std::stable_sort(neighbours.begin(), neighbours.end(),
                   [](const Neighbour& x, const Neighbour& y) { return x.likeness > y.likeness; });
  neighbours.resize(most_supporters);
  std::sort(neighbours.begin(), neighbours.end(),
            [](const Neighbour& x, const Neighbour& y) { return x.place < y.place; });
  return neighbours;
}

// Returns the mean of a place's five best likenesses but one, of each line the best alone; fewer
// count as if the others were 0.
double usual_likeness(std::span<const Neighbour> neighbours, const PlacePairs& found) {
  std::map<LineId, double> by_line;
  for (const Neighbour& neighbour : neighbours) {
    double& best = by_line[found.places[neighbour.place].line];
    best = std::max(best, neighbour.likeness);
  }
  std::vector<double> likenesses;
  for (const auto& [_, likeness] : by_line) {
    likenesses.push_back(likeness);
  }
  std::sort(likenesses.begin(), likenesses.end(), std::greater<>());
  double sum = 0;
  for (size_t i = 1; i < std::min(1 + usual_counted, likenesses.size()); ++i) {
    sum += likenesses[i];
  }
  return sum / static_cast<double>(usual_counted);
}

// Returns the greatest likeness that both have to one third place.
double support_of(const std::vector<Neighbour>& a, const std::vector<Neighbour>& b) {
  double best = 0;
  for_each_common(a, b, &Neighbour::place, [&](const Neighbour& x, const Neighbour& y) {
    best = std::max(best, std::min(x.likeness, y.likeness));
  });
  return best;
}

// Returns the sum of the values of the terms that both ascending lists hold.
double sum_of_shared(const std::vector<StoryTermId>& a, const std::vector<StoryTermId>& b,
                     const std::vector<double>& values) {
  double sum = 0;
  for_each_common(a, b, std::identity(),
                  [&](StoryTermId term, StoryTermId) { sum += values[term]; });
  return sum;
}

class Weigher {
 public:
  Weigher(const PlacePairs& found, const Story& story)
      : found_(found),
        story_(story),
        neighbours_(neighbours_of(found, [&](size_t i) { return found.pairs[i].score; })) {
    const size_t count = found.places.size();
    if (!found.meanings.empty()) {
      usual_meaning_.resize(count);
      const Neighbours by_meaning =
          neighbours_of(found, [&](size_t i) { return found.meanings[i]; });
      parallel_for(count,
                   [&](size_t i) { usual_meaning_[i] = usual_likeness(by_meaning[i], found_); });
    }
    usual_.resize(count);
    terms_.resize(count);
    negated_.resize(count);
    parallel_for(count, [&](size_t i) {
      const MentionPlace& place = found_.places[i];
      const Line& line = story_.lines[place.line];
      usual_[i] = usual_likeness(neighbours_[i], found_);
      neighbours_[i] = best_of(std::move(neighbours_[i]));
      terms_[i] = terms_in(line, place.tokens);
      negated_[i] = is_negated(line, place.tokens) ? 1 : 0;
    });
    for (const double weight : story.weights) {
      squares_.push_back(weight * weight);
    }
    for (const Line& line : story.lines) {
      norms_.push_back(sum_of_shared(line.terms, line.terms, squares_) + story.smoothing);
    }
  }

  double chance(size_t pair) const {
    return chance_of(evidence(pair), kind_of(found_.pairs[pair]), found_.weights);
  }

  EvidenceOf kind_of(const ScoredPair& pair) const {
    const bool both_whole = line_of(pair.a).whole && line_of(pair.b).whole;
    if (found_.meanings.empty()) {
      return both_whole ? EvidenceOf::statements : EvidenceOf::prose;
    }
    return both_whole ? EvidenceOf::statements_with_meaning : EvidenceOf::prose_with_meaning;
  }

  Evidence evidence(size_t number) const {
    const ScoredPair& pair = found_.pairs[number];
    const Line& a = line_of(pair.a);
    const Line& b = line_of(pair.b);
    const bool placed = !a.whole && !b.whole;
    Evidence evidence;
    evidence.likeness = pair.score;
    evidence.sentences = likeness_of_lines(found_.places[pair.a].line, found_.places[pair.b].line);
    evidence.shared = std::log1p(shared_by(pair.a, pair.b));
    evidence.relative = pair.score - std::max(usual_[pair.a], usual_[pair.b]);
    evidence.support = support_of(neighbours_[pair.a], neighbours_[pair.b]);
    evidence.place = placed ? std::min(a.place, b.place) : usual_place;
    evidence.distance = placed ? std::abs(a.place - b.place) : usual_distance;
    evidence.opposed = negated_[pair.a] != negated_[pair.b];
    if (!found_.meanings.empty()) {
      evidence.meaning = found_.meanings[number];
      evidence.surplus =
          evidence.meaning - std::max(usual_meaning_[pair.a], usual_meaning_[pair.b]);
    }
    return evidence;
  }

  // Returns the means of what is known of the pairs.
  GroupEvidence mean_evidence(std::span<const size_t> pairs) const {
    GroupEvidence means;
    const auto share = 1 / static_cast<double>(pairs.size());
    for (const size_t pair : pairs) {
      const Evidence known = evidence(pair);
      const Evidences values = values_of(known);
      const Evidences log_odds = log_odds_of(known, kind_of(found_.pairs[pair]), found_.weights);
      means.pieces.resize(values.size());
      for (size_t i = 0; i < values.size(); ++i) {
        means.pieces[i].kind = EvidenceKind(i);
        means.pieces[i].value += share * values[i];
        means.pieces[i].log_odds += share * log_odds[i];
      }
    }
    return means;
  }

  // Returns the mean of the judge's verdicts on the pairs.
  GroupEvidence mean_verdict(std::span<const size_t> pairs) const {
    double sum = 0;
    for (const size_t pair : pairs) {
      sum += found_.roots[pair].score * found_.roots[pair].score;
    }
    GroupEvidence verdict;
    if (!pairs.empty()) {
      const double mean = sum / static_cast<double>(pairs.size());
      const double sure = std::clamp(mean, 1 - surest, surest);
      verdict.pieces.push_back({EvidenceKind::verdict, mean, std::log(sure / (1 - sure))});
    }
    return verdict;
  }

  // Returns how many pairs of two voices the places have.
  double count_comparable(std::span<const PlaceId> places) const {
    double count = 0;
    for (size_t i = 0; i < places.size(); ++i) {
      for (size_t j = i + 1; j < places.size(); ++j) {
        count += found_.places[places[i]].voice != found_.places[places[j]].voice ? 1 : 0;
      }
    }
    return count;
  }

 private:
  const Line& line_of(uint32_t place) const { return story_.lines[found_.places[place].line]; }

  double likeness_of_lines(LineId a, LineId b) const {
    const double sum = sum_of_shared(story_.lines[a].terms, story_.lines[b].terms, squares_);
    return sum > 0 ? sum / std::sqrt(norms_[a] * norms_[b]) : 0;
  }

  // Returns what the terms that both places hold say, in mean terms.
  double shared_by(uint32_t a, uint32_t b) const {
    const double sum = sum_of_shared(terms_[a], terms_[b], story_.says);
    return story_.mean_says > 0 ? sum / story_.mean_says : 0;
  }

  const PlacePairs& found_;
  const Story& story_;
  Neighbours neighbours_;
  // By place: its usual likeness; its terms, ascending; whether it says "not".
  std::vector<double> usual_;
  std::vector<double> usual_meaning_;  // empty without a model
  std::vector<std::vector<StoryTermId>> terms_;
  std::vector<char> negated_;
  std::vector<double> squares_;  // by term: of its weight
  std::vector<double> norms_;    // by line: the sum of its terms' squares, smoothed
};

}  // namespace

Evidences values_of(const Evidence& evidence) {
  return {1,
          evidence.likeness,
          evidence.sentences,
          evidence.shared,
          evidence.relative,
          evidence.support,
          evidence.place,
          evidence.distance,
          evidence.opposed ? 1.0 : 0.0,
          evidence.meaning,
          evidence.surplus};
}

Evidences log_odds_of(const Evidence& evidence, EvidenceOf kind, const LearntWeights* learnt) {
  const Evidences& weights = weights_of(kind, learnt);
  Evidences log_odds = values_of(evidence);
  for (size_t i = 0; i < log_odds.size(); ++i) {
    log_odds[i] *= weights[i];
  }
  return log_odds;
}

double chance_of(const Evidence& evidence, EvidenceOf kind, const LearntWeights* learnt) {
  double sum = 0;
  for (const double piece : log_odds_of(evidence, kind, learnt)) {
    sum += piece;
  }
  return std::round(1e6 / (1 + std::exp(-sum))) / 1e6;
}

std::vector<Evidence> find_evidence(const PlacePairs& found, const Story& story) {
  const Weigher weigher(found, story);
  std::vector<Evidence> evidence(found.pairs.size());
  parallel_for(evidence.size(), [&](size_t i) { evidence[i] = weigher.evidence(i); });
  return evidence;
}

std::vector<GroupEvidence> find_group_evidence(std::span<const Group> groups,
                                               const PlacePairs& found, const Story& story) {
  const Weigher weigher(found, story);
  std::vector<std::optional<GroupId>> group_of(found.places.size());
  for (GroupId g{0}; g < groups.size(); ++g) {
    for (const PlaceId place : groups[g].places) {
      group_of[place] = g;
    }
  }
  std::vector<std::vector<size_t>> pairs(groups.size());
  for (size_t i = 0; i < found.pairs.size(); ++i) {
    const std::optional<GroupId> group = group_of[found.pairs[i].a];
    if (group && group == group_of[found.pairs[i].b]) {
      pairs[*group].push_back(i);
    }
  }
  std::vector<GroupEvidence> evidence(groups.size());
  parallel_for(groups.size(), [&](size_t g) {
    evidence[g] =
        found.are_judged ? weigher.mean_verdict(pairs[g]) : weigher.mean_evidence(pairs[g]);
    evidence[g].compared = static_cast<double>(pairs[g].size()) /
                           std::max(1.0, weigher.count_comparable(groups[g].places));
  });
  return evidence;
}

std::vector<double> find_chances(const PlacePairs& found, const Story& story) {
  const Weigher weigher(found, story);
  std::vector<double> chances(found.pairs.size());
  parallel_for(chances.size(), [&](size_t i) { chances[i] = weigher.chance(i); });
  return chances;
}

}  // namespace reprise::detail
