// Reports are read back as they were written, byte for byte. What is refused:
// read_report_refused_test.cpp.
#include "reprise/report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "reprise/base/utf8.h"
#include "reprise/compare.h"
#include "reprise/error.h"
#include "reprise/read.h"
#include "reprise/report/json/broken_runs.h"
#include "reprise/report/json/json_names.h"
#include "reprise/report/tables/pan.h"
#include "support/articles.h"
#include "support/files.h"
#include "support/generator.h"
#include "support/ids.h"

namespace reprise::detail {
namespace {

const std::string samples = std::string(REPRISE_SOURCE_DIR) + "/samples";

// Reads back what was written, and holds it against the result that it was written from.
Result expect_same(const Result& result, const JsonOptions& options = {}) {
  const std::string json = to_json(result, options);
  Result read = read_report(json, "report.json");
  const std::string again = to_json(read, options);
  if (again != json) {
    const auto at = static_cast<size_t>(
        std::mismatch(json.begin(), json.end(), again.begin(), again.end()).first - json.begin());
    const size_t begin = at - std::min<size_t>(at, 300);
    ADD_FAILURE() << "written: " << json.substr(begin, 400)
                  << "\n\nread back: " << again.substr(begin, 400);
  }
  for (const size_t limit : {size_t{1}, size_t{10}, size_t{1000}}) {
    EXPECT_EQ(to_terminal(read, {.limit = limit}), to_terminal(result, {.limit = limit}));
  }
  return read;
}

Result compare_paths(const std::vector<std::string>& paths, const CompareOptions& options = {}) {
  return compare(read_corpus(paths, {}), options);
}

using support::articles, support::document;

TEST(ReadReport, Disputes) {
  Corpus corpus;
  for (const char* text :
       {"The harbour council welcomed the apology of the brewery. Gulls are loud in March.",
        "Rain is forecast. The apology of the brewery was rejected by the harbour council."}) {
    Document document;
    document.id = std::to_string(corpus.documents.size());
    document.text = text;
    corpus.documents.push_back(document);
  }
  const Result result = compare(std::move(corpus), {.parts = {false, false, true}});
  ASSERT_EQ(result.disputes.size(), 1u);
  const Result read = expect_same(result);
  ASSERT_EQ(read.disputes.size(), 1u);
  EXPECT_EQ(read.disputes[0].kind, DisputeKind::antonym);
  EXPECT_EQ(read.disputes[0].sides[1].words, "rejected");

  // A report from before disputes were sought has none.
  auto old = nlohmann::json::parse(to_json(result, {}));
  old.erase("disputes");
  EXPECT_TRUE(read_report(old.dump(), "old.json").disputes.empty());
}

TEST(ReadReport, EveryPartOfTheSamples) {
  for (const Parts& parts :
       {Parts{}, Parts{true, false, false}, Parts{false, true, false}, Parts{false, false, true}}) {
    const Result result = compare_paths({samples}, {.parts = parts});
    const Result read = expect_same(result);
    EXPECT_EQ(read.options.parts, parts);
    EXPECT_EQ(read.words, result.words);
    EXPECT_EQ(read.units.size(), result.units.size());
    EXPECT_EQ(read.closest.has_value(), parts.matrices);
  }
}

TEST(ReadReport, WhatTheMatricesHoldInside) {
  const Result result = compare_paths({samples});
  const Result read = expect_same(result);
  ASSERT_EQ(read.matrices.size(), result.matrices.size());
  for (size_t m = 0; m < read.matrices.size(); ++m) {
    EXPECT_EQ(read.matrices[m].diagonal, result.matrices[m].diagonal);
    ASSERT_EQ(read.matrices[m].entries.size(), result.matrices[m].entries.size())
        << word_for(read.matrices[m].measure);
  }
  EXPECT_EQ(read.closest->pair, result.closest->pair);
  EXPECT_EQ(read.closest->a_in_b, result.closest->a_in_b);
  EXPECT_EQ(read.closest->b_in_a, result.closest->b_in_a);
}

TEST(ReadReport, LargeMatricesAreEntries) {
  const Result result = compare_paths({samples});
  expect_same(result, {.floor = 0, .most_dense = 3});
  expect_same(result, {.most_dense = 3});
}

TEST(ReadReport, AMatrixWithoutTexts) {
  const Result result = compare_paths({samples}, {.parts = {true, false, false}});
  const Result read = expect_same(result, {.text = false});
  EXPECT_EQ(read.documents[0].text, "");
}

TEST(ReadReport, ExportsOfBothAreTheSame) {
  const Result result = compare_paths({samples}), read = expect_same(result);
  const auto expected = pan_files(result), found = pan_files(read);
  ASSERT_EQ(found.size(), expected.size());
  for (size_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(found[i].name, expected[i].name);
    EXPECT_EQ(found[i].content, expected[i].content);
  }
}

TEST(ReadReport, References) {
  Corpus releases;
  releases.documents = articles();
  for (const Parts& parts : {Parts{false, true, false}, Parts{false, false, true}}) {
    const Result result = compare({articles(), {}}, {.parts = parts}, {releases, {}});
    EXPECT_EQ(expect_same(result).first_reference, DocumentId(3));
  }
}

TEST(ReadReport, ManyOptions) {
  CompareOptions options;
  options.words = {.fold_case = false,
                   .drop_punctuation = false,
                   .fold_digits = true,
                   .drop_marks = true,
                   .fold_letters = true,
                   .fold_lookalikes = true,
                   .turkish_i = true};
  options.shingles = {ShingleUnit::characters, 9};
  options.sketch = {64, UINT64_MAX};
  options.threshold = 1;
  options.joining = Joining::chain;
  options.passages.seed_unit = SeedUnit::characters;
  options.passages.seed = 12;
  options.passages.skip_quotations = options.keep_furniture = options.drop_furniture = true;
  options.passages.skip_same = "source";
  options.passages.least_weight = 4;
  options.points.language = "de";
  options.points.names = options.points.figures = false;
  options.points.smoothing = 2.5;
  options.points.most_lines = 100;
  const Result read = expect_same(compare_paths({samples}, options));
  EXPECT_EQ(read.options.words, options.words);
  EXPECT_EQ(read.options.sketch.seed, UINT64_MAX);
  EXPECT_EQ(read.options.passages.skip_same, "source");
  EXPECT_EQ(read.options.joining, Joining::chain);
  EXPECT_EQ(read.options.passages.least_weight, 4);
  EXPECT_FALSE(read.options.points.names || read.options.points.figures);
  EXPECT_EQ(read.options.points.smoothing, 2.5);
  EXPECT_EQ(read.options.points.most_lines, 100u);
}

TEST(ReadReport, CopiesStandBesideTheirOriginals) {
  std::vector<Document> documents = articles();
  for (const size_t copied : {0u, 0u, 2u}) {
    documents.push_back(documents[copied]);
  }
  for (const std::string text : {"", "", "one two", "one two", "...", "..."}) {
    documents.push_back(document(text));
  }
  const Result read = expect_same(compare({std::move(documents), {}}, {}));
  EXPECT_EQ(read.original, support::ids<DocumentId>({0, 1, 2, 0, 0, 2, 6, 6, 8, 8, 10, 10}));
}

TEST(ReadReport, TextsOfEveryEncoding) {
  const std::u16string words =
      u"\uFEFFThe caf\u00e9 in the harbour 👍 stays closed until spring, said the 日本 owner on "
      u"Monday.";
  for (const bool little : {true, false}) {
    for (const char* more : {"", "x"}) {
      std::string lone = support::utf16_bytes(words, little);
      lone += little ? std::string("\x00\xD8", 2) : std::string("\xD8\x00", 2);  // half of a pair
      lone += support::utf16_bytes(u" And the ferry, too, waits.", little) + more;
      std::vector<Document> documents{
          document(support::utf16_bytes(words, little) + more), document(lone),
          document(repaired_utf8("\xEF\xBB\xBF") + "Rain. The café in the harbour 👍 stays closed "
                                                   "until spring, said the 日本 owner on Monday.")};
      const Result read = expect_same(compare({std::move(documents), {}}, {}));
      EXPECT_EQ(read.documents[1].half_unit, *more == 'x');
      EXPECT_FALSE(read.passages.empty());
    }
  }
}

TEST(ReadReport, BrokenBytesCountAsTheyDid) {
  const std::string text =
      "Officials \xff\xfe\xc3said the \xE2\x82 ferry \xF0\x9F\x98 will\x80 not sail before the "
      "caf\xE9 opens; a "
      "\xEF\xBF\xBD sign.";
  const Result result =
      compare({{document(text + "\xE9"), document("\xE9 Rain. " + text + " \xC3\xA9"),
                document(text + " And more\xF0 of it, \xE9t\xE9.")},
               {}},
              {});
  const Result read = expect_same(result);
  EXPECT_EQ(broken_runs(read.documents[0].text), broken_runs(result.documents[0].text));
  EXPECT_EQ(read.documents[0].text.size(), result.documents[0].text.size());
  EXPECT_FALSE(read.passages.empty());
}

TEST(ReadReport, AttributionsThatStandSeveralTimes) {
  for (const std::string company : {"the company", "the caf\xE9"}) {
    const std::string claim = company +
                              " said. The yard at Orvik will lose 340 jobs before spring, " +
                              company + " said. ";
    const std::string one = "Gulls are loud, and the baker opens at six. Demand fell, ",
                      more = "Rain is expected all week, with wind from the west.",
                      other = "Chess is played on Sundays in the old hall. Profits rose, ";
    const Result result =
        compare({{document(one + claim + more), document(other + claim)}, {}}, {});
    ASSERT_FALSE(result.points.empty());
    const Result read = expect_same(result);
    size_t attributed = 0;
    for (size_t p = 0; p < result.points.size(); ++p) {
      for (size_t m = 0; m < result.points[p].mentions.size(); ++m) {
        EXPECT_EQ(read.points[p].mentions[m].attributed, result.points[p].mentions[m].attributed);
        attributed += result.points[p].mentions[m].attributed.has_value();
      }
    }
    EXPECT_GT(attributed, 1u);
    EXPECT_NE(to_json(result, {}).find("attributed_at"), std::string::npos);
  }
}

TEST(ReadReport, BrokenRunsComeBack) {
  for (const std::string text :
       {"", "abc", "\xE9", "\xE9\xE9 a", "a\xFF\xFE\xC3", "\xEF\xBF\xBD\xE2\x82\xEF\xBF\xBD"}) {
    const auto again = with_broken_runs(repaired_utf8(text), broken_runs(text));
    ASSERT_TRUE(again.has_value()) << text;
    EXPECT_EQ(repaired_utf8(*again), repaired_utf8(text));
    EXPECT_EQ(broken_runs(*again), broken_runs(text));
  }
  using Runs = std::vector<Span>;
  const std::string text = "a\uFFFD\uFFFDb";
  for (const Runs& runs : {Runs{{0, 1}}, Runs{{1, 1}}, Runs{{1, 2}, {2, 3}}, Runs{{1, 3}, {2, 4}},
                           Runs{{9, 10}}, Runs{{8, 9}}}) {
    EXPECT_FALSE(with_broken_runs(text, runs).has_value()) << runs[0].begin << " " << runs[0].end;
  }
}

TEST(ReadReport, RecordsWithExtrasAndOddIds) {
  support::TempFolder folder;
  const std::string path =
      folder.write("a.jsonl",
                   "{\"text\": \"The ferry will not sail before spring, the operator said on "
                   "Monday.\", \"id\": 1.0, \"n\": 123456789012345678901234567890, "
                   "\"x\": {\"}\": [1e400, \"\\u001b[2J\", {}]}, \"date\": \"2031-03-01\"}\n"
                   "{\"text\": \"Rain. The ferry will not sail before spring, the operator said "
                   "on Monday.\", \"title\": \"\\u001b\\n\\\" title\", \"date\": \"2031\"}\n"
                   "no record\n");
  const Result read = expect_same(compare_paths({path}));
  EXPECT_NE(read.documents[0].extra.find("123456789012345678901234567890"), std::string::npos);
  EXPECT_EQ(read.problems.size(), 1u);
}

TEST(ReadReport, GeneratedTextsWithEdits) {
  for (uint64_t seed = 1; seed <= 6; ++seed) {
    support::Random random(seed);
    const support::Vocabulary vocabulary;
    const auto groups =
        support::make_groups(8, 4, 160, 0.02 * static_cast<double>(seed), vocabulary, random);
    std::vector<Document> documents;
    for (const auto& words : groups.documents) {
      documents.push_back(document(support::write_text(words, random).bytes));
    }
    CompareOptions options;
    if (seed % 2 == 0) {
      options.passages.seed_unit = SeedUnit::words;
    }
    const Result result = compare({std::move(documents), {}}, options);
    EXPECT_FALSE(result.passages.empty());
    expect_same(result);
  }
}

TEST(ReadReport, NothingAndLittle) {
  expect_same(compare({}, {}));
  expect_same(compare({{document("One alone.")}, {}}, {}));
}

}  // namespace
}  // namespace reprise::detail
