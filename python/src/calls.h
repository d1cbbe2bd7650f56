// What Python asks of the library: options in the words of the command line, tables or paths in,
// what was found out.
//
// The options are parsed by the program's own definitions, so that names, defaults and complaints
// are the same in both. Each call does its work as watched() does.
#pragma once

#include <nanobind/nanobind.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compare_options.h"
#include "dedup_options.h"
#include "reprise/dedup.h"
#include "reprise/dedup/listings.h"
#include "reprise/report/terminal/dedup_summary.h"
#include "reprise/result.h"
#include "table_in.h"
#include "table_out.h"

namespace reprise::python {

namespace nb = nanobind;

using Arguments = std::vector<std::string>;

// Returns problems as a table: where, what, remedy, rejected.
TableOut problem_table(const std::vector<Problem>& problems);

// Returns the options as `reprise dedup --dry-run` has them.
DedupOptions dedup_options_of(Arguments arguments);

// Returns the texts with the columns that the options ask for. One that is missing is for the
// library to judge: a date may be.
TextTable text_table(const TableIn& table, std::span<const std::optional<std::string_view>> texts,
                     const DedupOptions& options);

// What dedup found, of a table or of files.
class DedupFound {
 public:
  // Of a table, whose column `text` holds the texts.
  static DedupFound of_table(std::shared_ptr<TableIn> table, const std::string& text,
                             const Arguments& options, const nb::object& on_progress);
  // Of files; what the options name as outputs is written.
  static DedupFound of_files(const Arguments& arguments, const nb::object& on_progress);

  // Rows that stay, or numbers of records.
  ColumnOut kept() const;
  // Of a feed: the rows of one of its files, from 0, that stay.
  ColumnOut kept_of(size_t file) const;
  // A row for each that leaves, with the values of the column `id` where there is one.
  TableOut removed(const std::string& id) const;
  TableOut clusters() const;
  TableOut problems() const { return problem_table(problems_); }
  // Writes "removed" or "clusters" as the program does. REQUIRES: of files, or of a feed.
  void write_list(const std::string& kind, const std::string& path) const;
  // The program's summary as JSON.
  std::string summary() const;
  // Whether parts were to leave the texts.
  bool shortens() const { return result_.parts != nullptr; }
  // The texts of what stays, parts that leave taken out of them. REQUIRES: of a table.
  ColumnOut kept_texts() const;

 private:
  friend class Feed;

  uint64_t row(uint32_t record) const;
  TableOut removed_by_items(const std::optional<TableField>& ids) const;

  std::shared_ptr<TableIn> table_;  // nullptr: files
  std::vector<std::optional<std::string_view>> texts_;
  DedupOptions options_;
  DedupResult result_;
  detail::DedupCounts counts_;
  std::vector<Problem> problems_;
};

// Batches that come one by one, and are gone afterwards.
class Feed {
 public:
  // `arguments`: of `reprise dedup`; its paths and outputs are the caller's to care for.
  explicit Feed(const Arguments& arguments);
  Feed(const Feed&) = delete;
  Feed& operator=(const Feed&) = delete;

  // Returns the columns that have to be in the batches: that of the texts first.
  std::vector<std::string> columns() const;
  void add(std::shared_ptr<TableIn> batch, const std::string& file, const nb::object& on_progress);
  DedupFound finish(const nb::object& on_progress);
  // Notes a problem with a file.
  void reject(const std::string& where, const std::string& what, const std::string& remedy);

 private:
  DedupOptions options_;
  std::vector<Problem> problems_;
  DedupFeed feed_;
};

// What a comparison found.
class Compared {
 public:
  // `command`: compare, matrix, passages or points.
  static Compared of_files(const std::string& command, const Arguments& arguments,
                           const nb::object& on_progress);
  static Compared of_table(const std::string& command, std::shared_ptr<TableIn> table,
                           const Arguments& options, const nb::object& on_progress);
  static Compared of_report(std::string json, const std::string& where);

  TableOut table(const std::string& name) const;
  TableOut clusters() const;
  TableOut problems() const { return problem_table(result_->problems); }
  std::vector<std::string> ids() const;
  // All values, row by row, and how many rows there are.
  nb::tuple matrix(const std::string& measure) const;
  std::string to_json() const;
  std::string to_html() const;
  std::string to_terminal(size_t width, size_t limit) const;
  std::string explain(size_t point) const;
  void write_export(const std::string& format, const std::string& path) const;

 private:
  std::shared_ptr<const Result> result_;
  JsonOptions json_;
};

// Returns the band keys of a column: a list of numbers for each text.
ColumnOut keys_of(const TableIn& table, const std::string& text, const Arguments& options,
                  const nb::object& on_progress);

// Returns how alike the texts of two columns are, row by row: jaccard, a_in_b and b_in_a.
TableOut verified(const TableIn& a, const TableIn& b, const Arguments& options,
                  const nb::object& on_progress);

}  // namespace reprise::python
