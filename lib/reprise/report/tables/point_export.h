// Talking points as a table: a row for each mention, with its point in front.
//
//     point,point_id,label,…,mention,doc_id,…,text,attributed,denied,figures
//     1,0,Forty boats were lost,…,0,wire.txt,…,the storm took 40 boats,,false,40 boats
//     1,0,Forty boats were lost,…,1,times.txt,…,30 boats sank,the mayor,false,30 boats
//
// Points come in the order of the report, their mentions by document. Cost: that of the table
// (table.h), and the memory of Places. Pure but for the file; any thread.
#pragma once

#include <vector>

#include "reprise/report/tables/table.h"
#include "reprise/result.h"

namespace reprise::detail {

// Returns the columns.
std::vector<ColumnMeaning> point_columns();

// Writes a row for each mention. REQUIRES: the result's parts have points. Throws Error.
void write_points_csv(const Result& result, OutputFile& file);

// Returns the same rows in memory.
Table point_table(const Result& result);

}  // namespace reprise::detail
