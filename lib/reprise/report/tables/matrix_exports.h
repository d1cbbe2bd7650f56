// Matrices in full for programs that compute: CSV and NumPy's .npy. A row and a column for each
// document, in the order of the report; value (i, j) goes from i to j; points are whole numbers,
// all else shares.
//
//     doc_id,wire.txt,times.txt     .npy: magic, version 1.0, {'descr': '<f8', 'fortran_order':
//                                   False, 'shape': (2, 2), },
//     wire.txt,1.0,0.9              blanks up to a multiple of 64 bytes; then 8 bytes a value,
//                                   little-endian, row by row
//     times.txt,0.9,1.0
//
// In CSV a document is called by its id; one whose id others have too by where it was read
// (unique_names.h), so that rows and columns have keys. CSV as in table.h.
//
// Cost: a row at a time, about 1 ns a value that is 0 and 50 ns one that is not. Pure but for the
// file; any thread.
#pragma once

#include "reprise/io/output_file.h"
#include "reprise/result.h"

namespace reprise::detail {

// Write the matrix of the measure. REQUIRES: the result's parts have matrices. Throw Error.
void write_matrix_csv(const Result& result, MatrixMeasure measure, OutputFile& file);
void write_matrix_npy(const Result& result, MatrixMeasure measure, OutputFile& file);

}  // namespace reprise::detail
