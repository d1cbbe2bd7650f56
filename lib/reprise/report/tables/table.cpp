#include "reprise/report/tables/table.h"

#include "reprise/base/utf8.h"
#include "reprise/corpus/date.h"
#include "reprise/io/csv.h"
#include "reprise/io/piece_writer.h"
#include "reprise/report/json/json_text.h"
#include "reprise/result/matrices.h"

namespace reprise::detail {
namespace {

// The year as it is written, for programs that sort by nothing finer.
TableCell year_of(const Document& document) {
  if (!document.date || !parse_date(*document.date)) {
    return {};
  }
  return std::stoull(document.date->substr(0, 4));
}

// Appends the cell; CSV and JSON differ in texts and in what is absent.
template <class AppendText>
void append_cell(std::string& line, const TableCell& cell, std::string_view nothing,
                 const AppendText& append_text) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    append_text(line, *text);
  } else if (const auto* number = std::get_if<uint64_t>(&cell)) {
    append_json_number(line, *number);
  } else if (const auto* real = std::get_if<double>(&cell)) {
    append_json_number(line, *real);
  } else if (const auto* flag = std::get_if<bool>(&cell)) {
    line += *flag ? "true" : "false";
  } else {
    line += nothing;
  }
}

void append_json_cell(std::string& line, const TableCell& cell) {
  append_cell(line, cell, "null", append_json_string);
}

}  // namespace

TableCell text_or_nothing(const std::optional<std::string>& text) {
  return text ? TableCell(repaired_utf8(*text)) : TableCell();
}

TableCell number_or_nothing(const std::optional<uint32_t>& number) {
  return number ? TableCell(*number) : TableCell();
}

void add_document(TableRow& row, const std::string& prefix, const Document& document) {
  row.emplace_back(prefix + "doc_id", repaired_utf8(document.id));
  row.emplace_back(prefix + "filename", repaired_utf8(document.where));
  row.emplace_back(prefix + "title", text_or_nothing(document.title));
  row.emplace_back(prefix + "series", text_or_nothing(document.source));
  row.emplace_back(prefix + "date", text_or_nothing(document.date));
  row.emplace_back(prefix + "year", year_of(document));
  row.emplace_back(prefix + "url", text_or_nothing(document.url));
}

void add_place(TableRow& row, const std::string& prefix, uint32_t unit, Span span,
               const Result& result, Places& places) {
  const OffsetMap::Place begin = places.of(unit, span.begin), end = places.of(unit, span.end);
  row.emplace_back(prefix + "field", result.units[unit].field == Field::title ? "title" : "text");
  row.emplace_back(prefix + "start_byte", begin.byte);
  row.emplace_back(prefix + "end_byte", end.byte);
  row.emplace_back(prefix + "start_char", begin.character);
  row.emplace_back(prefix + "end_char", end.character);
}

void append_csv_cell(std::string& line, const TableCell& cell) {
  append_cell(line, cell, "", append_csv_field);
}

void write_csv(OutputFile& file, const TableRow& head, size_t rows, const RowMaker& row) {
  PieceWriter out(file);
  const auto add_line = [&](const TableRow& cells, const auto& append) {
    const char* separator = "";
    for (const auto& cell : cells) {
      out.text() += separator;
      append(cell);
      separator = ",";
    }
    out.text() += "\r\n";
    out.pass_on();
  };
  add_line(head, [&](const auto& cell) { out.text() += cell.first; });
  for (size_t i = 0; i < rows; ++i) {
    add_line(row(i), [&](const auto& cell) { append_csv_cell(out.text(), cell.second); });
  }
  out.finish();
}

void write_json_lines(OutputFile& file, size_t rows, const RowMaker& row) {
  PieceWriter out(file);
  for (size_t i = 0; i < rows; ++i) {
    const char* separator = "{";
    for (const auto& [name, cell] : row(i)) {
      out.text().append(separator).append("\"").append(name).append("\":");
      append_json_cell(out.text(), cell);
      separator = ",";
    }
    out.text() += "}\n";
    out.pass_on();
  }
  out.finish();
}

Result one_of_each() {
  Result one;
  one.documents.resize(1);
  one.original = {0};
  one.words = {1};
  one.cluster_of.resize(1);
  one.reuse.resize(1);
  one.units.resize(1);
  one.units[0].tokens.resize(1);
  one.pairs.resize(1);
  one.passages.resize(1);
  one.passages[0].a = one.passages[0].b = {0, 1};
  one.points.resize(1);
  one.points[0].mentions.resize(1);
  one.matrices = make_matrices({one.original, one.words, {}, one.reuse, one.points});
  return one;
}

}  // namespace reprise::detail
