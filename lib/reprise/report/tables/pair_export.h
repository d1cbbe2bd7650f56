// Who has how much of whom as a table: a row for each pair of Result::ranking, in its order.
//
//     a_doc_id,…,a_words,b_doc_id,…,b_words,reused,longest_passage,…,jaccard,…,shared_points,…
//     wire.txt,…,310,times.txt,…,305,0.99,210,…,0.92,…,4,…
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

// Writes a row for each pair. REQUIRES: passages or matrices were sought. Throws Error.
void write_pairs_csv(const Result& result, OutputFile& file);

// Returns the same rows in memory.
Table pair_table(const Result& result);

}  // namespace reprise::detail
