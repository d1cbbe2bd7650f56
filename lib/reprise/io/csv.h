// Comma-separated values as RFC 4180 has them: quoted fields may hold commas, line breaks and
// doubled quotes. Semicolons, tabs and bars part fields as well, where a table is written so.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reprise::detail {

struct CsvRow {
  size_t line = 0;  // where the row begins, counted from 1
  std::vector<std::string> fields;
};

// What parts the fields of a table that has one column.
inline constexpr char no_delimiter = '\n';

// Returns what parts the fields of a table that begins like this: what a first line "sep=;" says,
// as spreadsheets write it, or else that of , ; tab and | by which most of the first rows have as
// many fields as the first, if those are more than one. Cost: the first 64 KiB are taken apart by
// each.
char guess_delimiter(std::string_view head);

// Returns where the header begins: behind a byte-order mark and a line "sep=;".
size_t begin_of_table(std::string_view text);

// Returns the rows of the text, without empty lines and what stands before the header. Lines end
// with \n, \r\n or \r; a quote that is never closed ends with the text. Cost: linear.
std::vector<CsvRow> parse_csv(std::string_view text, char delimiter = ',');

// Where a row ends.
struct CsvRowEnd {
  size_t place = 0;           // behind its line end, or the text's end
  bool has_line_end = false;  // otherwise the text ends first
  bool in_quotes = false;     // the text ends in a quoted field
};

// Reads the fields of the row that begins at `at`, or passes over them if `fields` is nullptr, and
// returns its end. Cost: linear in the row.
CsvRowEnd read_row(std::string_view text, size_t at, char delimiter,
                   std::vector<std::string>* fields);

// Returns how many lines a row takes, with its line end.
size_t lines_of_row(std::string_view row);

// Appends one field, in quotes if it needs them. Where a spreadsheet would take the text for a
// formula (it begins with = + - @, their full-width forms, a tab or a carriage return, and is no
// number) an apostrophe stands before it, which spreadsheets read as "this is text"; NUL, which
// ends a text for many readers, becomes U+FFFD. All else comes back as it was.
void append_csv_field(std::string& line, std::string_view text);

}  // namespace reprise::detail
