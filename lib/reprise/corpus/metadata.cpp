// Tables beside text files.
//
//     1. A table is read when the first file near it is asked about, and kept by its folder.
//     2. Its rows are kept by the path in the column `file` (or filename, path, name), in normal
//        form: "./a/../b.txt" is "b.txt".
//     3. A file is sought by its path relative to the table's folder: in the table that was given,
//        in that of its own folder, in that of the folder that was named.
//
// Example: articles/metadata.csv has a row for sub/a.txt; articles/sub/metadata.csv has one for
// a.txt: the nearer one counts. Counter-example: standard input has no folder, and so no row.
//
// Cost: a path in normal form, and a look-up in a hash table, for each file and table.
#include "reprise/corpus/metadata.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "reprise/base/utf8.h"
#include "reprise/corpus/file_problems.h"
#include "reprise/io/csv.h"
#include "reprise/io/input_file.h"
#include "reprise/io/pack.h"

namespace reprise::detail {
namespace fs = std::filesystem;

struct Metadata::Table {
  std::string file;
  std::string folder;
  std::unordered_map<std::string, MetadataRow> rows;  // by normal path, relative to the folder

  const MetadataRow* find(const std::string& path) const {
    if (rows.empty()) {
      return nullptr;
    }
    const auto relative = fs::absolute(path).lexically_normal().lexically_relative(
        fs::absolute(folder).lexically_normal());
    const auto it = rows.find(relative.string());
    return it == rows.end() ? nullptr : &it->second;
  }
};

namespace {

std::string folder_of(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

// The columns that may say which file a row is about, the likeliest first.
constexpr std::array<std::string_view, 5> key_columns{"file", "filename", "file_name", "path",
                                                      "name"};

std::optional<size_t> key_column(const CsvRow& header) {
  for (const std::string_view key : key_columns) {
    const auto found = std::find(header.fields.begin(), header.fields.end(), key);
    if (found != header.fields.end()) {
      return static_cast<size_t>(found - header.fields.begin());
    }
  }
  return std::nullopt;
}

std::string in_words(const CsvRow& header) {
  std::string list;
  for (const std::string& name : header.fields) {
    list += (list.empty() ? "\"" : ", \"") + repaired_utf8(name) + "\"";
  }
  return list;
}

// Returns the member that a column fills, or nullptr.
std::optional<std::string> MetadataRow::*member_of(std::string_view column) {
  if (column == "id") {
    return &MetadataRow::id;
  }
  if (column == "title") {
    return &MetadataRow::title;
  }
  if (column == "source") {
    return &MetadataRow::source;
  }
  if (column == "date") {
    return &MetadataRow::date;
  }
  return column == "url" ? &MetadataRow::url : nullptr;
}

MetadataRow row_of(const CsvRow& header, const CsvRow& names, size_t key, const CsvRow& row) {
  MetadataRow result;
  auto extra = nlohmann::ordered_json::object();
  const size_t columns = std::min(header.fields.size(), row.fields.size());
  for (size_t i = 0; i < columns; ++i) {
    const std::string value = repaired_utf8(row.fields[i]);
    if (value.empty() || i == key) {
      continue;
    }
    if (const auto member = member_of(names.fields[i])) {
      result.*member = value;
    } else {
      extra[repaired_utf8(header.fields[i])] = value;
    }
  }
  result.extra = extra.dump();
  return result;
}

// Returns the names of the columns as they are compared: in any case of letters.
CsvRow in_small_letters(CsvRow header) {
  for (std::string& name : header.fields) {
    name = lower_ascii(name);
  }
  return header;
}

// Returns the encoding that the bytes were in, if it was not UTF-8 and could be told.
std::optional<CharsetGuess> make_utf8(std::string& bytes) {
  auto told = is_valid_utf8(bytes) ? std::nullopt : tell_charset(bytes);
  if (told) {
    bytes = decode_charset(bytes, told->name)->text;
  }
  return told;
}

[[noreturn]] void throw_no_use(const std::string& path, const std::string& what,
                               const CsvRow& header) {
  throw Error(ErrorKind::input,
              {path, what + "; its columns are " + in_words(header),
               "name the files in a column \"file\", relative to the folder of the table", true});
}

}  // namespace

std::unique_ptr<Metadata::Table> Metadata::read_table(const std::string& path,
                                                      const std::string& folder,
                                                      const ProblemSink& on_problem) {
  auto table = std::make_unique<Table>();
  table->file = path;
  table->folder = folder;
  std::optional<std::string> damage;
  std::string bytes = read_whole(path, damage);
  if (const auto told = make_utf8(bytes)) {
    on_problem(told_encoding_problem(repaired_utf8(path), *told));
  }
  const std::vector<CsvRow> rows = parse_csv(bytes, guess_delimiter(bytes));
  if (damage) {
    on_problem({path, *damage, "write the table again", true});
  }
  if (rows.size() < 2) {
    return table;
  }
  const CsvRow& header = rows.front();
  const CsvRow names = in_small_letters(header);
  const std::optional<size_t> key = key_column(names);
  if (!key) {
    throw_no_use(path, "the table has no column that names files", header);
  }
  std::vector<Problem> absent;
  for (size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].fields.size() <= *key) {
      continue;
    }
    const std::string& name = rows[i].fields[*key];
    std::error_code error;
    if (!fs::exists(fs::path(folder) / name, error)) {
      absent.push_back({path + ":" + std::to_string(rows[i].line),
                        "names the file \"" + repaired_utf8(name) + "\", which is not there",
                        "correct the column \"" + repaired_utf8(header.fields[*key]) +
                            "\": it is relative to the folder of the table",
                        false});
    }
    MetadataRow& row = table->rows[fs::path(name).lexically_normal().string()];
    row = row_of(header, names, *key, rows[i]);
    row.where = repaired_utf8(path) + ":" + std::to_string(rows[i].line);
  }
  if (absent.size() + 1 == rows.size()) {
    throw_no_use(path,
                 "none of the files that the table names in \"" +
                     repaired_utf8(header.fields[*key]) + "\" is there",
                 header);
  }
  for (Problem& problem : absent) {
    on_problem(std::move(problem));
  }
  return table;
}

