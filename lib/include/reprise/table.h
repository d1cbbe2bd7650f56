// What a comparison found as tables: the rows of pairs.csv and its like, for programs that take
// columns.
//
//     const Table pairs = to_table(result, "pairs");
//     for (const TableColumn& column : pairs.columns) {
//       std::cout << column.name << ": " << column.meaning << "\n";
//     }
//
// Columns and their meanings are those of the exports of the same name (docs/report.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "reprise/export.h"
#include "reprise/result.h"

namespace reprise {

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
