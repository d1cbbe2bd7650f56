// The four matrices: what each two documents have in common, by each measure.
#pragma once

#include <span>
#include <vector>

#include "reprise/result.h"

namespace reprise::detail {

// What the matrices are made of.
struct MatrixSources {
  std::span<const DocumentId> original;      // of each document
  std::span<const uint32_t> words;           // of each document
  std::span<const Similarity> similarities;  // of originals
  std::span<const Reuse> reuse;              // of each document
  std::span<const Point> points;
  double floor = 0;  // shares at or below it are left out
};

// Returns the matrices of Jaccard, containment, passages (the share of a document's words that lie
// in passages also found in the other) and points (their number in common; on the diagonal, the
// document's own). Cost: a sort of their entries, and the square of the documents of each point.
// Pure; any thread.
std::vector<Matrix> make_matrices(const MatrixSources& sources);

// Puts each copy beside its original, as alike as that is to itself.
void add_copies(Matrix& matrix, std::span<const DocumentId> original);

// Puts the entries in order.
void sort_entries(Matrix& matrix);

// Returns how many points each document states; a copy, those of its original.
std::vector<double> points_of_each(std::span<const Point> points,
                                   std::span<const DocumentId> original);

// Returns the result's matrix of the measure. REQUIRES: the result's parts have matrices, and it is
// one of theirs.
const Matrix& matrix_of(const Result& result, MatrixMeasure measure);

// Returns the entry from one document to another, or the one behind its place. Cost: logarithmic.
std::vector<Matrix::Entry>::const_iterator first_entry(const Matrix& matrix, DocumentId from,
                                                       DocumentId to);

// Returns what goes from one document to the other. Cost: logarithmic.
double value_of(const Matrix& matrix, DocumentId from, DocumentId to, const Result& result);

// A matrix in full, identical documents included, row by row: the square of ten thousand documents
// is never held.
class MatrixRows {
 public:
  // Both must outlive it.
  MatrixRows(const Matrix& matrix, const Result& result);

  // Returns the row of a document, which stays until the next is asked for. Cost: linear in the
  // documents.
  const std::vector<double>& row(DocumentId from);

 private:
  const Matrix& matrix_;
  const Result& result_;
  std::vector<double> of_originals_;  // the row without copies
  std::vector<double> row_;
};

// Returns all rows, one behind another. Memory: 8 bytes times the square of the documents.
std::vector<double> dense_values(const Matrix& matrix, const Result& result);

}  // namespace reprise::detail