Metadata::Metadata(const std::string& table, const ProblemSink& on_problem) {
  if (!table.empty()) {
    given_ = read_table(table, folder_of(table), on_problem);
  }
}

Metadata::~Metadata() = default;

const Metadata::Table& Metadata::table_of(const std::string& folder,
                                          const ProblemSink& on_problem) {
  if (const auto found = found_.find(folder); found != found_.end()) {
    return *found->second;
  }
  std::unique_ptr<Table>& slot = found_[folder];
  const std::string path = folder + "/metadata.csv";
  std::error_code error;
  slot = std::make_unique<Table>();
  if (given_ && fs::equivalent(path, given_->file, error)) {
    return *slot;  // asked already
  }
  if (fs::is_regular_file(path, error)) {
    slot = read_table(path, folder, on_problem);
  }
  return *slot;
}

void Metadata::read_tables(std::span<const InputPath> inputs, const ProblemSink& on_problem) {
  for (const InputPath& input : inputs) {
    if (input.path == "-") {
      continue;
    }
    table_of(folder_of(input.path), on_problem);
    if (!input.folder.empty()) {
      table_of(input.folder, on_problem);
    }
  }
}

const MetadataRow* Metadata::find(const InputPath& input, const ProblemSink& on_problem) {
  if (input.path == "-") {
    return nullptr;
  }
  if (given_) {
    if (const MetadataRow* row = given_->find(input.path)) {
      return row;
    }
  }
  const Table& nearest = table_of(folder_of(input.path), on_problem);
  if (const MetadataRow* row = nearest.find(input.path)) {
    return row;
  }
  return input.folder.empty() ? nullptr : table_of(input.folder, on_problem).find(input.path);
}

}  // namespace reprise::detail
