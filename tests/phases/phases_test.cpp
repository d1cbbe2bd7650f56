// Dedup in phases: the decisions of one run over all shards, for every number of parts; and refused
// files.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "reprise/near/keep.h"
#include "support/dedup_runs.h"
#include "support/files.h"
#include "support/phase_runs.h"
#include "support/records.h"

namespace reprise::detail {
namespace {

using support::decisions_of_all;
using support::line_of;
using support::lines_of;
using support::make_all_keys;
using support::make_records;
using support::PhaseParts;
using support::Random;
using support::Record;
using support::run;
using support::run_rounds;
using support::TempFolder;
using support::with_threshold;
using Strings = std::vector<std::string>;

std::vector<InputPath> list(const Strings& paths) {
  return list_inputs(paths, any_format, [](const Problem&) {});
}

// Deals the records to files, some of them empty.
Strings write_shards(const TempFolder& folder, std::span<const Record> records, size_t shards,
                     Random& random) {
  std::vector<size_t> ends{records.size()};
  for (size_t s = 1; s < shards; ++s) {
    ends.push_back(random.below(records.size() + 1));
  }
  std::sort(ends.begin(), ends.end());
  Strings paths;
  for (size_t s = 0, begin = 0; s < shards; ++s) {
    paths.push_back(folder.write("in/" + std::to_string(10 + s) + ".jsonl",
                                 lines_of(records.subspan(begin, ends[s] - begin))));
    begin = ends[s];
  }
  return paths;
}

// Returns how many documents leave.
size_t expect_those_of_one_run(const Strings& paths, const DedupOptions& options,
                               const PhaseParts& parts) {
  const TempFolder work;
  const WorkFolder folder(work.path());
  const std::vector<InputPath> inputs = list(paths);
  make_all_keys(folder, inputs, options);
  const PhaseDocuments documents(folder, static_cast<uint32_t>(inputs.size()), options);
  run_rounds(folder, documents, parts);
  const std::vector<Decision> got = decisions_of_all(folder, documents);
  const std::vector<Decision> expected = run(paths, options).result.decisions;
  EXPECT_EQ(got.size(), expected.size());
  size_t leaving = 0;
  for (uint32_t d = 0; d < expected.size(); ++d) {
    leaving += expected[d].kept != d;
    EXPECT_EQ(got[d].kept, expected[d].kept) << d;
    EXPECT_EQ(got[d].similarity, expected[d].similarity) << d;
  }
  return leaving;
}

TEST(Phases, DecisionsAreThoseOfOneRunForEveryNumberOfShardsAndParts) {
  Random random(11);
  size_t leaving = 0;
  for (uint32_t round = 0; round < 12 && !HasFailure(); ++round) {
    const TempFolder folder;
    const auto records = make_records(25, 8, 120, random);
    const Strings paths = write_shards(folder, records, 1 + random.below(6), random);
    const auto some = [&] {
      return static_cast<uint32_t>(1 + random.below(7));
    };
    const DedupOptions options = with_threshold(0.4 + 0.1 * static_cast<double>(random.below(6)));
    leaving += expect_those_of_one_run(paths, options, {some(), some(), some()});
  }
  EXPECT_GT(leaving, 200u);
}

TEST(Phases, EveryRuleOfKeepingAndWithinAreThoseOfOneRun) {
  Random random(12);
  using Kind = KeepRule::Kind;
  for (const KeepRule& keep :
       {KeepRule{Kind::longest, ""}, KeepRule{Kind::newest, ""}, KeepRule{Kind::largest, "score"},
        KeepRule{Kind::smallest, "score"}}) {
    for (const std::string within : {"", "group"}) {
      const TempFolder folder;
      const Strings paths = write_shards(folder, make_records(25, 8, 120, random), 4, random);
      DedupOptions options = with_threshold(0.6);
      options.keep = keep;
      options.within = within;
      EXPECT_GT(expect_those_of_one_run(paths, options, {3, 2, 4}), 10u);
    }
  }
}

TEST(Phases, EveryVerificationAndOtherShinglesAreThoseOfOneRun) {
  Random random(13);
  for (const Verification verify :
       {Verification::exact, Verification::estimate, Verification::off}) {
    for (const ShingleUnit unit : {ShingleUnit::words, ShingleUnit::characters}) {
      const TempFolder folder;
      const Strings paths = write_shards(folder, make_records(20, 8, 100, random), 3, random);
      DedupOptions options = with_threshold(0.7);
      options.verify = verify;
      options.shingles = {unit, 4};
      options.sketch.seed = 5;
      EXPECT_GT(expect_those_of_one_run(paths, options, {2, 3, 2}), 10u);
    }
  }
}

// Texts that meet in many buckets, and are hardly alike enough to leave: a third of their words is
// the same in all.
std::vector<Record> make_template(size_t count, double rate, Random& random) {
  const support::Vocabulary vocabulary;
  const support::Words original = support::make_words(60, vocabulary, random);
  std::vector<Record> records(count);
  for (Record& record : records) {
    const support::EditedCopy copy = edited_copy(original, rate, vocabulary, random);
    record.text = support::write_text(copy.words, random).bytes;
  }
  return records;
}

TEST(Phases, BucketsInWhichMoreAreKeptThanAreComparedAreThoseOfOneRun) {
  Random random(14);
  const TempFolder folder;
  const auto records = make_template(2500, 0.12, random);
  const Strings paths = write_shards(folder, records, 3, random);
  DedupOptions options = with_threshold(0.6);
  options.shingles = {ShingleUnit::words, 3};
  options.sketch.slots = 16;
  const size_t leaving = expect_those_of_one_run(paths, options, {3, 2, 3});
  EXPECT_GT(leaving, 100u);
  EXPECT_GT(records.size() - leaving, most_kept_heads);
}

TEST(Phases, AChainThroughAllPartsIsDecidedAsByOneRun) {
  // Each text shares most words with its neighbours, and hardly any with others: the first stays,
  // the second leaves, the third stays, …
  TempFolder folder;
  Strings paths;
  for (int shard = 0; shard < 5; ++shard) {
    std::string lines;
    for (int text = shard * 8; text < shard * 8 + 8; ++text) {
      Record record;
      for (int word = 0; word < 30; ++word) {
        record.text += "w" + std::to_string(text * 6 + word) + " ";
      }
      lines += line_of(record) + "\n";
    }
    paths.push_back(folder.write(std::to_string(shard) + ".jsonl", lines));
  }
  DedupOptions options = with_threshold(0.5);
  options.shingles = {ShingleUnit::words, 1};
  for (const uint32_t parts : {1u, 2u, 5u}) {
    EXPECT_EQ(expect_those_of_one_run(paths, options, {1, 1, parts}), 20u);
  }
}

TEST(Phases, ABucketOfAnySizeCostsNoSquare) {
  Random random(15);
  const TempFolder folder, work;
  const auto records = make_template(1500, 0.005, random);
  const Strings paths{folder.write("a.jsonl", lines_of(records))};
  const DedupOptions options = with_threshold(0.7);
  const WorkFolder phases(work.path());
  const auto inputs = list(paths);
  make_all_keys(phases, inputs, options);
  const PhaseDocuments documents(phases, 1, options);
  run_rounds(phases, documents, {});
  uint64_t compared = 0;
  for (uint32_t round = 1; round < phases.open_round(); ++round) {
    compared += PhaseFile(phases.of_part(PhaseFileKind::similarities, round, {1, 1}),
                          PhaseFileKind::similarities,
                          documents.head_of_part(PhaseFileKind::similarities, round, {1, 1}))
                    .count<PairSimilarity>(similarities_section::similarities);
  }
  EXPECT_LT(compared, 100 * records.size());
}

// --- files

class PhaseFilesTest : public ::testing::Test {
 protected:
  PhaseFilesTest() {
    Random random(16);
    paths_ = write_shards(folder_, make_records(10, 5, 60, random), 3, random);
    inputs_ = list(paths_);
    make_all_keys(work_, inputs_, options_);
  }

