// Which records stay: find_duplicates against the rule over all pairs.
#include "reprise/dedup.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <thread>

#include "reprise/base/parallel.h"
#include "reprise/dedup/records.h"
#include "support/dedup_runs.h"
#include "support/files.h"
#include "support/records.h"

namespace reprise::detail {
namespace {

using support::decide_plainly;
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

std::string described(const std::vector<Decision>& got, const std::vector<Decision>& expected) {
  std::string text;
  for (size_t i = 0; i < std::min(got.size(), expected.size()); ++i) {
    if (got[i] == expected[i]) {
      continue;
    }
    text += std::to_string(i) + ": " + std::to_string(got[i].kept) + " " +
            std::to_string(got[i].similarity) + ", expected " + std::to_string(expected[i].kept) +
            " " + std::to_string(expected[i].similarity) + "\n";
  }
  return text;
}

// Returns how many records leave.
size_t expect_decisions(const Strings& paths, const std::vector<Record>& records,
                        const DedupOptions& options) {
  const Outcome one = run(paths, options);
  EXPECT_TRUE(one.problems.empty());
  const std::vector<Decision> expected = decide_plainly(records, options);
  EXPECT_TRUE(one.result.decisions == expected) << described(one.result.decisions, expected);
  size_t removed = 0;
  for (uint32_t r = 0; r < one.result.records->count; ++r) {
    EXPECT_EQ(one.result.keeps[r], one.result.decisions[r].kept == r);
    removed += !one.result.keeps[r];
  }
  return removed;
}

// --- against the brute force

TEST(Dedup, DecisionsAreThoseOfTheBruteForce) {
  Random random(1);
  const TempFolder folder;
  size_t removed = 0;
  for (int round = 0; round < 6 && !HasFailure(); ++round) {
    const auto records = make_records(20, 6, 200, random);
    removed += expect_decisions({folder.write("a.jsonl", lines_of(records))}, records,
                                with_threshold(0.7));
  }
  EXPECT_GT(removed, 100u);
}

TEST(Dedup, EveryRuleOfKeepingIsThatOfTheBruteForce) {
  Random random(2);
  const TempFolder folder;
  using Kind = KeepRule::Kind;
  for (const KeepRule& keep :
       {KeepRule{Kind::longest, ""}, KeepRule{Kind::newest, ""}, KeepRule{Kind::largest, "score"},
        KeepRule{Kind::smallest, "score"}}) {
    const auto records = make_records(25, 6, 150, random);
    DedupOptions options = with_threshold(0.7);
    options.keep = keep;
    const size_t removed =
        expect_decisions({folder.write("a.jsonl", lines_of(records))}, records, options);
    EXPECT_GT(removed, 20u);
    options.within = "group";
    EXPECT_LT(expect_decisions({folder / "a.jsonl"}, records, options), removed);
  }
}

TEST(Dedup, EveryMeasureUnitAndJoiningIsThatOfTheBruteForce) {
  Random random(3);
  const TempFolder folder;
  for (const Measure measure : {Measure::jaccard, Measure::containment}) {
    for (const ShingleOptions& shingles :
         {ShingleOptions{ShingleUnit::words, 3}, ShingleOptions{ShingleUnit::characters, 12}}) {
      for (const Joining joining : {Joining::to_kept, Joining::chain}) {
        const auto records = make_records(16, 6, 600, random);
        DedupOptions options = with_threshold(0.7);
        options.measure = measure;
        options.shingles = shingles;
        options.joining = joining;
        const size_t removed =
            expect_decisions({folder.write("a.jsonl", lines_of(records))}, records, options);
        EXPECT_GT(removed, 10u);
        options.within = "group";
        expect_decisions({folder / "a.jsonl"}, records, options);
      }
    }
  }
}

TEST(Dedup, TheOptionsOfWordsCount) {
  const TempFolder folder;
  const auto removed_of = [&](const std::string& a, const std::string& b,
                              const Normalisation& words) {
    std::vector<Record> records(2);
    records[0].text = a;
    records[1].text = b;
    DedupOptions options = with_threshold(1);
    options.words = words;
    return expect_decisions({folder.write("a.jsonl", lines_of(records))}, records, options);
  };
  const std::string text =
      "the ferry was late again and nobody in the harbour was told why it was late 17 times";
  EXPECT_EQ(removed_of(text, "The Ferry was LATE again" + text.substr(24), {}), 1u);
  EXPECT_EQ(removed_of(text, "The Ferry was LATE again" + text.substr(24), {.fold_case = false}),
            0u);
  EXPECT_EQ(removed_of(text, text.substr(0, text.size() - 8) + "23 times", {.fold_digits = true}),
            1u);
  EXPECT_EQ(removed_of(text, text.substr(0, text.size() - 8) + "23 times", {}), 0u);
}

// --- what must not change the answer

TEST(Dedup, NeitherThreadsNorMemoryNorPackingChangeTheAnswer) {
  Random random(4);
  const TempFolder folder;
  const auto records = make_records(60, 8, 150, random);
  const size_t half = records.size() / 2;
  const std::string first = lines_of(std::span(records).first(half)),
                    rest = lines_of(std::span(records).subspan(half));
  const std::vector<Strings> forms{
      {folder.write("all.jsonl", first + rest)},
      {folder.write("1.jsonl", first), folder.write("2.jsonl", rest)},
      {folder.write("1.jsonl.gz", support::gzipped(first)), folder / "2.jsonl"},
      {folder.write("all.jsonl.zst", support::zstandard(first + rest))}};
  for (const Measure measure : {Measure::jaccard, Measure::containment}) {
    DedupOptions options = with_threshold(0.7);
    options.measure = measure;
    options.keep.kind = KeepRule::Kind::longest;
    if (measure == Measure::containment) {
      options.shingles = {ShingleUnit::characters, 8};
    }
    const auto expected = run(forms[0], options).result.decisions;
    for (const unsigned threads : {1u, 2u, 16u}) {
      for (const uint64_t memory : {uint64_t{0}, uint64_t{1}}) {
        options.threads = threads;
        options.memory = memory;
        for (const Strings& form : forms) {
          EXPECT_TRUE(run(form, options).result.decisions == expected)
              << threads << " " << memory << " " << form[0];
        }
      }
    }
  }
}

TEST(Dedup, WhatCanBeReadOnceOnlyIsSpooled) {
  Random random(5);
  const TempFolder folder;
  const auto records = make_records(30, 5, 150, random);
  const std::string pipe = folder / "pipe.jsonl";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  std::thread writer([&] { support::write_file(pipe, lines_of(records)); });
  expect_decisions({pipe}, records, with_threshold(0.7));
  writer.join();
}

// Blocks of a megabyte are crossed, and grown where one record is longer.
TEST(Dedup, RecordsAcrossTheBordersOfBlocks) {
  Random random(6);
  const TempFolder folder;
  std::vector<Record> records = make_records(300, 3, 150, random);
  auto long_ones = make_records(4, 3, 60'000, random);  // up to 500 KB
  auto huge_ones = make_records(1, 3, 500'000, random);
  for (Record& record : huge_ones) {
    long_ones.push_back(std::move(record));
  }
  for (Record& record : long_ones) {
    records.insert(records.begin() + static_cast<ptrdiff_t>(random.below(records.size())),
                   std::move(record));
  }
  size_t largest = 0, total = 0;
  for (const Record& record : records) {
    largest = std::max(largest, record.text.size());
    total += record.text.size();
  }
  EXPECT_GT(largest, 1'500'000u);
  EXPECT_GT(total, 6'000'000u);
  std::string lines = lines_of(records);
  DedupOptions options = with_threshold(0.7);
  for (const unsigned threads : {1u, 16u}) {
    options.threads = threads;
    expect_decisions({folder.write("a.jsonl", lines)}, records, options);
  }
  lines.pop_back();  // the last line without its end
  expect_decisions({folder.write("a.jsonl.gz", support::gzipped(lines))}, records, options);
}

// --- text files

TEST(Dedup, TextFilesAreRecords) {
  Random random(7);
  const TempFolder folder;
  std::vector<Record> records = make_records(130, 4, 120, random);  // several shards
  std::string table = "file,date,score,group\n";
  for (size_t i = 0; i < records.size(); ++i) {
    const Record& record = records[i];
    const std::string name = std::to_string(10'000 + i) + ".txt";
    folder.write("texts/" + name, record.text);
    const std::string score = record.score ? nlohmann::json(*record.score).dump() : "";
    table += name + "," + record.date + "," + score + "," + record.group + "\n";
  }
  folder.write("texts/metadata.csv", table);
  for (const auto kind :
       {KeepRule::Kind::first, KeepRule::Kind::newest, KeepRule::Kind::smallest}) {
    DedupOptions options = with_threshold(0.7);
    options.keep = {kind, "score"};
    for (const uint64_t memory : {uint64_t{0}, uint64_t{1}}) {
      options.memory = memory;
      options.within = "";
      EXPECT_GT(expect_decisions({folder / "texts"}, records, options), 80u);
      options.within = "group";
      expect_decisions({folder / "texts"}, records, options);
    }
  }
}

TEST(Dedup, WhatIsWrongWithTheTableOfManyTextFilesIsToldOnce) {
  const TempFolder folder;
  for (int i = 0; i < 600; ++i) {
    folder.write("texts/" + std::to_string(i) + ".txt", "text " + std::to_string(i));
  }
  folder.write("texts/metadata.csv", "file,date\nmissing.txt,2031\n1.txt,2031\n");
  const Outcome one = run({folder / "texts"}, with_threshold(0.7));
  EXPECT_EQ(one.result.records->count, 600u);
  ASSERT_EQ(one.problems.size(), 1u);
  EXPECT_NE(one.problems[0].what.find("missing.txt"), std::string::npos);
}

TEST(Dedup, TextFilesAndJsonlAreComparedWithOneAnother) {
  const TempFolder folder;
  const std::string text =
      "The ferry was late again, and nobody in the harbour was told why it was so late.";
  Record record;
  record.text = text;
  const Strings paths{folder.write("1.txt", text),
                      folder.write("2.txt", "another text altogether, of a few words"),
                      folder.write("3.jsonl", lines_of(std::vector{record})),
                      folder.write("4.txt", "\xEF\xBB\xBF" + text)};
  const auto decisions = run(paths, with_threshold(0.8)).result.decisions;
  EXPECT_EQ(decisions, (std::vector<Decision>{{0, 1}, {1, 1}, {0, 1}, {0, 1}}));
}

// --- estimates

TEST(Dedup, EstimatesAreNearTheTruth) {
  Random random(8);
  const TempFolder folder;
  const auto records = make_records(60, 6, 200, random);
  const std::string path = folder.write("a.jsonl", lines_of(records));
  DedupOptions options = with_threshold(0.8);
  const auto exact = run({path}, options).result.decisions;
  options.verify = Verification::estimate;
  const auto estimated = run({path}, options).result.decisions;
  size_t different = 0, removed = 0;
  for (uint32_t r = 0; r < records.size(); ++r) {
    removed += exact[r].kept != r;
    different += (exact[r].kept != r) != (estimated[r].kept != r);
    if (exact[r].kept == estimated[r].kept) {
      EXPECT_NEAR(exact[r].similarity, estimated[r].similarity, 0.2);
    }
    if (estimated[r].kept != r) {
      EXPECT_GE(estimated[r].similarity, 0.8F);
    }
  }
  EXPECT_GT(removed, 50u);
  EXPECT_LT(different, removed / 5);
}

TEST(Dedup, WithoutVerificationWhatMetIsACopy) {
  Random random(9);
  const TempFolder folder;
  const auto records = make_records(60, 6, 200, random);
  const std::string path = folder.write("a.jsonl", lines_of(records));
  DedupOptions options = with_threshold(0.8);
  const auto exact = run({path}, options).result;
  options.verify = Verification::off;
  const auto unverified = run({path}, options).result;
  size_t removed_exact = 0, removed = 0;
  for (uint32_t r = 0; r < records.size(); ++r) {
    removed_exact += !exact.keeps[r];
    removed += !unverified.keeps[r];
    if (!unverified.keeps[r]) {
      EXPECT_GE(unverified.decisions[r].similarity, 0.8F);
      EXPECT_TRUE(unverified.keeps[unverified.decisions[r].kept]);
    }
  }
  EXPECT_GE(removed, removed_exact);
  EXPECT_LT(removed, records.size() - 50);  // strangers don't meet
}

// --- examples

TEST(Dedup, ExamplesAreThePairsNextToTheThreshold) {
  Random random(10);
  const TempFolder folder;
  const auto records = make_records(60, 6, 200, random);
  const std::string path = folder.write("a.jsonl", lines_of(records));
  DedupOptions options = with_threshold(0.8);
  const auto all = run({path}, options, 100'000).result.examples;
  EXPECT_GT(all.above.size(), 30u);
  EXPECT_GT(all.below.size(), 5u);
  for (size_t i = 0; i < all.above.size(); ++i) {
    EXPECT_GE(all.above[i].similarity, 0.8);
    EXPECT_TRUE(i == 0 || all.above[i].similarity >= all.above[i - 1].similarity);
    EXPECT_LT(all.above[i].kept, all.above[i].record);
  }
  for (size_t i = 0; i < all.below.size(); ++i) {
    EXPECT_LT(all.below[i].similarity, 0.8);
    EXPECT_TRUE(i == 0 || all.below[i].similarity <= all.below[i - 1].similarity);
  }
  for (const unsigned threads : {1u, 16u}) {
    options.threads = threads;
    const auto few = run({path}, options, 5).result.examples;
    ASSERT_EQ(few.above.size(), 5u);
    ASSERT_EQ(few.below.size(), std::min<size_t>(5, all.below.size()));
    for (size_t i = 0; i < 5; ++i) {
      EXPECT_EQ(few.above[i].record, all.above[i].record);
    }
    for (size_t i = 0; i < few.below.size(); ++i) {
      EXPECT_EQ(few.below[i].record, all.below[i].record);
    }
  }
  const auto none = run({path}, options).result.examples;
  EXPECT_TRUE(none.above.empty() && none.below.empty());
}

}  // namespace
}  // namespace reprise::detail
