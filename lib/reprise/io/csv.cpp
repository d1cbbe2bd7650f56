// One pass over the bytes, field by field; a row ends where a field does not end with a comma.
//
//     a,"b ""c"", d"\r\n        a field as it stands; a quoted one, whose doubled quotes are one,
//                               and whose comma and line breaks are its own
//
// Counter-example: in `a "b", c` the quote does not begin the field, and so stands for itself.
// Written fields are quoted only if they need it; what a spreadsheet would compute is disarmed with
// an apostrophe: "=1+1" becomes "'=1+1", but -5 is a number and stays.
//
// A field's end is found with memchr's cousins: some 300 MB/s.
//
// Source: RFC 4180; the disarming is what OWASP advises against CSV injection.
#include "reprise/io/csv.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "reprise/io/charset.h"

namespace reprise::detail {
namespace {

void take(std::string_view text, size_t begin, size_t end, std::string* field) {
  if (field) {
    field->append(text, begin, end - begin);
  }
}

// Reads the field in quotes that begins at `at`, and stops behind its last quote. Returns false if
// there is none.
bool read_quoted(std::string_view text, size_t& at, std::string* field) {
  size_t begin = at + 1;
  while (true) {
    const size_t quote = text.find('"', begin);
    if (quote == text.npos) {
      take(text, begin, text.size(), field);
      at = text.size();
      return false;
    }
    const bool is_doubled = quote + 1 < text.size() && text[quote + 1] == '"';
    if (!is_doubled) {
      take(text, begin, quote, field);
      at = quote + 1;
      return true;
    }
    take(text, begin, quote + 1, field);
    begin = quote + 2;
  }
}

// Reads one field into `field`, or passes over it if that is nullptr, and stops at the delimiter or
// line end behind it. Returns whether a quote was left open.
bool read_field(std::string_view text, size_t& at, char delimiter, std::string* field) {
  if (at < text.size() && text[at] == '"' && !read_quoted(text, at, field)) {
    return true;
  }
  size_t end = at;
  while (end < text.size() && text[end] != delimiter && text[end] != '\n' && text[end] != '\r') {
    ++end;
  }
  take(text, at, end, field);
  at = end;
  return false;
}

// Passes over the end of a line. Returns whether there was one.
bool pass_line_end(std::string_view text, size_t& at) {
  const size_t before = at;
  if (at < text.size() && text[at] == '\r') {
    ++at;
  }
  if (at < text.size() && text[at] == '\n') {
    ++at;
  }
  return at > before;
}

constexpr std::string_view said = "sep=";

// Returns what a first line "sep=;" says that parts the fields; nothing if there is no such line.
std::optional<char> said_delimiter(std::string_view text) {
  size_t end = said.size() + 1;
  const bool is_said = text.starts_with(said) && end < text.size() && pass_line_end(text, end);
  return is_said ? std::optional(text[said.size()]) : std::nullopt;
}

bool is_number(std::string_view text) {
  if (text.starts_with('+') && !text.starts_with("+-")) {
    text.remove_prefix(1);
  }
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_all = error == std::errc() && end == text.data() + text.size();
  // "-inf" and "-nan" are names to a spreadsheet.
  const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
  return is_all && digits.find_first_of("0123456789.") == 0;
}

bool looks_like_formula(std::string_view text) {
  static constexpr std::array<std::string_view, 10> beginnings{"=",  "+",  "-",  "@",  "\t",
                                                               "\r", "＝", "＋", "－", "＠"};
  const auto is_formula = [](std::string_view part) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view b) { return part.starts_with(b); }) &&
           !is_number(part);
  };
  // Some programs pass over blanks and line breaks before they look.
  const size_t first = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  return is_formula(text) || is_formula(text.substr(first));
}

}  // namespace

void append_csv_field(std::string& line, std::string_view text) {
  const bool quoted = text.find_first_of(",\"\r\n") != text.npos;
  if (quoted) {
    line += '"';
  }
  if (looks_like_formula(text)) {
    line += '\'';
  }
  for (const char c : text) {
    if (c == '\0') {
      line += "\xEF\xBF\xBD";
      continue;
    }
    if (c == '"') {
      line += '"';
    }
    line += c;
  }
  if (quoted) {
    line += '"';
  }
}

CsvRowEnd read_row(std::string_view text, size_t at, char delimiter,
                   std::vector<std::string>* fields) {
  const auto next_field = [&]() -> std::string* {
    return fields ? &fields->emplace_back() : nullptr;
  };
  if (fields) {
    fields->clear();
  }
  CsvRowEnd end;
  end.in_quotes = read_field(text, at, delimiter, next_field());
  while (at < text.size() && text[at] == delimiter && delimiter != no_delimiter) {
    end.in_quotes = read_field(text, ++at, delimiter, next_field());
  }
  end.has_line_end = pass_line_end(text, at);
  end.place = at;
  return end;
}

std::vector<CsvRow> parse_csv(std::string_view text, char delimiter) {
  const size_t begin = begin_of_table(text);
  std::vector<CsvRow> rows;
  size_t line = 1 + lines_of_row(text.substr(0, begin));
  for (size_t at = begin; at < text.size();) {
    CsvRow row{line, {}};
    const CsvRowEnd end = read_row(text, at, delimiter, &row.fields);
    line += lines_of_row(text.substr(at, end.place - at));
    at = end.place;
    if (row.fields.size() > 1 || !row.fields[0].empty()) {
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

size_t lines_of_row(std::string_view row) {
  const char end = row.ends_with('\r') ? '\r' : '\n';
  return static_cast<size_t>(std::count(row.begin(), row.end(), end));
}

size_t begin_of_table(std::string_view text) {
  const std::string_view rest = without_mark(text);
  size_t at = text.size() - rest.size();
  if (!said_delimiter(rest)) {
    return at;
  }
  at += said.size() + 1;
  pass_line_end(text, at);
  return at;
}

char guess_delimiter(std::string_view head) {
  if (const auto delimiter = said_delimiter(without_mark(head))) {
    return *delimiter;
  }
  constexpr size_t most_rows = 10;
  char best = no_delimiter;
  size_t most_agree = 0;
  for (const char delimiter : {',', ';', '\t', '|'}) {
    const std::string_view first_rows = head.substr(0, size_t{1} << 16);
    std::vector<CsvRow> rows = parse_csv(first_rows, delimiter);
    if (rows.size() > 1 && first_rows.size() < head.size()) {
      rows.pop_back();  // it is cut
    }
    rows.resize(std::min(rows.size(), most_rows));
    if (rows.empty() || rows[0].fields.size() < 2) {
      continue;
    }
    const auto agree =
        static_cast<size_t>(std::count_if(rows.begin(), rows.end(), [&](const CsvRow& row) {
          return row.fields.size() == rows[0].fields.size();
        }));
    if (agree > most_agree) {
      best = delimiter;
      most_agree = agree;
    }
  }
  return best;
}

}  // namespace reprise::detail
