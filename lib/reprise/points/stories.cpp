// Steps: each document's terms are counted and weighed to a vector of length 1; an inverted index
// gives the cosine of each two documents that share a term; articles that are alike enough are
// linked; a short text gets the story of the article that it is most like.
//
//     a, b: articles about a ferry    c: an article about a museum
//     d: "The ferry is late."         e: "Bread is cheap."    f: ""
//     stories: a 0, b 0, c 1, d 0 (most like b), e 2 (a statement like no article), f 3 (empty)
//
// Short texts are not linked with one another: two of them share half their words by chance.
// Cost: the sum, over the terms, of the square of how many documents have each, up to 1,000.
#include "reprise/points/stories.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>

#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"
#include "reprise/points/link.h"

namespace reprise::detail {
namespace {

constexpr uint32_t least_article = 60;  // words; what is shorter is a statement

// A term in more documents is left out, so that the cost stays in bounds.
constexpr size_t most_documents = 1000;

// A likeness below it counts as none.
constexpr double least_kept = 0.05;

// Weights are rounded to a billionth, so that the last bit of a processor's logarithm decides
// nothing.
constexpr double steps_of_weight = 1e9;

enum class Length : uint8_t { empty, statement, article };

struct WeightedTerm {
  TermId id;
  double weight = 0;
};

using TermCounts = std::map<TermId, uint32_t>;

// A document's terms, ascending, as a vector of length 1.
using DocumentVector = std::vector<WeightedTerm>;

std::vector<TermCounts> count_terms(const StatementTable& table, std::span<const TextUnit> units,
                                    size_t documents) {
  std::vector<TermCounts> counts(documents);
  for (const Statement& statement : table.statements) {
    for (const Term& term : statement.terms) {
      ++counts[units[statement.unit].document][term.id];
    }
  }
  return counts;
}

Length length_of(size_t words, const TermCounts& counts) {
  if (words >= least_article) {
    return Length::article;
  }
  return counts.empty() ? Length::empty : Length::statement;
}

std::vector<Length> lengths_of(std::span<const TermCounts> counts,
                               std::span<const TextUnit> units) {
  std::vector<size_t> words(counts.size());
  for (const TextUnit& unit : units) {
    words[unit.document] += unit.tokens.size();
  }
  std::vector<Length> lengths;
  for (size_t d = 0; d < counts.size(); ++d) {
    lengths.push_back(length_of(words[d], counts[d]));
  }
  return lengths;
}

// Returns a document's vector; terms that no other document has say nothing about two.
DocumentVector weigh(const TermCounts& counts, std::span<const uint32_t> holders,
                     double documents) {
  DocumentVector vector;
  double squares = 0;
  for (const auto& [term, count] : counts) {
    if (holders[term] < 2) {
      continue;
    }
    const double rare = std::log((documents + 1) / (holders[term] + 0.5));
    const double weight = (1 + std::log(count)) * rare;
    vector.push_back({term, weight});
    squares += weight * weight;
  }
  for (WeightedTerm& term : vector) {
    const double exact = term.weight / std::sqrt(squares);
    term.weight = std::round(exact * steps_of_weight) / steps_of_weight;
  }
  return vector;
}

std::vector<DocumentVector> weigh_all(std::span<const TermCounts> counts, size_t terms) {
  std::vector<uint32_t> holders(terms);
  double documents = 0;
  for (const TermCounts& document : counts) {
    documents += document.empty() ? 0 : 1;
    for (const auto& [term, _] : document) {
      ++holders[term];
    }
  }
  std::vector<DocumentVector> vectors(counts.size());
  parallel_for(counts.size(), [&](size_t d) { vectors[d] = weigh(counts[d], holders, documents); });
  return vectors;
}

// Of one term: the documents that have it, ascending, with its weight in each.
using Postings = std::vector<std::pair<uint32_t, double>>;

// Returns the likeness of the document to itself and to each of those behind it.
std::vector<double> likeness_to_later(size_t document, std::span<const DocumentVector> vectors,
                                      std::span<const Postings> postings) {
  std::vector<double> likeness(vectors.size() - document);
  for (const WeightedTerm& term : vectors[document]) {
    const Postings& list = postings[term.id];
    if (list.size() > most_documents) {
      continue;
    }
    for (auto other = list.rbegin(); other != list.rend() && other->first > document; ++other) {
      likeness[other->first - document] += term.weight * other->second;
    }
  }
  return likeness;
}

// Returns the likenesses of two documents each that are not next to nothing, a < b, ascending: the
// cosines of their vectors, without the terms that very many documents hold.
std::vector<ScoredPair> compare_documents(std::span<const DocumentVector> vectors, size_t terms) {
  std::vector<Postings> postings(terms);
  for (uint32_t d = 0; d < vectors.size(); ++d) {
    for (const WeightedTerm& term : vectors[d]) {
      postings[term.id].emplace_back(d, term.weight);
    }
  }
  std::vector<std::vector<ScoredPair>> by_document(vectors.size());
  parallel_for(vectors.size(), [&](size_t d) {
    const std::vector<double> likeness = likeness_to_later(d, vectors, postings);
    for (size_t i = 1; i < likeness.size(); ++i) {
      if (likeness[i] >= least_kept) {
        by_document[d].push_back(
            {static_cast<uint32_t>(d), static_cast<uint32_t>(d + i), likeness[i]});
      }
    }
  });
  return joined(by_document);
}

// Returns the first document of each one's story, of articles alone; all others are by themselves.
std::vector<uint32_t> link_articles(std::span<const ScoredPair> pairs,
                                    std::span<const Length> lengths, double least_likeness) {
  std::vector<ScoredPair> of_articles;
  for (const ScoredPair& pair : pairs) {
    if (lengths[pair.a] == Length::article && lengths[pair.b] == Length::article) {
      of_articles.push_back(pair);
    }
  }
  std::vector<uint32_t> first(lengths.size());
  std::iota(first.begin(), first.end(), 0u);
  const std::vector<uint32_t> voices = first;  // each document is a voice of its own
  for (const std::vector<uint32_t>& group : average_link(voices, of_articles, {least_likeness})) {
    for (uint32_t d : group) {
      first[d] = group.front();
    }
  }
  return first;
}

// Gives each statement the story of the article that it is most like; those that are like none
// share one.
void attach_statements(std::span<const ScoredPair> pairs, std::span<const Length> lengths,
                       std::vector<uint32_t>& first) {
  std::vector<double> best(first.size());
  for (const ScoredPair& pair : pairs) {
    const bool a_is_article = lengths[pair.a] == Length::article;
    const bool b_is_article = lengths[pair.b] == Length::article;
    if (a_is_article == b_is_article) {
      continue;
    }
    const uint32_t article = a_is_article ? pair.a : pair.b;
    const uint32_t statement = a_is_article ? pair.b : pair.a;
    if (pair.score > best[statement]) {
      best[statement] = pair.score;
      first[statement] = first[article];
    }
  }
  std::optional<uint32_t> like_none;
  for (uint32_t d = 0; d < first.size(); ++d) {
    if (lengths[d] == Length::statement && best[d] <= 0) {
      like_none = like_none.value_or(d);
      first[d] = *like_none;
    }
  }
}

}  // namespace

std::vector<StoryId> group_stories(const StatementTable& table, std::span<const TextUnit> units,
                                   size_t documents, const PointOptions& options) {
  const std::vector<TermCounts> counts = count_terms(table, units, documents);
  const std::vector<Length> lengths = lengths_of(counts, units);
  const std::vector<DocumentVector> vectors = weigh_all(counts, table.words.size());
  const std::vector<ScoredPair> pairs = compare_documents(vectors, table.words.size());

  std::vector<uint32_t> first = link_articles(pairs, lengths, options.story_likeness);
  attach_statements(pairs, lengths, first);

  std::map<uint32_t, StoryId> numbers;
  std::vector<StoryId> stories;
  for (uint32_t document : first) {
    const auto entry = numbers.try_emplace(document, StoryId{numbers.size()}).first;
    stories.push_back(entry->second);
  }
  return stories;
}

}  // namespace reprise::detail
