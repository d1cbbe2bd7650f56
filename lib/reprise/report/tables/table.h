// Tables for other programs, as CSV, as JSON Lines and in memory (table.h of the public ones): each
// is a list of columns, and a column says how it is called, what it holds, and how its cell is got
// from what the row is made of.
//
//     const Columns<Passage> columns{
//         column<Passage>("identity", "Equal words over the words of the longer side.",
//                         [](const Passage& p) { return p.identity; }),
//         column<Passage>("quoted", "Both sides stand in quotation marks.",
//                         [](const Passage& p) { return p.quoted; })};
//     write_csv(file, columns, 2, [&](size_t i) -> const Passage& { return passages[i]; });
//
//     identity,quoted
//     0.94,false
//     1.0,true
//
// A name and what it means are the same in all tables; docs/report.md is made from these lists. CSV
// is RFC 4180 in UTF-8 without a byte-order mark, its first row the names, even if nothing else is
// there; what is absent is empty; texts that a spreadsheet would take for formulas are made
// harmless (io/csv.h).
//
// What a column's function returns is its type: a number, a fraction, a truth value, a text, or one
// of these that may be absent.
//
// Cost: a row is made and forgotten. Pure but for the file; any thread.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "reprise/io/output_file.h"
#include "reprise/io/piece_writer.h"
#include "reprise/result/places.h"
#include "reprise/table.h"

namespace reprise::detail {

// Nothing is null in JSON, and an empty cell in CSV.
template <class Row>
struct Column {
  std::string name;
  std::string meaning;  // a sentence
  CellType type = CellType::text;
  std::function<TableCell(const Row&)> cell;
};

template <class Row>
using Columns = std::vector<Column<Row>>;

// Returns a value as a cell.
inline TableCell cell_of(bool flag) {
  return flag;
}
template <std::integral Number>
requires(!std::same_as<Number, bool>) TableCell cell_of(Number number) {
  return static_cast<uint64_t>(number);
}
template <class Kind>
TableCell cell_of(Id<Kind> id) {
  return uint64_t{uint32_t{id}};
}
inline TableCell cell_of(double real) {
  return real;
}
inline TableCell cell_of(std::string text) {
  return text;
}
inline TableCell cell_of(const char* text) {
  return std::string(text);
}
template <class Value>
TableCell cell_of(const std::optional<Value>& value) {
  return value ? cell_of(*value) : TableCell();
}

// What kind of cells a function of a column gives.
template <class Value>
struct CellTypeOf {
  static constexpr CellType type = CellType::text;
};
template <>
struct CellTypeOf<bool> {
  static constexpr CellType type = CellType::flag;
};
template <>
struct CellTypeOf<double> {
  static constexpr CellType type = CellType::real;
};
template <std::integral Number>
requires(!std::same_as<Number, bool>) struct CellTypeOf<Number> {
  static constexpr CellType type = CellType::number;
};
template <class Kind>
struct CellTypeOf<Id<Kind>> {
  static constexpr CellType type = CellType::number;
};
template <class Value>
struct CellTypeOf<std::optional<Value>> : CellTypeOf<Value> {};

// Returns a column whose cells are what value(row) returns.
template <class Row, class Value>
Column<Row> column(std::string name, std::string meaning, const Value& value) {
  using Returned = std::remove_cvref_t<std::invoke_result_t<Value, const Row&>>;
  return {std::move(name), std::move(meaning), CellTypeOf<Returned>::type, [value](const Row& row) {
            return cell_of(value(row));
          }};
}

// Adds the columns of a part of the row, which get(row) returns, each behind the prefix.
template <class Row, class Part, class Get>
void add_columns(Columns<Row>& columns, const std::string& prefix, const Columns<Part>& part,
                 const Get& get) {
  for (const Column<Part>& column : part) {
    columns.push_back({prefix + column.name, column.meaning, column.type,
                       [cell = column.cell, get](const Row& row) {
                         return cell(get(row));
                       }});
  }
}

// A column without its cells, for who describes a table.
struct ColumnMeaning {
  std::string name;
  std::string meaning;
};

template <class Row>
std::vector<ColumnMeaning> meanings_of(const Columns<Row>& columns) {
  std::vector<ColumnMeaning> meanings;
  for (const Column<Row>& column : columns) {
    meanings.push_back({column.name, column.meaning});
  }
  return meanings;
}

// Returns the text as it may be shown, or nothing.
std::optional<std::string> text_or_nothing(const std::optional<std::string>& text);

// What a document is called: doc_id, filename, title, series, date, year and url.
const Columns<Document>& document_columns();

// Where a span stands: field, start_byte, end_byte, start_char and end_char.
const Columns<ShownPlace>& place_columns();

// Append the cell: numbers in the shortest form that reads back as the same.
void append_csv_cell(std::string& line, const TableCell& cell);
void append_json_cell(std::string& line, const TableCell& cell);

// Returns `rows` rows in memory, column by column.
template <class Row, class RowMaker>
Table make_table(const Columns<Row>& columns, size_t rows, const RowMaker& row) {
  Table table;
  for (const Column<Row>& column : columns) {
    table.columns.push_back({column.name, column.meaning, column.type, {}});
    table.columns.back().cells.reserve(rows);
  }
  for (size_t i = 0; i < rows; ++i) {
    const Row& made = row(i);
    for (size_t c = 0; c < columns.size(); ++c) {
      table.columns[c].cells.push_back(columns[c].cell(made));
    }
  }
  return table;
}

// Writes `rows` rows as CSV; row(i) returns what the i-th is made of. Throws Error.
template <class Row, class RowMaker>
void write_csv(OutputFile& file, const Columns<Row>& columns, size_t rows, const RowMaker& row) {
  PieceWriter out(file);
  const char* separator = "";
  for (const Column<Row>& column : columns) {
    out.text().append(separator).append(column.name);
    separator = ",";
  }
  out.text() += "\r\n";
  for (size_t i = 0; i < rows; ++i) {
    const Row& made = row(i);
    separator = "";
    for (const Column<Row>& column : columns) {
      out.text() += separator;
      append_csv_cell(out.text(), column.cell(made));
      separator = ",";
    }
    out.text() += "\r\n";
    out.pass_on();
  }
  out.finish();
}

// The same as JSON Lines: an object a row.
template <class Row, class RowMaker>
void write_json_lines(OutputFile& file, const Columns<Row>& columns, size_t rows,
                      const RowMaker& row) {
  PieceWriter out(file);
  for (size_t i = 0; i < rows; ++i) {
    const Row& made = row(i);
    const char* separator = "{";
    for (const Column<Row>& column : columns) {
      out.text().append(separator).append("\"").append(column.name).append("\":");
      append_json_cell(out.text(), column.cell(made));
      separator = ",";
    }
    out.text() += "}\n";
    out.pass_on();
  }
  out.finish();
}

}  // namespace reprise::detail
