// metadata.csv: titles, sources, dates and urls for text files, which have no place for them.
//
//     file,title,source,date,url
//     ferry-1.txt,"Ferry delayed, again",Coastal Courier,2031-03-04,https://example.org/ferry
//
// The column `file` (or filename, path, name) is relative to the folder of the table; further
// columns become "extra". Names of columns go in any case of letters; semicolons and tabs part
// fields as commas do. A table
// is found in the folder of the file itself, then in the folder that was named on the command line;
// --metadata FILE comes before both.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "reprise/read.h"

namespace reprise::detail {

// What a table says of one file. Empty cells are absent.
struct MetadataRow {
  std::optional<std::string> id, title, source, date, url;
  std::string extra = "{}";
  std::string where;  // TABLE:LINE
};

class Metadata {
 public:
  // `table` is the path of --metadata, or empty; `on_problem` is told what is wrong with it. Throws
  // Error if it is given and can't be read, or matches no file at all.
  Metadata(const std::string& table, const ProblemSink& on_problem);
  ~Metadata();

  // Returns what is known of the file, or nullptr. The row lives as long as this object. Each table
  // is read once, when it is first needed, and then `on_problem` is told what is wrong with it: a
  // row for a file that is not there. Throws Error if it can't be read, or matches no file at all.
  const MetadataRow* find(const InputPath& input, const ProblemSink& on_problem);

  // Reads the tables that these inputs may need, and tells what is wrong with them, or throws, as
  // above. From then on any thread may call find() for them.
  void read_tables(std::span<const InputPath> inputs, const ProblemSink& on_problem);

 private:
  struct Table;
  const Table& table_of(const std::string& folder, const ProblemSink& on_problem);
  static std::unique_ptr<Table> read_table(const std::string& path, const std::string& folder,
                                           const ProblemSink& on_problem);

  std::unique_ptr<Table> given_;
  std::map<std::string, std::unique_ptr<Table>> found_;  // by folder
};

}  // namespace reprise::detail
