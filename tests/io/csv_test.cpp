#include "reprise/io/csv.h"

#include <gtest/gtest.h>

#include "support/generator.h"

namespace reprise::detail {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view text) {
  Rows rows;
  for (const CsvRow& row : parse_csv(text)) {
    rows.push_back(row.fields);
  }
  return rows;
}

TEST(Csv, TableOfExamples) {
  const struct {
    std::string_view text;
    Rows rows;
  } table[] = {
      {"", {}},
      {"a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}},
      {"a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}}},
      {"a,b\r1,2", {{"a", "b"}, {"1", "2"}}},
      {"\xEF\xBB\xBF"
       "file,title\n",
       {{"file", "title"}}},
      {"\"x, y\",z\n", {{"x, y", "z"}}},
      {"\"he said \"\"no\"\"\",z", {{"he said \"no\"", "z"}}},
      {"\"two\nlines\",z\n", {{"two\nlines", "z"}}},
      {"\"two\r\nlines\",z\n", {{"two\r\nlines", "z"}}},
      {"a,,c,\n", {{"a", "", "c", ""}}},
      {"a,", {{"a", ""}}},
      {",\n", {{"", ""}}},
      {"a\n\n\r\nb\n", {{"a"}, {"b"}}},
      {"\"never closed\nat all", {{"never closed\nat all"}}},
      {"\"", {}},
      {"\"\",x", {{"", "x"}}},
      {"5\" screen,x", {{"5\" screen", "x"}}},  // a quote inside a bare field is itself
      {" a , b ", {{" a ", " b "}}},            // RFC 4180: blanks are part of a field
  };
  for (const auto& [text, rows] : table) {
    EXPECT_EQ(rows_of(text), rows) << ::testing::PrintToString(text);
  }
}

TEST(Csv, WhatASpreadsheetWouldComputeIsDisarmed) {
  const auto written = [](std::string_view text) {
    std::string line;
    append_csv_field(line, text);
    return line;
  };
  EXPECT_EQ(written("=1+1"), "'=1+1");
  EXPECT_EQ(written("\n=1+1"), "\"'\n=1+1\"");
  EXPECT_EQ(written(" \r\n\t@a"), "\"' \r\n\t@a\"");
  EXPECT_EQ(written("  =1+1"), "'  =1+1");
  EXPECT_EQ(written("\t5"), "'\t5");
  for (const char* plain : {"", " ", "\n", "\na", " -5", "-5", "a=1"}) {
    EXPECT_EQ(written(plain).find('\''), std::string::npos) << plain;
  }
}

TEST(Csv, RowsKnowTheLineWhereTheyBegin) {
  const auto rows = parse_csv("a,b\n\n\"one\ntwo\r\nthree\",x\r\nlast,y");
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].line, 1u);
  EXPECT_EQ(rows[1].line, 3u);
  EXPECT_EQ(rows[2].line, 6u);
}

std::string in_quotes(const std::string& field) {
  std::string out = "\"";
  for (const char c : field) {
    out += c == '"' ? "\"\"" : std::string(1, c);
  }
  return out + "\"";
}

TEST(Csv, WhatIsQuotedComesBack) {
  support::Random random(8);
  const std::string alphabet = "ab,\"\n\r ;";
  for (int round = 0; round < 2000; ++round) {
    Rows rows(1 + random.below(4));
    std::string text;
    for (auto& row : rows) {
      row.resize(2 + random.below(3));
      for (std::string& field : row) {
        field.resize(random.below(6));
        for (char& c : field) {
          c = random.pick(alphabet);
        }
        text += (&field == &row.front() ? "" : ",") + in_quotes(field);
      }
      text += "\r\n";
    }
    ASSERT_EQ(rows_of(text), rows) << text;
  }
}

TEST(Csv, TheDelimiterIsTheOneByWhichRowsAgree) {
  EXPECT_EQ(guess_delimiter("a,b\n1,2\n"), ',');
  EXPECT_EQ(guess_delimiter("a;b\n1,5;2,5\n3,5;4,5\n"), ';');
  EXPECT_EQ(guess_delimiter("a\tb\nx, y\tz\n"), '\t');
  EXPECT_EQ(guess_delimiter("text\none, two\nthree\n"), no_delimiter);
  EXPECT_EQ(guess_delimiter(""), no_delimiter);
}

TEST(Csv, AFirstLineMaySayTheDelimiter) {
  const std::string table = "\xEF\xBB\xBFsep=;\r\na,b;c\r\n1,2;3\r\n";
  EXPECT_EQ(guess_delimiter(table), ';');
  EXPECT_EQ(begin_of_table(table), table.find("a,b"));
  const std::vector<CsvRow> rows = parse_csv(table, ';');
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].line, 2u);
  EXPECT_EQ(rows[0].fields, (std::vector<std::string>{"a,b", "c"}));
  // A column may be called so.
  EXPECT_EQ(begin_of_table("sep=x,text\n1,2\n"), 0u);
  EXPECT_EQ(begin_of_table("sep="), 0u);
}

// The oracle is the parser: a row ends where its next one begins.
TEST(Csv, ARowEndsWhereTheNextBegins) {
  const std::string text = "a,\"b\nc\"\r\nd,e\n\"f\"\"\n\",g\rh";
  std::vector<size_t> ends;
  for (size_t at = 0; at < text.size();) {
    const CsvRowEnd end = read_row(text, at, ',', nullptr);
    ends.push_back(end.place);
    EXPECT_EQ(parse_csv(text.substr(at, end.place - at)).size(), 1u);
    EXPECT_EQ(end.has_line_end, end.place < text.size());
    at = end.place;
  }
  EXPECT_EQ(ends.size(), parse_csv(text).size());
  EXPECT_TRUE(read_row("a,\"b\n", 0, ',', nullptr).in_quotes);
  EXPECT_FALSE(read_row("a,\"b\"", 0, ',', nullptr).in_quotes);
}

}  // namespace
}  // namespace reprise::detail
