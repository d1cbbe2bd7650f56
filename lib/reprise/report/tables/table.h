// Tables for other programs: rows of named cells, as CSV and as JSON Lines; and the columns that
// several tables have.
//
//     {{"passage_id", 0}, {"quoted", false}, {"source_title", nothing}, {"source_doc_id", "a,b"}}
//
//     passage_id,quoted,source_title,source_doc_id
//     0,false,,"a,b"
//
// A name and what it means are the same in all tables; docs/guide.md lists them. CSV is RFC 4180 in
// UTF-8 without a byte-order mark, its first row the names; what is absent is empty; texts that a
// spreadsheet would take for formulas are made harmless (io/csv.h).
//
// Cost: a row is made and forgotten. Pure but for the file; any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "reprise/io/output_file.h"
#include "reprise/result.h"
#include "reprise/result/places.h"

namespace reprise::detail {

// Nothing is null in JSON, and an empty cell in CSV. Texts are valid UTF-8.
using TableCell = std::variant<std::monostate, bool, uint64_t, double, std::string>;

// The cells of a row with the names of their columns, which are the same in each row of a table.
using TableRow = std::vector<std::pair<std::string, TableCell>>;

using RowMaker = std::function<TableRow(size_t)>;

// Returns the text as it may be shown, or nothing.
TableCell text_or_nothing(const std::optional<std::string>& text);

// Returns the number, or nothing.
TableCell number_or_nothing(const std::optional<uint32_t>& number);

// Appends what a document is called: doc_id, filename, title, series, date, year and url, each
// behind the prefix.
void add_document(TableRow& row, const std::string& prefix, const Document& document);

// Appends where a span stands: field, start_byte, end_byte, start_char and end_char, each behind
// the prefix.
void add_place(TableRow& row, const std::string& prefix, uint32_t unit, Span span,
               const Result& result, Places& places);

// Appends the cell as CSV and JSON have it: numbers in the shortest form that reads back as the
// same.
void append_csv_cell(std::string& line, const TableCell& cell);

// Write `rows` rows, row(0) first. `head` has the columns' names, which a table without rows has
// too. Throw Error.
void write_csv(OutputFile& file, const TableRow& head, size_t rows, const RowMaker& row);
void write_json_lines(OutputFile& file, size_t rows, const RowMaker& row);

// Returns a result with one document that has one word, and one of everything that tables list.
// What makes rows makes the head of its table out of this.
Result one_of_each();

}  // namespace reprise::detail
