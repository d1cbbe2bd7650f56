// Any bytes as a metadata.csv: the table is read without harm; what it says of a file is text that
// can stand in a report, at a line that the table has; and a table written from what was read says
// the same.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "fuzz/require.h"
#include "reprise/base/utf8.h"
#include "reprise/corpus/metadata.h"
#include "reprise/io/csv.h"
#include "support/files.h"

namespace {

using namespace reprise;
using namespace reprise::detail;
using fuzz::require;

// Writes a field as the standard has it, always in quotes. append_csv_field() would protect
// spreadsheets, which changes what looks like a formula.
std::string quoted(const std::string& field) {
  std::string text = "\"";
  for (const char c : field) {
    text.append(c == '"' ? 2 : 1, c);
  }
  return text + "\"";
}

std::string written(const std::vector<CsvRow>& rows) {
  std::string table;
  for (const CsvRow& row : rows) {
    for (size_t i = 0; i < row.fields.size(); ++i) {
      table += i > 0 ? "," : "";
      table += quoted(row.fields[i]);
    }
    table += "\n";
  }
  return table;
}

void require_that_rows_survive_writing(std::string_view bytes) {
  const std::vector<CsvRow> rows = parse_csv(bytes);
  const std::vector<CsvRow> again = parse_csv(written(rows));
  require(again.size() == rows.size());
  size_t line = 0;
  for (size_t i = 0; i < rows.size(); ++i) {
    require(rows[i].fields == again[i].fields);
    require(rows[i].line > line);
    line = rows[i].line;
  }
}

void require_good_text(const std::optional<std::string>& value) {
  require(!value || (!value->empty() && is_valid_utf8(*value)));
}

// Returns the number behind the last colon of TABLE:LINE.
size_t line_of(const std::string& where) {
  return std::stoul(where.substr(where.rfind(':') + 1));
}

void require_good_row(const MetadataRow& row, size_t lines) {
  for (const auto& field : {row.id, row.title, row.source, row.date, row.url}) {
    require_good_text(field);
  }
  require(nlohmann::json::parse(row.extra).is_object());
  require(line_of(row.where) >= 2 && line_of(row.where) <= lines);
}

bool same(const MetadataRow& a, const MetadataRow& b) {
  const auto fields = [](const MetadataRow& row) {
    return std::tie(row.id, row.title, row.source, row.date, row.url, row.extra);
  };
  return fields(a) == fields(b);
}

// Returns what the table says of a.txt, which stands beside it; a copy, as the table goes. Nothing
// as well if it matches no file at all, which stops a run.
std::optional<MetadataRow> row_of_a(const support::TempFolder& folder, std::string_view bytes) {
  support::write_file(folder / "metadata.csv", bytes);
  const std::string table = folder / "metadata.csv";
  std::vector<Problem> problems;
  const ProblemSink note = [&](Problem problem) {
    problems.push_back(std::move(problem));
  };
  Metadata metadata("", note);
  const MetadataRow* row = nullptr;
  try {
    row = metadata.find({folder / "a.txt", "a.txt", folder.path(), "text"}, note);
  } catch (const Error& e) {
    problems.push_back(e.problem());
  }
  for (const Problem& problem : problems) {
    require(problem.where.starts_with(table) && !problem.what.empty() && !problem.remedy.empty());
    require(is_valid_utf8(problem.what));
  }
  return row ? std::optional(*row) : std::nullopt;
}

// Returns whether the bytes are read as they are: what looks compressed is inflated.
bool is_plain(std::string_view bytes) {
  return !bytes.starts_with("\x1f\x8b") && !bytes.starts_with("\x28\xb5\x2f\xfd") &&
         !(bytes.size() > 3 && bytes.substr(1).starts_with("\x2a\x4d\x18"));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const support::TempFolder folder;
  static const std::string text = folder.write("a.txt", "The ferry left at noon.");
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  require_that_rows_survive_writing(bytes);
  if (!is_plain(bytes)) {
    return 0;
  }
  const std::optional<MetadataRow> row = row_of_a(folder, bytes);
  const auto breaks = [](char c) {
    return c == '\n' || c == '\r';
  };
  if (row) {
    require_good_row(*row,
                     1 + static_cast<size_t>(std::count_if(bytes.begin(), bytes.end(), breaks)));
  }
  const std::string rewritten = written(parse_csv(bytes, guess_delimiter(bytes)));
  // In another encoding, what it is told to be may change with the bytes around it.
  if (guess_delimiter(rewritten) == ',' && is_valid_utf8(bytes)) {
    const std::optional<MetadataRow> again = row_of_a(folder, rewritten);
    require(row.has_value() == again.has_value());
    require(!row || same(*row, *again));
  }
  return 0;
}
