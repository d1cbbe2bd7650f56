// Columns that several tables share, and cells as CSV and as JSON.
//
// A cell holds a text, a number, a truth value or nothing; the two forms differ in how they write
// texts and nothing:
//
//     cells    Ferry, late       42    nothing
//     CSV      "Ferry, late"     42
//     JSON     "Ferry, late"     42    null
//
// Cost: that of the bytes written.
#include "reprise/report/tables/table.h"

#include "reprise/base/utf8.h"
#include "reprise/corpus/date.h"
#include "reprise/io/csv.h"
#include "reprise/report/json/json_text.h"

namespace reprise::detail {
namespace {

// The year as it is written, for programs that sort by nothing finer.
std::optional<uint64_t> year_of(const Document& document) {
  if (!document.date || !parse_date(*document.date)) {
    return std::nullopt;
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

}  // namespace

std::optional<std::string> text_or_nothing(const std::optional<std::string>& text) {
  return text ? std::optional(repaired_utf8(*text)) : std::nullopt;
}

const Columns<Document>& document_columns() {
  using Row = const Document&;
  static const Columns<Document> columns{
      column<Document>("doc_id", "The document's id; may repeat.",
                       [](Row d) { return repaired_utf8(d.id); }),
      column<Document>("filename", "The file; of a JSONL record FILE:LINE.",
                       [](Row d) { return repaired_utf8(d.where); }),
      column<Document>("title", "Its title, as given.",
                       [](Row d) { return text_or_nothing(d.title); }),
      column<Document>("series", "Who published it: the document's source in the JSON.",
                       [](Row d) { return text_or_nothing(d.source); }),
      column<Document>("date", "When it was published, as given.",
                       [](Row d) { return text_or_nothing(d.date); }),
      column<Document>("year", "The date's year as written, or none.",
                       [](Row d) { return year_of(d); }),
      column<Document>("url", "Where it was published, as given.",
                       [](Row d) { return text_or_nothing(d.url); })};
  return columns;
}

const Columns<ShownPlace>& place_columns() {
  using Row = const ShownPlace&;
  static const Columns<ShownPlace> columns{
      column<ShownPlace>("field", "text or title: where the offsets count.",
                         [](Row p) { return p.field == Field::title ? "title" : "text"; }),
      column<ShownPlace>(
          "start_byte",
          "The first byte: of the file on disk; of JSONL and titles, of the field's UTF-8.",
          [](Row p) { return p.begin.byte; }),
      column<ShownPlace>("end_byte", "The byte behind the last one.",
                         [](Row p) { return p.end.byte; }),
      column<ShownPlace>("start_char", "The first code point of the text.",
                         [](Row p) { return p.begin.character; }),
      column<ShownPlace>("end_char", "The code point behind the last one.",
                         [](Row p) { return p.end.character; })};
  return columns;
}

void append_csv_cell(std::string& line, const TableCell& cell) {
  append_cell(line, cell, "", append_csv_field);
}

void append_json_cell(std::string& line, const TableCell& cell) {
  append_cell(line, cell, "null", append_json_string);
}

}  // namespace reprise::detail
