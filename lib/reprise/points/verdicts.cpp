// Steps: the likeliest pairs are chosen, so many of each place; they are shown to the judge as a
// reader would see them; his verdicts, and what follows from two of them, become the roots that
// groups go by.
//
//     asked of the places 0, 1, 2 of three texts: 0-1, 1-2     0.9, 0.8
//     0-2 follows: 0.8, the less sure of the two
//     one group of three, of a mean root of (0.95 + 0.89 + 0.89) / 3
//
// Counter-example: 0-1 is 0.9 and 1-2 is 0.1: nothing follows for 0-2, which stays apart.
// Cost: see the header.
#include "reprise/points/verdicts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "reprise/points/clauses.h"
#include "reprise/points/trim.h"

namespace reprise::detail {
namespace {

// A verdict below it is taken for "no": nothing follows from it, but that.
constexpr double least_same = 0.05;

// Returns a place as the judge sees it.
JudgedStatement statement_at(const MentionPlace& place, const Story& story,
                             std::span<const TextUnit> units, std::span<const Document> documents) {
  const Statement& statement = *story.lines[place.line].statement;
  const TextUnit& unit = units[statement.unit];
  const TokenRange stretch = stretch_of_mention(place.tokens, statement, unit);
  const Span span = bytes_of_mention(stretch, statement, unit);
  const Span in_text = in_document(unit, span);
  JudgedStatement judged;
  judged.document = &documents[unit.document];
  judged.in_title = unit.field == Field::title;
  judged.begin = in_text.begin;
  judged.end = in_text.end;
  judged.text = span.in(unit.text);
  judged.sentence = bytes_of_sentence(statement, unit).in(unit.text);
  return judged;
}

}  // namespace

std::vector<size_t> pairs_to_ask(const PlacePairs& found, uint32_t most) {
  std::vector<size_t> order(found.pairs.size());
  for (size_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t x, size_t y) { return found.roots[x].score > found.roots[y].score; });
  std::vector<uint32_t> asked_of(found.places.size());
  std::vector<size_t> asked;
  for (const size_t i : order) {
    uint32_t& of_a = asked_of[found.pairs[i].a];
    uint32_t& of_b = asked_of[found.pairs[i].b];
    if (of_a < most && of_b < most) {
      ++of_a;
      ++of_b;
      asked.push_back(i);
    }
  }
  std::sort(asked.begin(), asked.end());
  return asked;
}

std::vector<ScoredPair> with_what_follows(std::span<const ScoredPair> verdicts,
                                          std::span<const MentionPlace> places) {
  std::map<std::pair<uint32_t, uint32_t>, double> all;
  std::vector<std::vector<std::pair<uint32_t, double>>> same_as(places.size());
  for (const ScoredPair& verdict : verdicts) {
    if (verdict.score >= least_same) {
      same_as[verdict.a].emplace_back(verdict.b, verdict.score);
      same_as[verdict.b].emplace_back(verdict.a, verdict.score);
    }
  }
  for (const auto& known : same_as) {
    for (const auto& [x, of_x] : known) {
      for (const auto& [y, of_y] : known) {
        if (x < y && places[x].voice != places[y].voice) {
          double& value = all[{x, y}];
          value = std::max(value, std::min(of_x, of_y));
        }
      }
    }
  }
  for (const ScoredPair& verdict : verdicts) {
    all[{verdict.a, verdict.b}] = verdict.score;  // what was asked is not overruled
  }
  std::vector<ScoredPair> pairs;
  for (const auto& [both, value] : all) {
    pairs.push_back({both.first, both.second, value});
  }
  return pairs;
}

void ask_judge(Judge& judge, const PointOptions& options, const Story& story,
               std::span<const TextUnit> units, PlacePairs& found) {
  const std::vector<size_t> asked = pairs_to_ask(found, options.judge.pairs);
  const bool by_meaning = !found.meanings.empty();
  std::vector<Question> questions;
  for (const size_t i : asked) {
    const ScoredPair& pair = found.pairs[i];
    Question question;
    question.a = statement_at(found.places[pair.a], story, units, judge.documents());
    question.b = statement_at(found.places[pair.b], story, units, judge.documents());
    question.likeness = pair.score;
    if (by_meaning) {
      question.meaning = found.meanings[i];
    }
    questions.push_back(question);
  }
  const std::vector<Verdict> verdicts = judge.ask(questions);
  std::vector<ScoredPair> ruled;
  for (size_t i = 0; i < asked.size(); ++i) {
    const ScoredPair& pair = found.pairs[asked[i]];
    ruled.push_back({pair.a, pair.b, verdicts[i].opposed ? 0 : verdicts[i].same});
  }
  // Likenesses stay beside the pairs that had one.
  std::map<std::pair<uint32_t, uint32_t>, size_t> before;
  for (size_t i = 0; i < found.pairs.size(); ++i) {
    before[{found.pairs[i].a, found.pairs[i].b}] = i;
  }
  PlacePairs now;
  for (const ScoredPair& verdict : with_what_follows(ruled, found.places)) {
    const auto known = before.find({verdict.a, verdict.b});
    const bool is_known = known != before.end();
    const double likeness = is_known ? found.pairs[known->second].score : 0;
    now.pairs.push_back({verdict.a, verdict.b, likeness});
    now.roots.push_back({verdict.a, verdict.b, std::sqrt(verdict.score)});
    if (by_meaning) {
      now.meanings.push_back(is_known ? found.meanings[known->second] : 0);
    }
  }
  found.pairs = std::move(now.pairs);
  found.roots = std::move(now.roots);
  found.meanings = std::move(now.meanings);
  found.are_judged = true;
}

}  // namespace reprise::detail
