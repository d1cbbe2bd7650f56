// The four matrices: what each two documents have in common, by each measure.
#pragma once

#include <span>
#include <vector>

#include "reprise/report/result.h"

namespace reprise {

// Returns the matrices of Jaccard, containment, passages (the share of a document's words that lie in passages also found
// in the other) and points (their number in common; on the diagonal, the document's own). REQUIRES: everything else of
// the result is there; `similarities` are of the originals, by their place in `originals`.
std::vector<Matrix> make_matrices(const Result& result, std::span<const uint32_t> originals,
                                  std::span<const Similarity> similarities);

// Returns the matrix in full, row by row, identical documents included. Memory: 8 bytes times the square of the documents.
std::vector<double> dense_values(const Matrix& matrix, const Result& result);

}  // namespace reprise
