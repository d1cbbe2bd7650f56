#include "reprise/report/matrices.h"

#include <algorithm>
#include <map>

#include "reprise/passages/reuse.h"

namespace reprise {
namespace {

void add_both_ways(Matrix& matrix, uint32_t a, uint32_t b, double from_a, double from_b) {
  if (from_a != 0) matrix.entries.push_back({a, b, from_a});
  if (from_b != 0) matrix.entries.push_back({b, a, from_b});
}

// Puts each copy beside its original, as alike as that is to itself, and the entries in order.
void finish(Matrix& matrix, std::span<const uint32_t> original) {
  for (uint32_t d = 0; d < original.size(); ++d) {
    if (original[d] != d) add_both_ways(matrix, original[d], d, matrix.diagonal[d], matrix.diagonal[d]);
  }
  std::sort(matrix.entries.begin(), matrix.entries.end(), [](const Matrix::Entry& x, const Matrix::Entry& y) {
    return std::pair(x.from, x.to) < std::pair(y.from, y.to);
  });
}

Matrix jaccard_matrix(std::span<const uint32_t> original, std::span<const uint32_t> originals,
                      std::span<const Similarity> similarities) {
  Matrix matrix{"jaccard", true, std::vector<double>(original.size(), 1), {}};
  for (const Similarity& s : similarities) {
    add_both_ways(matrix, originals[s.pair.a], originals[s.pair.b], s.jaccard, s.jaccard);
  }
  finish(matrix, original);
  return matrix;
}

Matrix containment_matrix(std::span<const uint32_t> original, std::span<const uint32_t> originals,
                          std::span<const Similarity> similarities) {
  Matrix matrix{"containment", false, std::vector<double>(original.size(), 1), {}};
  for (const Similarity& s : similarities) {
    add_both_ways(matrix, originals[s.pair.a], originals[s.pair.b], s.a_in_b, s.b_in_a);
  }
  finish(matrix, original);
  return matrix;
}

Matrix passages_matrix(const Result& result) {
  Matrix matrix{"passages", false, std::vector<double>(result.documents.size(), 1), {}};
  for (uint32_t d = 0; d < result.reuse.size(); ++d) {
    for (const Reuse::Source& source : result.reuse[d].sources) {
      // finish() sees to copies.
      if (result.original[d] != d || result.original[source.document] != source.document) continue;
      matrix.entries.push_back({d, source.document, static_cast<double>(source.words) / result.words[d]});
    }
  }
  finish(matrix, result.original);
  return matrix;
}

Matrix points_matrix(const Result& result) {
  Matrix matrix{"points", true, std::vector<double>(result.documents.size(), 0), {}};
  std::map<std::pair<uint32_t, uint32_t>, double> common;
  for (const Point& point : result.points) {
    for (uint32_t a : point.documents) {
      for (uint32_t b : point.documents) {
        if (a == b) {
          matrix.diagonal[a] += 1;
        } else {
          common[{a, b}] += 1;
        }
      }
    }
  }
  for (const auto& [pair, count] : common) matrix.entries.push_back({pair.first, pair.second, count});
  for (uint32_t d = 0; d < matrix.diagonal.size(); ++d) matrix.diagonal[d] = matrix.diagonal[result.original[d]];
  finish(matrix, result.original);
  return matrix;
}

}  // namespace

std::vector<Matrix> make_matrices(const Result& result, std::span<const uint32_t> originals,
                                  std::span<const Similarity> similarities) {
  return {jaccard_matrix(result.original, originals, similarities),
          containment_matrix(result.original, originals, similarities), passages_matrix(result), points_matrix(result)};
}

std::vector<double> dense_values(const Matrix& matrix, const Result& result) {
  const size_t n = result.documents.size();
  std::vector<double> values(n * n);
  for (const Matrix::Entry& e : matrix.entries) values[e.from * n + e.to] = e.value;
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j < n; ++j) {
      const size_t a = result.original[i], b = result.original[j];
      values[i * n + j] = a == b ? matrix.diagonal[i] : values[a * n + b];
    }
  }
  return values;
}

}  // namespace reprise
