// Tables in and out, for programs that have columns: texts that lie in memory already, and what a
// comparison found, as the rows of pairs.csv and its like.
//
//     const Table pairs = to_table(result, "pairs");
//     for (const TableColumn& column : pairs.columns) {
//       std::cout << column.name << ": " << column.meaning << "\n";
//     }
//
// Columns and their meanings are those of the exports of the same name (docs/report.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "reprise/export.h"
#include "reprise/result.h"

namespace reprise {

// What is known of each row besides its text: "date", or any name that an option asks for.
struct TableField {
  std::string name;
  // Returns the value of a row as JSONL would hold it; nothing where there is none. Called by
  // several threads at once.
  std::function<std::optional<std::string>(size_t)> value;
};

// Texts that lie in memory already, a row each: a column of a table, and what else is known of its
// rows. Nothing is copied: the texts belong to the caller, and stay where they are as long as a
// result that was made of them.
//
//     TextTable table;
//     table.texts = texts;                               // a span of optional string views
//     table.fields = {{"date", [&](size_t row) { return dates[row]; }}};
//     DedupResult result = find_duplicates(table, options, 0, callbacks);
struct TextTable {
  // Of each row; nothing: the row has no text, which is a problem of it, and it takes no part. What
  // is no valid UTF-8 is read as U+FFFD, as in files.
  std::span<const std::optional<std::string_view>> texts;
  std::vector<TableField> fields;
};

// Nothing, or a value of the column's type. Texts are valid UTF-8.
using TableCell = std::variant<std::monostate, bool, uint64_t, double, std::string>;

enum class CellType { flag, number, real, text };

struct TableColumn {
  std::string name;
  std::string meaning;  // a sentence
  CellType type = CellType::text;
  std::vector<TableCell> cells;  // a row each
};

struct Table {
  std::vector<TableColumn> columns;  // of equal length
};

// Returns what a table may be called: "pairs", "documents", "passages" and "points".
REPRISE_EXPORT std::vector<std::string> table_names();

// Returns one of them. Throws Error of kind `usage` if there is none of this name, or if the result
// lacks what it holds. Memory: 40 bytes a cell, and its texts.
REPRISE_EXPORT Table to_table(const Result& result, std::string_view name);

}  // namespace reprise
