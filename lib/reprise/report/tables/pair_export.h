// Near-duplicates and contained documents as a table: a row for each pair that the report lists.
//
//     a_doc_id,…,a_words,b_doc_id,…,b_words,jaccard,a_in_b,b_in_a,…,shared_points,cluster
//     wire.txt,…,310,times.txt,…,305,0.92,0.95,0.97,…,4,0
//
// Of two documents, a was read first. Cost: that of the table (table.h). Pure but for the file; any
// thread.
#pragma once

#include <vector>

#include "reprise/report/tables/table.h"
#include "reprise/result.h"

namespace reprise::detail {

// Returns the columns.
std::vector<ColumnMeaning> pair_columns();

// Writes a row for each pair. REQUIRES: the result's parts have matrices. Throws Error.
void write_pairs_csv(const Result& result, OutputFile& file);

}  // namespace reprise::detail
