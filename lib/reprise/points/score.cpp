#include "reprise/points/score.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"

namespace reprise {
namespace {

// A sparse vector of length 1: ascending keys with their weights.
struct Vector {
  std::vector<uint64_t> keys;
  std::vector<double> weights;
};

void normalise(Vector& vector) {
  double sum = 0;
  for (double w : vector.weights) sum += w * w;
  const double length = std::sqrt(sum);
  for (double& w : vector.weights) w /= length;
}

double cosine(const Vector& a, const Vector& b) {
  double sum = 0;
  for (size_t i = 0, j = 0; i < a.keys.size() && j < b.keys.size();) {
    if (a.keys[i] == b.keys[j]) {
      sum += a.weights[i++] * b.weights[j++];
    } else {
      a.keys[i] < b.keys[j] ? ++i : ++j;
    }
  }
  return sum;
}

double rarity(size_t all, size_t holding) {
  const double exact = std::log((1.0 + static_cast<double>(all)) / (1.0 + static_cast<double>(holding))) + 1.0;
  return std::round(exact * 1e6) / 1e6;
}

Vector stem_vector(const Clause& clause, const std::vector<double>& weights) {
  Vector vector;
  for (uint32_t stem : clause.stems) {
    vector.keys.push_back(stem);
    vector.weights.push_back(weights[stem]);
  }
  normalise(vector);
  return vector;
}

// Returns the hashes of the character 3- to 5-grams of the clause's folded words, each word with a blank on either side.
// Bytes, not code points: a gram that cuts a character is as rare as the character is.
std::vector<uint64_t> character_grams(const Clause& clause, const TextUnit& unit) {
  std::string text = " ", folded;
  for (uint32_t t = clause.tokens.begin; t < clause.tokens.end; ++t) {
    fold_word(unit.tokens[t].span.in(unit.text), {}, folded);
    text += folded + " ";
  }
  std::vector<uint64_t> grams;
  for (size_t n = 3; n <= 5; ++n) {
    for (size_t i = 0; i + n <= text.size(); ++i) grams.push_back(hash_bytes(std::string_view(text).substr(i, n), n));
  }
  std::sort(grams.begin(), grams.end());
  return grams;
}

// Returns the vectors of the clauses that are `compared`; a gram's rarity is counted among these. The others cost nothing,
// so that a book beside an article does not have to be taken apart.
std::vector<Vector> gram_vectors(const ClauseTable& table, std::span<const TextUnit> units,
                                 const std::vector<char>& compared) {
  std::vector<std::vector<uint64_t>> grams(table.clauses.size());
  parallel_for(grams.size(), [&](size_t i) {
    if (compared[i]) grams[i] = character_grams(table.clauses[i], units[table.clauses[i].unit]);
  });

  const auto count = static_cast<size_t>(std::count(compared.begin(), compared.end(), true));
  std::unordered_map<uint64_t, uint32_t> clauses_of_gram;
  for (const auto& list : grams) {
    for (size_t i = 0; i < list.size(); ++i) {
      if (i == 0 || list[i] != list[i - 1]) ++clauses_of_gram[list[i]];
    }
  }
  std::vector<Vector> vectors(grams.size());
  parallel_for(grams.size(), [&](size_t i) {
    for (uint64_t gram : grams[i]) {
      Vector& v = vectors[i];
      if (v.keys.empty() || v.keys.back() != gram) {
        v.keys.push_back(gram);
        v.weights.push_back(0);
      }
      v.weights.back() += rarity(count, clauses_of_gram.at(gram));
    }
    normalise(vectors[i]);
  });
  return vectors;
}

// For each stem, the clauses that hold it.
std::vector<std::vector<uint32_t>> invert(const ClauseTable& table) {
  std::vector<std::vector<uint32_t>> postings(table.stems.size());
  for (uint32_t c = 0; c < table.clauses.size(); ++c) {
    for (uint32_t stem : table.clauses[c].stems) postings[stem].push_back(c);
  }
  return postings;
}

// Returns for each clause the first one of the next unit.
std::vector<uint32_t> find_next_units(const ClauseTable& table) {
  std::vector<uint32_t> next(table.clauses.size());
  for (auto c = static_cast<uint32_t>(next.size()); c-- > 0;) {
    const bool last = c + 1 == next.size() || table.clauses[c + 1].unit != table.clauses[c].unit;
    next[c] = last ? c + 1 : next[c + 1];
  }
  return next;
}

// Returns the clauses from `first` on that are worth comparing with clause c, ascending.
std::vector<uint32_t> candidates_of(uint32_t c, uint32_t first, const ClauseTable& table,
                                    const std::vector<std::vector<uint32_t>>& postings, const PointOptions& options) {
  std::vector<uint32_t> hits;  // a clause once for each stem in common; as often as is needed for a rare one
  for (uint32_t stem : table.clauses[c].stems) {
    const auto& holders = postings[stem];
    if (holders.size() > options.most_clauses) continue;
    const auto later = std::lower_bound(holders.begin(), holders.end(), first);
    const uint32_t times = holders.size() <= options.rare_clauses ? options.least_stems : 1;
    for (uint32_t i = 0; i < times; ++i) hits.insert(hits.end(), later, holders.end());
  }
  std::sort(hits.begin(), hits.end());
  std::vector<uint32_t> candidates;
  for (size_t begin = 0, end = 0; begin < hits.size(); begin = end) {
    while (end < hits.size() && hits[end] == hits[begin]) ++end;
    if (end - begin >= options.least_stems) candidates.push_back(hits[begin]);
  }
  return candidates;
}

struct ClausePair {
  uint32_t a = 0, b = 0;
};

// Returns the pairs of clauses of different documents that are worth comparing, ascending.
std::vector<ClausePair> find_candidates(const ClauseTable& table, std::span<const TextUnit> units,
                                        const PointOptions& options, uint32_t first_reference) {
  const std::vector<std::vector<uint32_t>> postings = invert(table);
  const std::vector<uint32_t> next_unit = find_next_units(table);
  std::vector<std::vector<ClausePair>> by_clause(table.clauses.size());
  const auto document_of = [&](uint32_t clause) { return units[table.clauses[clause].unit].document; };
  const auto is_reference = [&](uint32_t clause) { return document_of(clause) >= first_reference; };
  parallel_for(by_clause.size(), [&](size_t i) {
    const auto a = static_cast<uint32_t>(i);
    for (uint32_t b : candidates_of(a, next_unit[a], table, postings, options)) {
      if (document_of(a) == document_of(b)) continue;  // a title is no rival of its text
      if (first_reference == UINT32_MAX || is_reference(a) != is_reference(b)) by_clause[i].push_back({a, b});
    }
  });
  std::vector<ClausePair> pairs;
  for (const auto& list : by_clause) pairs.insert(pairs.end(), list.begin(), list.end());
  return pairs;
}

// Long clauses carry words beside what they have in common, which a cosine holds against them. Returns the factor that
// makes good for it: 1 up to a geometric mean of six stems, then growing with the root of the length.
double length_bonus(const Clause& a, const Clause& b) {
  const double length = std::sqrt(static_cast<double>(a.stems.size()) * static_cast<double>(b.stems.size()));
  return std::sqrt(std::max(1.0, length / 6));
}

}  // namespace

std::vector<double> stem_weights(const ClauseTable& table) {
  std::vector<double> weights;
  weights.reserve(table.stems.size());
  for (uint32_t holding : table.clauses_of_stem) weights.push_back(rarity(table.clauses.size(), holding));
  return weights;
}

std::vector<ScoredPair> score_pairs(const ClauseTable& table, std::span<const TextUnit> units,
                                    const PointOptions& options, uint32_t first_reference) {
  const std::vector<ClausePair> candidates = find_candidates(table, units, options, first_reference);
  std::vector<char> compared(table.clauses.size());  // no vector<bool>: its bits share bytes
  for (const ClausePair& pair : candidates) compared[pair.a] = compared[pair.b] = true;

  const std::vector<double> weights = stem_weights(table);
  const std::vector<Vector> grams = gram_vectors(table, units, compared);
  std::vector<Vector> stems(table.clauses.size());
  parallel_for(stems.size(), [&](size_t i) {
    if (compared[i]) stems[i] = stem_vector(table.clauses[i], weights);
  });

  std::vector<ScoredPair> pairs(candidates.size());
  parallel_for(pairs.size(), [&](size_t i) {
    const auto [a, b] = candidates[i];
    const double alike =
        options.stem_share * cosine(stems[a], stems[b]) + (1 - options.stem_share) * cosine(grams[a], grams[b]);
    pairs[i] = {a, b, std::min(1.0, alike * length_bonus(table.clauses[a], table.clauses[b]))};
  });
  return pairs;
}

}  // namespace reprise
