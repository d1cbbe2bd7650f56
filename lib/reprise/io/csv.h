// Comma-separated values as RFC 4180 has them: quoted fields may hold commas, line breaks and
// doubled quotes.
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

// Returns the rows of the text, without empty lines and byte-order mark. Lines end with \n, \r\n or
// \r; a quote that is never closed ends with the text. Cost: linear.
std::vector<CsvRow> parse_csv(std::string_view text);

// Appends one field, in quotes if it needs them. Where a spreadsheet would take the text for a
// formula (it begins with = + - @, their full-width forms, a tab or a carriage return, and is no
// number) an apostrophe stands before it, which spreadsheets read as "this is text"; NUL, which
// ends a text for many readers, becomes U+FFFD. All else comes back as it was.
void append_csv_field(std::string& line, std::string_view text);

}  // namespace reprise::detail
