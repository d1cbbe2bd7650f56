// Tables beside text files.
//
//     1. A table is read when the first file near it is asked about, and kept by its folder.
//     2. Its rows are kept by the path in the column `file`, in normal form: "./a/../b.txt" is
//        "b.txt".
//     3. A file is sought by its path relative to the table's folder: in the table that was given,
//        in that of its own folder, in that of the folder that was named.
//
// Example: articles/metadata.csv has a row for sub/a.txt; articles/sub/metadata.csv has one for
// a.txt: the nearer one counts. Counter-example: standard input has no folder, and so no row.
//
// Cost: a path in normal form, and a look-up in a hash table, for each file and table.
#include "reprise/corpus/metadata.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "reprise/base/utf8.h"
#include "reprise/io/csv.h"
#include "reprise/io/input_file.h"

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

MetadataRow row_of(const CsvRow& header, const CsvRow& row) {
  MetadataRow result;
  auto extra = nlohmann::ordered_json::object();
  const size_t columns = std::min(header.fields.size(), row.fields.size());
  for (size_t i = 0; i < columns; ++i) {
    const std::string value = repaired_utf8(row.fields[i]);
    const std::string& name = header.fields[i];
    if (value.empty() || name == "file") {
      continue;
    }
    if (name == "id") {
      result.id = value;
    } else if (name == "title") {
      result.title = value;
    } else if (name == "source") {
      result.source = value;
    } else if (name == "date") {
      result.date = value;
    } else if (name == "url") {
      result.url = value;
    } else {
      extra[repaired_utf8(name)] = value;
    }
  }
  result.extra = extra.dump();
  return result;
}

}  // namespace

std::unique_ptr<Metadata::Table> Metadata::read_table(const std::string& path,
                                                      const std::string& folder,
                                                      const ProblemSink& on_problem) {
  auto table = std::make_unique<Table>();
  table->file = path;
  table->folder = folder;
  std::optional<std::string> damage;
  const std::vector<CsvRow> rows = parse_csv(read_whole(path, damage));
  if (damage) {
    on_problem({path, *damage, "write the table again", true});
  }
  if (rows.empty()) {
    return table;
  }
  const CsvRow& header = rows.front();
  const auto file = std::find(header.fields.begin(), header.fields.end(), "file");
  if (file == header.fields.end()) {
    on_problem(
        {path, "the table has no column \"file\"", "name the files in a column \"file\"", false});
    return table;
  }
  const auto column = static_cast<size_t>(file - header.fields.begin());
  for (size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].fields.size() <= column) {
      continue;
    }
    const std::string& name = rows[i].fields[column];
    std::error_code error;
    if (!fs::exists(fs::path(folder) / name, error)) {
      on_problem({path + ":" + std::to_string(rows[i].line),
                  "names the file \"" + repaired_utf8(name) + "\", which is not there",
                  "correct the column \"file\": it is relative to the folder of the table", false});
    }
    MetadataRow& row = table->rows[fs::path(name).lexically_normal().string()];
    row = row_of(header, rows[i]);
    row.where = repaired_utf8(path) + ":" + std::to_string(rows[i].line);
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
  std::unique_ptr<Table>& slot = found_[folder];
  if (slot) {
    return *slot;
  }
  const std::string path = folder + "/metadata.csv";
  std::error_code error;
  slot = std::make_unique<Table>();
  if (given_ && fs::equivalent(path, given_->file, error)) {
    return *slot;  // asked already
  }
  if (fs::is_regular_file(path, error)) {
    try {
      slot = read_table(path, folder, on_problem);
    } catch (const Error& e) {
      on_problem(e.problem());
    }
  }
  return *slot;
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
