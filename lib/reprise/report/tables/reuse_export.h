// documents.csv: a row for each document, with how much of it stands in others, and in which the
// most of it. Cost: that of the rows.
#pragma once

#include <vector>

#include "reprise/io/output_file.h"
#include "reprise/report/tables/table.h"
#include "reprise/result.h"

namespace reprise::detail {

std::vector<ColumnMeaning> reuse_columns();

// REQUIRES: passages were sought.
void write_reuse_csv(const Result& result, OutputFile& file);

// Returns the same rows in memory.
Table reuse_table(const Result& result);

}  // namespace reprise::detail
