// Tables in memory: the rows of the exports of the same name, each column of one type.
#include "reprise/table.h"

#include <gtest/gtest.h>

#include "reprise/compare.h"
#include "reprise/error.h"
#include "reprise/report.h"
#include "reprise/report/tables/table.h"
#include "support/files.h"

namespace reprise::detail {
namespace {

using support::TempFolder;

const Result& compared_texts() {
  static const Result result = [] {
    Corpus corpus;
    const auto add = [&](const char* id, const std::string& text, const char* date) {
      Document document;
      document.id = document.where = id;
      document.text = text;
      document.date = date;
      corpus.documents.push_back(std::move(document));
    };
    const std::string plan =
        "The regional council approved a new plan for the old harbour, with 340 jobs and a budget "
        "of 12 million euros, after a debate of nine hours.";
    add("a", plan + " Fishermen protested loudly outside.", "2031-03-04");
    add("b", "Late on Tuesday it was decided. " + plan, "2031-03-05");
    add("c", "The council's budget for the harbour plan is 20 million euros.", "2031-03-06");
    return compare(std::move(corpus), {});
  }();
  return result;
}

// Returns the table as write_csv would write it.
std::string csv_of(const Table& table) {
  std::string csv;
  for (size_t c = 0; c < table.columns.size(); ++c) {
    csv += (c == 0 ? "" : ",") + table.columns[c].name;
  }
  csv += "\r\n";
  for (size_t row = 0; row < table.columns[0].cells.size(); ++row) {
    for (size_t c = 0; c < table.columns.size(); ++c) {
      csv += c == 0 ? "" : ",";
      append_csv_cell(csv, table.columns[c].cells[row]);
    }
    csv += "\r\n";
  }
  return csv;
}

TEST(Tables, HoldTheRowsOfTheExportsOfTheirNames) {
  const TempFolder folder;
  for (const std::string& name : table_names()) {
    const std::string path = folder / (name + ".csv");
    write_export(compared_texts(), name + ".csv", path);
    const Table table = to_table(compared_texts(), name);
    EXPECT_GT(table.columns[0].cells.size(), 0u) << name;
    EXPECT_EQ(csv_of(table), support::read_file(path)) << name;
  }
}

TEST(Tables, EveryCellIsOfItsColumnsType) {
  for (const std::string& name : table_names()) {
    for (const TableColumn& column : to_table(compared_texts(), name).columns) {
      EXPECT_FALSE(column.meaning.empty());
      for (const TableCell& cell : column.cells) {
        const bool is_nothing = cell.index() == 0;
        EXPECT_TRUE(is_nothing || cell.index() == static_cast<size_t>(column.type) + 1)
            << name << " " << column.name;
      }
    }
  }
}

TEST(Tables, KeepTheirTypesWithoutRows) {
  const Result empty = compare({}, {});
  for (const std::string& name : table_names()) {
    const Table full = to_table(compared_texts(), name);
    const Table none = to_table(empty, name);
    ASSERT_EQ(none.columns.size(), full.columns.size());
    for (size_t c = 0; c < none.columns.size(); ++c) {
      EXPECT_TRUE(none.columns[c].cells.empty());
      EXPECT_EQ(none.columns[c].type, full.columns[c].type) << full.columns[c].name;
    }
  }
}

TEST(Tables, WhatIsNotThereIsRefused) {
  EXPECT_THROW(to_table(compared_texts(), "matrix.jaccard"), Error);
  CompareOptions passages_alone;
  passages_alone.parts = {.matrices = false, .passages = true, .points = false};
  EXPECT_THROW(to_table(compare({}, passages_alone), "points"), Error);
}

}  // namespace
}  // namespace reprise::detail
