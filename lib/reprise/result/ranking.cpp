// Steps: the pairs that are to be listed; for each of them what every measure says, from the
// matrices where these were made, else from the words; the order.
//
//     passages     0-2 (8 words), 0-2 (20 words)          documents 0 to 3, 1 without a passage
//     listed       0-2, and 1-3: of all, 3 holds most of 1's words
//     measured     0-2: 2 passages, the longest of 20, 26 of 0's words, 27 of 2's …
//
// Cost: as the header says.
#include "reprise/result/ranking.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>
#include <utility>

#include "reprise/base/parallel.h"
#include "reprise/corpus/references.h"
#include "reprise/near/similarity.h"
#include "reprise/result/matrices.h"
#include "reprise/result/word_index.h"
#include "reprise/sketch/shingle.h"

namespace reprise::detail {
namespace {

DocumentPair in_order(DocumentId a, DocumentId b) {
  return {std::min(a, b), std::max(a, b)};
}

// Returns the shingles of each document that `counts`, empty where the text is not known.
template <class Counts>
std::vector<ShingleSet> make_sets(const Result& result, const ShingleOptions& of,
                                  const Counts& counts) {
  std::vector<ShingleSet> sets(result.documents.size());
  parallel_for(result.units.size(), [&](size_t u) {
    const TextUnit& unit = result.units[u];
    if (unit.field == Field::text && counts(unit.document)) {
      sets[unit.document] = make_shingles(unit.text, unit.tokens, result.options.words, of);
    }
  });
  return sets;
}

// The words of the longest passage of each pair that has any, and how many it has; ascending.
struct Shared {
  DocumentPair pair;
  uint32_t passages = 0;
  uint32_t longest = 0;
};

std::vector<Shared> shared_passages(const Result& result) {
  std::vector<Shared> all;
  for (const Passage& p : result.passages) {
    const DocumentId a = result.units[p.unit_a].document;
    const DocumentId b = result.units[p.unit_b].document;
    all.push_back({in_order(a, b), 1, std::max(p.a.size(), p.b.size())});
  }
  std::sort(all.begin(), all.end(),
            [](const Shared& x, const Shared& y) { return x.pair < y.pair; });
  std::vector<Shared> pairs;
  for (const Shared& one : all) {
    if (pairs.empty() || pairs.back().pair != one.pair) {
      pairs.push_back({one.pair, 0, 0});
    }
    pairs.back().passages += 1;
    pairs.back().longest = std::max(pairs.back().longest, one.longest);
  }
  return pairs;
}

std::optional<MatrixMeasure> matrix_behind(RankBy by) {
  switch (by) {
    case RankBy::reused: return std::nullopt;
    case RankBy::jaccard: return MatrixMeasure::jaccard;
    case RankBy::containment: return MatrixMeasure::containment;
    case RankBy::points: return MatrixMeasure::points;
  }
  return std::nullopt;
}

void sort_and_unify(std::vector<DocumentPair>& pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

// Returns the pairs that have something in common, ascending.
std::vector<DocumentPair> pairs_in_common(const Result& result, std::span<const Shared> shared) {
  std::vector<DocumentPair> pairs;
  for (const Shared& one : shared) {
    pairs.push_back(one.pair);
  }
  for (const Similarity& similar : result.pairs) {
    pairs.push_back(similar.pair);
  }
  if (const auto measure = matrix_behind(result.options.rank)) {
    for (const Matrix::Entry& e : matrix_of(result, *measure).entries) {
      pairs.push_back(in_order(e.from, e.to));
    }
  }
  sort_and_unify(pairs);
  return pairs;
}

// Returns the documents that are in no pair, ascending; references and copies are not asked.
std::vector<DocumentId> alone(const Result& result, std::span<const DocumentPair> pairs) {
  std::vector<bool> has_pair(result.documents.size());
  for (const DocumentPair& pair : pairs) {
    has_pair[pair.a] = true;
    has_pair[pair.b] = true;
  }
  std::vector<DocumentId> list;
  for (DocumentId d; d < has_pair.size(); ++d) {
    const bool is_asked = result.original[d] == d && !is_reference(d, result.first_reference);
    if (is_asked && !has_pair[d]) {
      list.push_back(d);
    }
  }
  return list;
}

// Adds the pair of each document that is alone with the one that holds most of its words.
void add_nearest(const Result& result, std::span<const ShingleSet> words,
                 std::vector<DocumentPair>& pairs) {
  const std::vector<DocumentId> asked = alone(result, pairs);
  if (asked.empty()) {
    return;
  }
  // With references, these alone are proposed.
  const WordIndex index(words, asked, result.first_reference.value_or(DocumentId()));
  std::vector<std::optional<DocumentId>> found(asked.size());
  parallel_for(asked.size(), [&](size_t i) { found[i] = index.nearest(asked[i]); });
  for (size_t i = 0; i < asked.size(); ++i) {
    if (found[i]) {
      pairs.push_back(in_order(asked[i], *found[i]));
    }
  }
  sort_and_unify(pairs);
}

// Returns the share of the smaller set that the other has.
double share_of_smaller(const ShingleSet& a, const ShingleSet& b) {
  const size_t smaller = std::min(a.size(), b.size());
  return smaller == 0 ? 0 : static_cast<double>(count_shared(a, b)) / static_cast<double>(smaller);
}

// Says of a pair what each measure says.
class Measures {
 public:
  Measures(const Result& result, std::vector<ShingleSet> words, std::span<const DocumentPair> pairs)
      : result_(result), words_(std::move(words)) {
    if (!result.options.parts.matrices) {
      std::vector<char> is_in_pair(result.documents.size());
      for (const DocumentPair& pair : pairs) {
        is_in_pair[pair.a] = 1;
        is_in_pair[pair.b] = 1;
      }
      shingles_ = make_sets(result, result.options.shingles,
                            [&](DocumentId d) { return is_in_pair[d] != 0; });
    }
    if (result.options.parts.matrices || result.options.parts.points) {
      gather_points();
    }
  }

  RankedPair of(DocumentPair pair) const {
    RankedPair measured;
    measured.pair = pair;
    const bool are_copies = result_.original[pair.a] == result_.original[pair.b];
    if (result_.options.parts.matrices) {
      take_from_matrices(measured);
    } else if (are_copies) {
      take_whole(measured);
    } else {
      take_from_words(measured);
    }
    const DocumentId a = result_.original[pair.a];
    const DocumentId b = result_.original[pair.b];
    if (!result_.units.empty()) {
      measured.vocabulary = are_copies ? 1 : share_of_smaller(words_[a], words_[b]);
    }
    if (!points_.empty() && !result_.options.parts.matrices) {
      measured.points = points_in_common(a, b);
    }
    return measured;
  }

 private:
  void gather_points() {
    points_.resize(result_.documents.size());
    for (size_t p = 0; p < result_.points.size(); ++p) {
      for (const DocumentId d : result_.points[p].documents) {
        points_[d].push_back(PointId(p));
      }
    }
  }

  uint32_t points_in_common(DocumentId a, DocumentId b) const {
    std::vector<PointId> both;
    std::set_intersection(points_[a].begin(), points_[a].end(), points_[b].begin(),
                          points_[b].end(), std::back_inserter(both));
    return static_cast<uint32_t>(both.size());
  }

  // A matrix has words as a share of the document's.
  uint32_t words_by_share(DocumentId from, DocumentId to) const {
    const double share = value_of(matrix_of(result_, MatrixMeasure::passages), from, to, result_);
    return static_cast<uint32_t>(std::llround(share * result_.words[from]));
  }

  void take_from_matrices(RankedPair& pair) const {
    const auto [a, b] = pair.pair;
    const Matrix& containment = matrix_of(result_, MatrixMeasure::containment);
    const Matrix& points = matrix_of(result_, MatrixMeasure::points);
    pair.a_words = words_by_share(a, b);
    pair.b_words = words_by_share(b, a);
    pair.jaccard = value_of(matrix_of(result_, MatrixMeasure::jaccard), a, b, result_);
    pair.a_in_b = value_of(containment, a, b, result_);
    pair.b_in_a = value_of(containment, b, a, result_);
    pair.points = static_cast<uint32_t>(value_of(points, a, b, result_));
  }

  void take_whole(RankedPair& pair) const {
    pair.a_words = result_.words[pair.pair.a];
    pair.b_words = result_.words[pair.pair.b];
    pair.jaccard = 1;
    pair.a_in_b = 1;
    pair.b_in_a = 1;
  }

  uint32_t words_of(DocumentId from, DocumentId to) const {
    for (const Reuse::Source& source : result_.reuse[from].sources) {
      if (source.document == to) {
        return source.words;
      }
    }
    return 0;
  }

  void take_from_words(RankedPair& pair) const {
    const DocumentId a = result_.original[pair.pair.a];
    const DocumentId b = result_.original[pair.pair.b];
    pair.a_words = words_of(a, b);
    pair.b_words = words_of(b, a);
    const ShingleSet& of_a = shingles_[a];
    const ShingleSet& of_b = shingles_[b];
    const Similarity similar =
        similarity_of(pair.pair, of_a.size(), of_b.size(), count_shared(of_a, of_b));
    pair.jaccard = similar.jaccard;
    pair.a_in_b = similar.a_in_b;
    pair.b_in_a = similar.b_in_a;
  }

  const Result& result_;
  std::vector<ShingleSet> words_;
  std::vector<ShingleSet> shingles_;
  std::vector<std::vector<PointId>> points_;  // of each document, ascending
};

void add_passages(std::span<const Shared> shared, RankedPair& pair, const Result& result) {
  const auto found =
      std::lower_bound(shared.begin(), shared.end(), pair.pair,
                       [](const Shared& x, const DocumentPair& y) { return x.pair < y; });
  if (found != shared.end() && found->pair == pair.pair) {
    pair.passages = found->passages;
    pair.longest = found->longest;
  } else if (result.original[pair.pair.a] == result.original[pair.pair.b]) {
    pair.longest = result.words[pair.pair.a];  // too short for a passage, but all of it
  }
}

double value_of(const RankedPair& pair, RankBy by) {
  switch (by) {
    case RankBy::reused: return 0;  // decided by what follows
    case RankBy::jaccard: return pair.jaccard;
    case RankBy::containment: return std::max(pair.a_in_b, pair.b_in_a);
    case RankBy::points: return pair.points.value_or(0);
  }
  return 0;
}

}  // namespace

ReusedWords reused_words(const RankedPair& pair, const Result& result) {
  const uint32_t of_a = result.words[pair.pair.a];
  const uint32_t of_b = result.words[pair.pair.b];
  const bool a_speaks = of_a == of_b ? pair.a_words >= pair.b_words : of_a < of_b;
  const uint32_t words = a_speaks ? pair.a_words : pair.b_words;
  const uint32_t all = std::min(of_a, of_b);
  return {a_speaks ? pair.pair.a : pair.pair.b, words,
          all == 0 ? 0 : static_cast<double>(words) / all};
}

void sort_ranking(std::vector<RankedPair>& ranking, RankBy by, const Result& result) {
  const auto key = [&](const RankedPair& pair) {
    const ReusedWords reused = reused_words(pair, result);
    return std::tuple(value_of(pair, by), reused.share, reused.words, pair.longest,
                      pair.vocabulary.value_or(0));
  };
  std::sort(ranking.begin(), ranking.end(), [&](const RankedPair& x, const RankedPair& y) {
    const auto of_x = key(x);
    const auto of_y = key(y);
    return of_x == of_y ? x.pair < y.pair : of_x > of_y;
  });
}

std::vector<RankedPair> rank_pairs(const Result& result) {
  const std::vector<Shared> shared = shared_passages(result);
  const auto is_original = [&](DocumentId d) {
    return result.original[d] == d;
  };
  // A shingle of one word: the different words of a text.
  std::vector<ShingleSet> words = make_sets(result, {ShingleUnit::words, 1}, is_original);
  std::vector<DocumentPair> pairs = pairs_in_common(result, shared);
  if (!result.options.parts.pairs) {  // which needs to know all references
    add_nearest(result, words, pairs);
  }
  const Measures measures(result, std::move(words), pairs);
  std::vector<RankedPair> ranking(pairs.size());
  parallel_for(pairs.size(), [&](size_t i) {
    ranking[i] = measures.of(pairs[i]);
    add_passages(shared, ranking[i], result);
  });
  sort_ranking(ranking, result.options.rank, result);
  return ranking;
}

}  // namespace reprise::detail
