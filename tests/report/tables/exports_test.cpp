// What the program's tests of --export (cli/test_exports.py) can't reach: references, and outputs
// that fail in between.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "reprise/error.h"
#include "reprise/io/csv.h"
#include "reprise/io/output_folder.h"
#include "reprise/report/exports.h"
#include "reprise/report/tables/pan.h"
#include "reprise/report/tables/passage_exports.h"

namespace reprise::detail {
namespace {

namespace fs = std::filesystem;

// Documents "d0", "d1"… with two words each, and a passage between the first two.
Result two_documents(const std::optional<std::string>& date_a,
                     const std::optional<std::string>& date_b) {
  Result result;
  result.documents.resize(2);
  result.documents[0].date = date_a;
  result.documents[1].date = date_b;
  result.units.resize(2);
  for (DocumentId d; d < 2; ++d) {
    result.documents[d].id = "d" + std::to_string(d);
    result.units[d].document = d;
    result.units[d].text = "ab cd";
    result.units[d].tokens = {{1, {0, 2}}, {2, {3, 5}}};
  }
  Passage passage;
  passage.unit_b = UnitId(1);
  passage.a = passage.b = {0, 2};
  result.passages.push_back(passage);
  return result;
}

uint32_t source_of(const Result& result) {
  return directed(result.passages[0], result).earlier.unit;
}

TEST(ExportFormats, EachIsFoundByItsNameAndIsAFileOrAFolder) {
  for (const ExportFormat& format : export_formats()) {
    EXPECT_EQ(find_export_format(format.name), &format) << format.name;
    EXPECT_NE(format.write_file != nullptr, format.is_folder()) << format.name;
    EXPECT_FALSE(format.description.empty()) << format.name;
  }
  EXPECT_EQ(find_export_format("passages.xls"), nullptr);
  EXPECT_EQ(find_export_format(""), nullptr);
}

TEST(ExportFormats, NoTableHasTwoColumnsOfOneName) {
  size_t tables = 0;
  for (const ExportFormat& format : export_formats()) {
    if (!format.columns) {
      continue;
    }
    std::set<std::string> names;
    for (const ColumnMeaning& column : format.columns()) {
      EXPECT_TRUE(names.insert(column.name).second) << format.name << ": " << column.name;
      EXPECT_TRUE(column.meaning.ends_with(".")) << format.name << ": " << column.meaning;
    }
    ++tables;
  }
  EXPECT_EQ(tables, 5u);
}

TEST(Exports, TheEarlierIsTheSource) {
  EXPECT_EQ(source_of(two_documents({}, {})), 0u);
  EXPECT_EQ(source_of(two_documents("2031", "2030")), 1u);
  EXPECT_EQ(source_of(two_documents("2030", "2031")), 0u);
  EXPECT_EQ(source_of(two_documents("2031-01", "2031")), 0u);
  EXPECT_EQ(source_of(two_documents("2031", "2031-01")), 0u);
}

TEST(Exports, TheReferenceIsTheSourceWhateverItsDate) {
  for (const char* date : {"2029", "2030", "2031"}) {
    Result result = two_documents("2030", date);
    result.first_reference = DocumentId(1);
    EXPECT_EQ(source_of(result), 1u) << date;
    EXPECT_EQ(pan_files(result).back().content, "d0 d1\n");
  }
}

TEST(Exports, FieldsOfCsvComeBack) {
  const std::vector<std::string> same{"",     "a",   "a,b",    "\"",   "a\"\"b", "\n",    "x\r\n",
                                      "a\rb", " a ", "-5",     "+1.5", "-.5",    "a=1+1", "'x",
                                      "ü",    "#",   "-12e-3", "\n1",  "0"};
  const std::vector<std::string> formulas{"=1",  "+x",    "-x",   "-",     "+",    "@a",
                                          "\ta", "\r\na", "--5",  "-5 %",  "-inf", "+-5",
                                          "＝1", "－",    "\n=1", "\r\n@a"};
  std::string line = "x";
  for (const std::string& text : same) {
    line += ',';
    append_csv_field(line, text);
  }
  for (const std::string& text : formulas) {
    line += ',';
    append_csv_field(line, text);
  }
  const std::vector<CsvRow> rows = parse_csv(line + "\r\n");
  ASSERT_EQ(rows.size(), 1u);
  std::vector<std::string> wanted{"x"};
  wanted.insert(wanted.end(), same.begin(), same.end());
  for (const std::string& text : formulas) {
    wanted.push_back("'" + text);
  }
  EXPECT_EQ(rows[0].fields, wanted);
}

class Folder : public ::testing::Test {
 protected:
  void SetUp() override { fs::create_directories(root); }
  void TearDown() override { fs::remove_all(root); }

  std::vector<std::string> all() const {
    std::vector<std::string> paths;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      paths.push_back(entry.path().lexically_relative(root).string());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
  }

  const fs::path root =
      fs::path(::testing::TempDir()) / ("reprise-folder-" + std::to_string(getpid()));
};

void commit(OutputFolder& folder) {
  const Uninterrupted whole;
  folder.commit(whole);
}

TEST_F(Folder, AppearsWithItsFilesOrNotAtAll) {
  {
    OutputFolder folder(root / "out");
    folder.add("a", "1");
    EXPECT_EQ(all().size(), 1u);  // hidden
  }
  EXPECT_EQ(all(), std::vector<std::string>());
  {
    OutputFolder folder(root / "out/");
    folder.add("a", "1");
    folder.add("b", "");
    commit(folder);
  }
  EXPECT_EQ(all(), (std::vector<std::string>{"out", "out/a", "out/b"}));
  EXPECT_THROW(OutputFolder(root / "out"), Error);
  EXPECT_THROW(OutputFolder(root / "out/a"), Error);
  EXPECT_THROW(OutputFolder(root / "absent/out"), Error);
  EXPECT_EQ(all().size(), 3u);
}

TEST_F(Folder, WhatCannotBeWrittenTakesAllOfItAway) {
  for (const bool there : {false, true}) {
    if (there) {
      fs::create_directory(root / "out");
    }
    {
      OutputFolder folder(root / "out");
      folder.add("a", "1");
      folder.add(std::string(300, 'x'), "too long a name");
      EXPECT_THROW(commit(folder), Error);
      EXPECT_EQ(all().size(), there ? 1u : 0u);
    }
    EXPECT_EQ(all().size(), there ? 1u : 0u);
  }
}

TEST_F(Folder, WhatSomebodyElsePutsThereMeanwhileStays) {
  OutputFolder folder(root / "out");
  folder.add("a", "1");
  fs::create_directory(root / "out");
  std::ofstream(root / "out/mine") << "mine";
  EXPECT_THROW(commit(folder), Error);
  EXPECT_EQ(all(), (std::vector<std::string>{"out", "out/mine"}));
}

}  // namespace
}  // namespace reprise::detail
