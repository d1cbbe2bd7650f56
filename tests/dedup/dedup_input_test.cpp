// Input that is bad, and records that hold an item of a reference.
#include <gtest/gtest.h>

#include <algorithm>

#include "reprise/dedup.h"
#include "reprise/dedup/records.h"
#include "support/dedup_runs.h"
#include "support/files.h"
#include "support/records.h"

namespace reprise::detail {
namespace {

using support::line_of;
using support::lines_of;
using support::make_records;
using support::Outcome;
using support::Random;
using support::Record;
using support::run;
using support::TempFolder;
using support::with_threshold;
using Strings = std::vector<std::string>;

// --- bad input

TEST(Dedup, BadLinesAreProblemsAndTheRestIsRead) {
  const TempFolder folder;
  Record a, b;
  a.text = "a text of some words that is long enough";
  b.text = "quite another one, with none of these in it";
  const std::string lines = "\xEF\xBB\xBF" + line_of(a) + "\r\n\n  \t\nno json\n" + line_of(b) +
                            "\n{\"title\":\"x\"}\n\r\n" + line_of(a) +
                            "\n{\"text\":\"caf\xe9\"}\n[1]";
  const Outcome one =
      run({folder.write("a.jsonl", lines), folder.write("b.jsonl", lines)}, with_threshold(0.8));
  EXPECT_EQ(one.result.records->count, 8u);
  const std::string path = folder / "a.jsonl";
  ASSERT_GE(one.problems.size(), 4u);
  EXPECT_EQ(one.problems[0].where, path + ":4");
  EXPECT_EQ(one.problems[1].where, path + ":6");
  EXPECT_EQ(one.problems[2].where, path + ":10");
  EXPECT_EQ(one.problems[3].where, path);  // broken UTF-8
  EXPECT_FALSE(one.problems[3].rejected);
  EXPECT_EQ(one.result.records->where(0), path + ":1");
  EXPECT_EQ(one.result.records->where(1), path + ":5");
  EXPECT_EQ(one.result.records->where(2), path + ":8");
  EXPECT_EQ(one.result.records->where(3), path + ":9");
  EXPECT_EQ(one.result.decisions[2], (Decision{0, 1}));
  EXPECT_EQ(one.result.decisions[7], (Decision{3, 1}));
}

TEST(Dedup, LinesAndProblemsAreCountedAcrossBlocks) {
  const TempFolder folder;
  std::string lines;
  Strings wheres;
  const std::string path = folder / "a.jsonl";
  Strings expected_problems;
  for (int i = 1; i <= 60'000; ++i) {
    if (i % 1000 == 0) {
      lines += "no json\n";
      expected_problems.push_back(path + ":" + std::to_string(i));
    } else if (i % 7 == 0) {
      lines += "\n";
    } else {
      lines += "{\"text\":\"number " + std::to_string(i) + std::string(40, ' ') + "\"}\n";
      wheres.push_back(path + ":" + std::to_string(i));
    }
  }
  folder.write("a.jsonl", lines);
  for (const unsigned threads : {1u, 16u}) {
    DedupOptions options = with_threshold(0.8);
    options.threads = threads;
    const Outcome one = run({path}, options);
    ASSERT_EQ(one.result.records->count, wheres.size());
    EXPECT_GT(one.result.records->blocks.size(), 2u);
    for (uint32_t r = 0; r < wheres.size(); ++r) {
      ASSERT_EQ(one.result.records->where(r), wheres[r]);
    }
    Strings problems;
    for (const Problem& problem : one.problems) {
      problems.push_back(problem.where);
    }
    EXPECT_EQ(problems, expected_problems);
  }
}

TEST(Dedup, FilesThatHoldNothingOfUse) {
  const TempFolder folder;
  const Strings paths{
      folder.write("empty.jsonl", ""), folder.write("blank.jsonl", "\n\n"),
      folder.write("utf16.jsonl", "\xFF\xFE{\0"), folder.write("a.jsonl", "{\"text\":\"a\"}"),
      folder.write("cut.jsonl.gz",
                   support::gzipped("{\"text\":\"a\"}\n{\"text\":\"b\"}\n").substr(0, 30))};
  const Outcome one = run(paths, with_threshold(0.8));
  EXPECT_GE(one.result.records->count, 1u);
  ASSERT_EQ(one.problems.size(), 2u);
  EXPECT_NE(one.problems[0].what.find("UTF-16"), std::string::npos);
  EXPECT_EQ(one.problems[1].where, paths[4]);
  const Outcome nothing = run({paths[0], paths[1]}, with_threshold(0.8));
  EXPECT_EQ(nothing.result.records->count, 0u);
  EXPECT_TRUE(nothing.problems.empty());
}

TEST(Dedup, AFileThatChangesIsAnError) {
  Random random(11);
  const TempFolder folder;
  const auto records = make_records(20, 5, 100, random);
  const std::string path = folder.write("a.jsonl", lines_of(records));
  DedupCallbacks callbacks{[](const Problem&) {
  }};
  callbacks.control.on_progress = [&](const Progress& progress) {
    if (progress.phase == Progress::Phase::candidates) {
      support::write_file(path, lines_of(records) + "{\"text\":\"more\"}\n");
    }
  };
  const auto inputs = list_inputs(std::vector{path}, any_format, callbacks.on_problem);
  try {
    find_duplicates(inputs, with_threshold(0.8), 0, callbacks);
    FAIL();
  } catch (const Error& e) {
    EXPECT_EQ(e.problem().where, path);
    EXPECT_NE(e.problem().what.find("changed"), std::string::npos);
  }
}

// --- decontamination

TEST(DedupAgainst, RecordsThatHoldAnItemLeave) {
  Random random(12);
  const support::Vocabulary vocabulary;
  const TempFolder folder;
  std::string items, lines;
  std::vector<support::Words> questions;
  for (int i = 0; i < 20; ++i) {
    questions.push_back(support::make_words(40, vocabulary, random));
    Record item;
    item.text = support::write_text(questions.back(), random).bytes;
    items += line_of(item) + "\n";
  }
  std::vector<std::vector<uint32_t>> expected;  // the items in each record
  for (int i = 0; i < 300; ++i) {
    expected.emplace_back();
    support::Words words = support::make_words(100, vocabulary, random);
    for (uint32_t q = 0; q < questions.size() && random.chance(0.9); ++q) {
      if (!random.chance(0.1)) {
        continue;
      }
      words.insert(words.end(), questions[q].begin(), questions[q].end());
      const auto more = support::make_words(20, vocabulary, random);
      words.insert(words.end(), more.begin(), more.end());
      expected.back().push_back(q);
    }
    Record record;
    record.text = support::write_text(words, random).bytes;
    lines += line_of(record) + "\n" + (i % 10 == 0 ? line_of(record) + "\n" : "");
    if (i % 10 == 0) {
      expected.push_back(expected.back());  // a copy, which stays if it holds nothing
    }
  }
  DedupOptions options;
  options.against = {folder.write("items.jsonl", items)};
  const std::string path = folder.write("a.jsonl", lines);
  for (const unsigned threads : {1u, 16u}) {
    options.threads = threads;
    const auto result = run({path}, options).result;
    ASSERT_EQ(result.records->count, expected.size());
    std::vector<std::vector<uint32_t>> found(expected.size());
    for (const Block& block : result.records->blocks) {
      for (const FoundItem& item : block.items) {
        found[block.first + item.record].push_back(item.item);
        EXPECT_EQ(item.share, 1.0);
        EXPECT_LT(item.span.begin, item.span.end);
      }
    }
    EXPECT_EQ(found, expected);
    for (uint32_t r = 0; r < expected.size(); ++r) {
      EXPECT_EQ(result.keeps[r], expected[r].empty());
      EXPECT_EQ(result.decisions[r].kept, r);
    }
  }
}

TEST(DedupAgainst, AnEmptyReferenceIsAnError) {
  const TempFolder folder;
  DedupOptions options;
  options.against = {folder.write("items.jsonl", "\n")};
  EXPECT_THROW(run({folder.write("a.jsonl", "{\"text\":\"a\"}\n")}, options), Error);
}

}  // namespace
}  // namespace reprise::detail
