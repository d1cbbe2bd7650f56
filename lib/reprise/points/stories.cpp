#include "reprise/points/stories.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "reprise/base/parallel.h"
#include "reprise/points/link.h"

namespace reprise::detail {
namespace {

constexpr uint32_t least_article = 60;  // words; what is shorter is a statement
constexpr size_t most_documents =
    1000;  // a term in more documents is left out, so that the cost stays in bounds
constexpr double least_kept = 0.05;  // a likeness below it counts as none

struct WeightedTerm {
  uint32_t id = 0;
  double weight = 0;
};

// A document's terms, ascending, as a vector of length 1.
using DocumentVector = std::vector<WeightedTerm>;

std::vector<std::map<uint32_t, uint32_t>> count_terms(const StatementTable& table,
                                                      std::span<const TextUnit> units,
                                                      uint32_t documents) {
  std::vector<std::map<uint32_t, uint32_t>> counts(documents);
  for (const Statement& statement : table.statements) {
    for (const Term& term : statement.terms) {
      ++counts[units[statement.unit].document][term.id];
    }
  }
  return counts;
}

std::vector<DocumentVector> weigh(std::span<const std::map<uint32_t, uint32_t>> counts,
                                  size_t terms) {
  std::vector<uint32_t> holders(terms);
  size_t all = 0;
  for (const auto& document : counts) {
    all += !document.empty();
    for (const auto& [term, _] : document) {
      ++holders[term];
    }
  }
  std::vector<DocumentVector> vectors(counts.size());
  parallel_for(counts.size(), [&](size_t d) {
    double squares = 0;
    for (const auto& [term, count] : counts[d]) {
      if (holders[term] < 2) {
        continue;
      }
      const double rare = std::log((static_cast<double>(all) + 1) / (holders[term] + 0.5));
      vectors[d].push_back({term, (1 + std::log(count)) * rare});
      squares += vectors[d].back().weight * vectors[d].back().weight;
    }
    for (WeightedTerm& term : vectors[d]) {
      term.weight = std::round(term.weight / std::sqrt(squares) * 1e9) / 1e9;
    }
  });
  return vectors;
}

// Returns the likenesses of two documents each that are not next to nothing, a < b, ascending: the
// cosines of their vectors, without the terms that very many documents hold.
std::vector<ScoredPair> compare_documents(std::span<const DocumentVector> vectors, size_t terms) {
  std::vector<std::vector<std::pair<uint32_t, double>>> postings(
      terms);  // documents, ascending, with the term's weight
  for (uint32_t d = 0; d < vectors.size(); ++d) {
    for (const WeightedTerm& term : vectors[d]) {
      postings[term.id].emplace_back(d, term.weight);
    }
  }
  std::vector<std::vector<ScoredPair>> by_document(vectors.size());
  parallel_for(vectors.size(), [&](size_t d) {
    std::vector<double> likeness(vectors.size() - d);  // to this document and those behind
    for (const WeightedTerm& term : vectors[d]) {
      const auto& list = postings[term.id];
      if (list.size() > most_documents) {
        continue;
      }
      for (auto other = list.rbegin(); other != list.rend() && other->first > d; ++other) {
        likeness[other->first - d] += term.weight * other->second;
      }
    }
    for (size_t i = 1; i < likeness.size(); ++i) {
      if (likeness[i] >= least_kept) {
        by_document[d].push_back(
            {static_cast<uint32_t>(d), static_cast<uint32_t>(d + i), likeness[i]});
      }
    }
  });
  std::vector<ScoredPair> pairs;
  for (const auto& list : by_document) {
    pairs.insert(pairs.end(), list.begin(), list.end());
  }
  return pairs;
}

// Gives each statement the story of the article that it is most like; those that are like none
// share one.
void attach_statements(std::span<const ScoredPair> pairs, const std::vector<char>& is_article,
                       const std::vector<char>& is_empty, std::vector<uint32_t>& story) {
  std::vector<double> best(story.size());
  uint32_t shared = UINT32_MAX;
  for (const ScoredPair& pair : pairs) {
    if (is_article[pair.a] == is_article[pair.b]) {
      continue;
    }
    const auto [article, statement] =
        is_article[pair.a] ? std::pair(pair.a, pair.b) : std::pair(pair.b, pair.a);
    if (pair.score > best[statement]) {
      best[statement] = pair.score, story[statement] = story[article];
    }
  }
  for (uint32_t d = 0; d < story.size(); ++d) {
    if (is_article[d] || is_empty[d] || best[d] > 0) {
      continue;
    }
    shared = std::min(shared, d);
    story[d] = shared;
  }
}

}  // namespace

std::vector<uint32_t> group_stories(const StatementTable& table, std::span<const TextUnit> units,
                                    uint32_t documents, const PointOptions& options) {
  std::vector<uint32_t> words(documents);
  for (const TextUnit& unit : units) {
    words[unit.document] += static_cast<uint32_t>(unit.tokens.size());
  }
  const auto counts = count_terms(table, units, documents);
  const std::vector<DocumentVector> vectors = weigh(counts, table.words.size());
  const std::vector<ScoredPair> pairs = compare_documents(vectors, table.words.size());

  std::vector<char> is_article(documents), is_empty(documents);
  std::vector<ScoredPair> of_articles;
  for (uint32_t d = 0; d < documents; ++d) {
    is_article[d] = words[d] >= least_article ? 1 : 0;
    is_empty[d] = counts[d].empty() ? 1 : 0;
  }
  for (const ScoredPair& pair : pairs) {
    if (is_article[pair.a] && is_article[pair.b]) {
      of_articles.push_back(pair);
    }
  }
  std::vector<uint32_t> story(documents);
  std::iota(story.begin(), story.end(), 0u);  // by the first document, until all are known
  const std::vector<uint32_t> apart = story;
  for (const auto& group : average_link(apart, of_articles, options.story_likeness)) {
    for (uint32_t d : group) {
      story[d] = group.front();
    }
  }
  attach_statements(pairs, is_article, is_empty, story);

  std::map<uint32_t, uint32_t> number;
  for (uint32_t& s : story) {
    s = number.try_emplace(s, static_cast<uint32_t>(number.size())).first->second;
  }
  return story;
}

}  // namespace reprise::detail
