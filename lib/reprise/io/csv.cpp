#include "reprise/io/csv.h"

namespace reprise {
namespace {

// Reads one field and stops at the comma or line end behind it.
std::string read_field(std::string_view text, size_t& at, size_t& line) {
  std::string field;
  if (at < text.size() && text[at] == '"') {
    for (++at; at < text.size(); ++at) {
      if (text[at] == '"') {
        if (at + 1 >= text.size() || text[at + 1] != '"') break;
        ++at;
      }
      line += text[at] == '\n';
      field += text[at];
    }
    if (at < text.size()) ++at;
  }
  while (at < text.size() && text[at] != ',' && text[at] != '\n' && text[at] != '\r') field += text[at++];
  return field;
}

}  // namespace

std::vector<CsvRow> parse_csv(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<CsvRow> rows;
  size_t line = 1;
  for (size_t at = 0; at < text.size();) {
    CsvRow row{line, {}};
    row.fields.push_back(read_field(text, at, line));
    while (at < text.size() && text[at] == ',') row.fields.push_back(read_field(text, ++at, line));
    if (at < text.size() && text[at] == '\r') ++at;
    if (at < text.size() && text[at] == '\n') ++at;
    ++line;
    if (row.fields.size() > 1 || !row.fields[0].empty()) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace reprise
