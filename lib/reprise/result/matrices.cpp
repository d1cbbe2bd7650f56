// How the four matrices are made, and asked.
//
//     1. the entries of originals: from similarities, from reuse, from points
//     2. each copy beside its original, as alike as that is to itself: of documents 0, 1 and 2, the
//        last a copy of the first, there are (0, 1), (1, 0), (0, 2), (2, 0), and no (1, 2)
//     3. in order, so that an entry is found by halving
//
// value_of and MatrixRows put the copies in again: (1, 2) is (1, 0).
//
// Cost: a sort of the entries; a look-up is logarithmic, a row linear in the documents.
#include "reprise/result/matrices.h"

#include <algorithm>
#include <map>

#include "reprise/base/parallel.h"
#include "reprise/passages/reuse.h"

namespace reprise::detail {
namespace {

// Of shares, those above the floor.
void add_both_ways(Matrix& matrix, DocumentId a, DocumentId b, double from_a, double from_b,
                   double floor = 0) {
  if (from_a > floor) {
    matrix.entries.push_back({a, b, from_a});
  }
  if (from_b > floor) {
    matrix.entries.push_back({b, a, from_b});
  }
}

void finish(Matrix& matrix, std::span<const DocumentId> original) {
  add_copies(matrix, original);
  sort_entries(matrix);
}

Matrix jaccard_matrix(const MatrixSources& sources) {
  Matrix matrix{MatrixMeasure::jaccard, true, std::vector<double>(sources.original.size(), 1), {}};
  for (const Similarity& s : sources.similarities) {
    add_both_ways(matrix, s.pair.a, s.pair.b, s.jaccard, s.jaccard, sources.floor);
  }
  finish(matrix, sources.original);
  return matrix;
}

Matrix containment_matrix(const MatrixSources& sources) {
  Matrix matrix{
      MatrixMeasure::containment, false, std::vector<double>(sources.original.size(), 1), {}};
  for (const Similarity& s : sources.similarities) {
    add_both_ways(matrix, s.pair.a, s.pair.b, s.a_in_b, s.b_in_a, sources.floor);
  }
  finish(matrix, sources.original);
  return matrix;
}

Matrix passages_matrix(const MatrixSources& sources) {
  const std::span<const DocumentId> original = sources.original;
  Matrix matrix{MatrixMeasure::passages, false, std::vector<double>(original.size(), 1), {}};
  for (DocumentId d; d < sources.reuse.size(); ++d) {
    for (const Reuse::Source& source : sources.reuse[d].sources) {
      // finish() sees to copies.
      if (original[d] != d || original[source.document] != source.document) {
        continue;
      }
      const double share = static_cast<double>(source.words) / sources.words[d];
      add_both_ways(matrix, d, source.document, share, 0, sources.floor);
    }
  }
  finish(matrix, original);
  return matrix;
}

Matrix points_matrix(const MatrixSources& sources) {
  Matrix matrix{MatrixMeasure::points, true, points_of_each(sources.points, sources.original), {}};
  std::map<std::pair<DocumentId, DocumentId>, double> common;
  for (const Point& point : sources.points) {
    for (const DocumentId a : point.documents) {
      for (const DocumentId b : point.documents) {
        if (a != b) {
          common[{a, b}] += 1;
        }
      }
    }
  }
  for (const auto& [pair, count] : common) {
    matrix.entries.push_back({pair.first, pair.second, count});
  }
  finish(matrix, sources.original);
  return matrix;
}

}  // namespace

std::vector<Matrix> make_matrices(const MatrixSources& sources) {
  tell_progress({Progress::Phase::matrices});
  return {jaccard_matrix(sources), containment_matrix(sources), passages_matrix(sources),
          points_matrix(sources)};
}

void add_copies(Matrix& matrix, std::span<const DocumentId> original) {
  for (DocumentId d; d < original.size(); ++d) {
    if (original[d] != d) {
      add_both_ways(matrix, original[d], d, matrix.diagonal[d], matrix.diagonal[d]);
    }
  }
}

void sort_entries(Matrix& matrix) {
  std::sort(matrix.entries.begin(), matrix.entries.end(),
            [](const Matrix::Entry& x, const Matrix::Entry& y) {
              return std::pair(x.from, x.to) < std::pair(y.from, y.to);
            });
}

std::vector<double> points_of_each(std::span<const Point> points,
                                   std::span<const DocumentId> original) {
  std::vector<double> counts(original.size());
  for (const Point& point : points) {
    for (const DocumentId d : point.documents) {
      counts[d] += 1;
    }
  }
  for (DocumentId d; d < counts.size(); ++d) {
    counts[d] = counts[original[d]];
  }
  return counts;
}

std::vector<Matrix::Entry>::const_iterator first_entry(const Matrix& matrix, DocumentId from,
                                                       DocumentId to) {
  return std::lower_bound(
      matrix.entries.begin(), matrix.entries.end(), std::pair(from, to),
      [](const Matrix::Entry& e, const std::pair<DocumentId, DocumentId>& wanted) {
        return std::pair(e.from, e.to) < wanted;
      });
}

const Matrix& matrix_of(const Result& result, MatrixMeasure measure) {
  return *std::find_if(result.matrices.begin(), result.matrices.end(),
                       [&](const Matrix& matrix) { return matrix.measure == measure; });
}

double value_of(const Matrix& matrix, DocumentId from, DocumentId to, const Result& result) {
  const DocumentId a = result.original[from], b = result.original[to];
  if (a == b) {
    return matrix.diagonal[from];
  }
  const auto entry = first_entry(matrix, a, b);
  return entry != matrix.entries.end() && entry->from == a && entry->to == b ? entry->value : 0;
}

MatrixRows::MatrixRows(const Matrix& matrix, const Result& result)
    : matrix_(matrix),
      result_(result),
      of_originals_(result.documents.size()),
      row_(result.documents.size()) {}

const std::vector<double>& MatrixRows::row(DocumentId from) {
  const DocumentId a = result_.original[from];
  std::fill(of_originals_.begin(), of_originals_.end(), 0);
  for (auto e = first_entry(matrix_, a, DocumentId(0)); e != matrix_.entries.end() && e->from == a;
       ++e) {
    of_originals_[e->to] = e->value;
  }
  for (size_t to = 0; to < row_.size(); ++to) {
    const DocumentId b = result_.original[to];
    row_[to] = a == b ? matrix_.diagonal[from] : of_originals_[b];
  }
  return row_;
}

std::vector<double> dense_values(const Matrix& matrix, const Result& result) {
  MatrixRows rows(matrix, result);
  std::vector<double> values;
  values.reserve(result.documents.size() * result.documents.size());
  for (DocumentId d; d < result.documents.size(); ++d) {
    const std::vector<double>& row = rows.row(d);
    values.insert(values.end(), row.begin(), row.end());
  }
  return values;
}

}  // namespace reprise::detail