  PhaseDocuments documents() const {
    return PhaseDocuments(work_, static_cast<uint32_t>(inputs_.size()), options_);
  }

  // Returns what the error of a step says, empty if there is none.
  template <class Step>
  static std::string error_of(const Step& step) {
    try {
      step();
    } catch (const Error& e) {
      return e.what();
    }
    return "";
  }

  TempFolder folder_, folder_of_work_;
  WorkFolder work_{folder_of_work_.path()};
  DedupOptions options_ = with_threshold(0.7);
  Strings paths_;
  std::vector<InputPath> inputs_;
};

TEST_F(PhaseFilesTest, BytesAreTheSameForEveryNumberOfThreads) {
  run_rounds(work_, documents(), {2, 2, 2});
  const TempFolder other;
  const WorkFolder again(other.path());
  options_.threads = 3;
  make_all_keys(again, inputs_, options_);
  run_rounds(again, PhaseDocuments(again, 3, options_), {2, 2, 2});
  size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(work_.path())) {
    if (entry.is_regular_file()) {
      const std::filesystem::path name = entry.path().lexically_relative(work_.path());
      EXPECT_EQ(support::read_file(entry.path()), support::read_file(other.path() / name)) << name;
      ++files;
    }
  }
  EXPECT_GE(files, 14u);
}

TEST_F(PhaseFilesTest, WhatIsThereIsNotMadeAgainUnlessTheShardIsYounger) {
  const DedupCallbacks quiet = support::quiet_callbacks();
  EXPECT_EQ(make_keys(work_, inputs_, 0, options_, quiet), PhaseOutcome::was_done);
  std::filesystem::last_write_time(
      paths_[0], std::filesystem::file_time_type::clock::now() + std::chrono::hours(1));
  EXPECT_EQ(make_keys(work_, inputs_, 0, options_, quiet), PhaseOutcome::done);
  EXPECT_EQ(join_keys(work_, documents(), {1, 2}), PhaseOutcome::done);
  EXPECT_EQ(join_keys(work_, documents(), {1, 2}), PhaseOutcome::was_done);
  std::filesystem::remove(work_.of_part(PhaseFileKind::pairs, 1, {1, 2}));
  EXPECT_EQ(join_keys(work_, documents(), {1, 2}), PhaseOutcome::done);
}

TEST_F(PhaseFilesTest, PhasesInTheWrongOrderSayWhatToRun) {
  EXPECT_NE(error_of([&] { FinalDecisions(work_, documents()); }).find("not decided yet"),
            std::string::npos);
  join_keys(work_, documents(), {1, 2});
  EXPECT_NE(error_of([&] {
              verify_pairs_of_round(work_, documents(), {1, 1});
            }).find("run reprise phases join for all of its parts"),
            std::string::npos);
  join_keys(work_, documents(), {2, 2});
  EXPECT_NE(error_of([&] {
              decide_round(work_, documents(), {1, 1});
            }).find("run reprise phases verify for all of its parts"),
            std::string::npos);
  std::filesystem::remove(work_.of_shard(PhaseFileKind::keys, 1));
  EXPECT_NE(error_of([&] { documents(); }).find("run reprise phases keys for all shards"),
            std::string::npos);
}

TEST_F(PhaseFilesTest, OtherOptionsAreRefused) {
  options_.threshold = 0.75;
  const std::string said = error_of([&] { documents(); });
  EXPECT_NE(said.find("was made with other options"), std::string::npos) << said;
  EXPECT_NE(said.find("\"threshold\":0.7,"), std::string::npos) << said;
}

TEST_F(PhaseFilesTest, FilesOfOtherDocumentsAreRefused) {
  join_keys(work_, documents(), {1, 1});
  support::write_file(paths_[0], support::read_file(paths_[0]) + "{\"text\": \"One more.\"}\n");
  std::filesystem::last_write_time(
      paths_[0], std::filesystem::file_time_type::clock::now() + std::chrono::hours(1));
  make_all_keys(work_, inputs_, options_);
  const std::string said = error_of([&] { verify_pairs_of_round(work_, documents(), {1, 1}); });
  EXPECT_NE(said.find("was made of other documents"), std::string::npos) << said;
  EXPECT_EQ(join_keys(work_, documents(), {1, 1}), PhaseOutcome::done) << "its own is made anew";
}

TEST_F(PhaseFilesTest, ADamagedByteIsRefusedByTheNameOfItsFile) {
  const uint32_t last = run_rounds(work_, documents(), {1, 1, 1});
  for (const std::string& path : {work_.of_shard(PhaseFileKind::keys, 0),
                                  work_.of_part(PhaseFileKind::similarities, 1, {1, 1}),
                                  work_.of_part(PhaseFileKind::states, last, {1, 1})}) {
    const std::string good = support::read_file(path);
    std::string bad = good;
    bad[300] = static_cast<char>(bad[300] ^ 4);
    support::write_file(path, bad);
    const std::string said = error_of([&] {
      const PhaseDocuments all = documents();
      decisions_of_all(work_, all);
    });
    EXPECT_NE(said.find(path), std::string::npos) << said;
    support::write_file(path, good);
  }
  EXPECT_EQ(error_of([&] {
              const PhaseDocuments all = documents();
              decisions_of_all(work_, all);
            }),
            "");
}

TEST_F(PhaseFilesTest, AShardThatWasWrittenToIsNotFiltered) {
  const PhaseDocuments all = documents();
  run_rounds(work_, all, {1, 1, 1});
  const FinalDecisions decisions(work_, all);
  const TempFolder out;
  const FilterPaths paths{out.path() + "/clean/", out.path() + "/gone/"};
  const DedupCallbacks quiet = support::quiet_callbacks();
  const auto filter = [&](uint32_t shard) {
    return filter_shard(work_, all, decisions, inputs_, shard, paths, quiet).outcome;
  };
  EXPECT_EQ(filter(2), PhaseOutcome::done);
  EXPECT_EQ(filter(2), PhaseOutcome::was_done);
  support::write_file(out.path() + "/clean/12.jsonl", "");
  EXPECT_EQ(filter(2), PhaseOutcome::done) << "its output is not what was written";
  support::write_file(paths_[2], support::read_file(paths_[2]) + "{\"text\": \"One more.\"}\n");
  std::filesystem::remove(work_.of_shard(PhaseFileKind::filtered, 2));
  EXPECT_NE(error_of([&] { filter(2); }).find("was changed since its keys were made"),
            std::string::npos);
}

TEST(Phases, OptionsThatPhasesCannotFollowAreRefused) {
  const auto refused = [](const DedupOptions& options) {
    EXPECT_THROW(check_phase_options(options), Error);
  };
  refused({.measure = Measure::containment});
  refused({.same = "url"});
  refused({.joining = Joining::chain});
  refused({.against = {"bench.jsonl"}});
  refused({.parts = {.rules = {{}}}});
  EXPECT_NO_THROW(check_phase_options({}));
}

TEST(Phases, PartsCoverEverythingOnce) {
  for (const uint64_t count : {uint64_t{0}, uint64_t{7}, uint64_t{22} << 32, ~uint64_t{0}}) {
    for (const uint32_t of : {1u, 3u, 1000u}) {
      EXPECT_EQ(begin_of_part(count, {1, of}), 0u);
      EXPECT_EQ(begin_of_part(count, {of + 1, of}), count);
      for (uint32_t number = 1; number <= of; ++number) {
        EXPECT_LE(begin_of_part(count, {number, of}), begin_of_part(count, {number + 1, of}));
      }
    }
  }
}

}  // namespace
}  // namespace reprise::detail
