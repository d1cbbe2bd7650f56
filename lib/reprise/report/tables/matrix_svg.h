// A matrix as a picture: SVG for a paper or a page, one file without script, style sheet, picture
// or font of its own.
//
//            a b c        A square for each two documents, from white (0) to dark blue in twenty
//                         steps, so that it prints
//          a ■ ▒          in grey; anything above 0 is no white. Shares are drawn from 0 to 1,
//                         numbers of points from 0
//          b ▒ ■          to the largest. The scale with what it measures stands below.
//          c     ■
//
// Documents that belong together stand together: stories in the order of their first document, in a
// story the clusters of near-duplicates, and inside these the order of the input. Up to 20
// documents, the values are written into the squares; up to 500, what documents are called
// (unique_names.h) stands at the sides, cut to 40 columns; beyond 1,000, a square stands for a
// block of documents and shows the largest value in it, so that a picture has never more than a
// million.
//
// Cost: a row at a time; squares of one shade in a row are one shape of about 15 bytes. Pure but
// for the file; any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "reprise/io/output_file.h"
#include "reprise/result.h"

namespace reprise::detail {

// Returns the documents in the order in which they are drawn.
std::vector<DocumentId> drawing_order(const Result& result);

// Draws the matrix of the measure. REQUIRES: the result's parts have matrices. Throws Error.
void write_matrix_svg(const Result& result, MatrixMeasure measure, OutputFile& file);

}  // namespace reprise::detail
