// Passages as tables, a row each, for the programs that people already have: JSON Lines and CSV.
//
// Each passage has a source, from which the text may have come, and a target, which has it as well.
// The source is the document whose known date lies before the other's; where that is not known, the
// one that was read first. A reference (--against) is always the source. So the direction is an
// order in time or in the input, and no proof of who copied.
//
//     {"passage_id":0,"cluster":null,"identity":0.94,…,"source_doc_id":"wire.txt",…}
//
//     passage_id,cluster,identity,…,source_doc_id,…
//     0,,0.94,…,wire.txt,…
//
// Columns are called as TextPAIR calls them where they mean the same; docs/guide.md compares them.
// Of identical documents the first stands for the others, as in the report. Rows come in the order
// of the report, whatever the threads.
//
// Cost: that of the table (table.h), and the memory of Places. Pure but for the file; any thread.
#pragma once

#include <vector>

#include "reprise/report/tables/table.h"
#include "reprise/result.h"

namespace reprise::detail {

// A passage's unit and range on one side.
struct PassageSide {
  UnitId unit;
  TokenRange range;
};

// The two sides, in the order that is said above: the source, and the target.
struct DirectedPassage {
  PassageSide earlier, later;
};

// Returns the sides of the passage in their order. Pure; any thread.
DirectedPassage directed(const Passage& passage, const Result& result);

// Returns the columns of both tables.
std::vector<ColumnMeaning> passage_columns();

// Writes a row for each passage. REQUIRES: the result's parts have passages. Throws Error.
void write_passages_jsonl(const Result& result, OutputFile& file);
void write_passages_csv(const Result& result, OutputFile& file);

// Returns the same rows in memory.
Table passage_table(const Result& result);

}  // namespace reprise::detail
