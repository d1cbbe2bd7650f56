// All or nothing: what dedup writes appears when it is whole, or not at all.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "reprise/dedup/outputs.h"
#include "support/dedup_writes.h"
#include "support/files.h"
#include "support/records.h"

namespace reprise::detail {
namespace {

namespace fs = std::filesystem;
using support::lines_of;
using support::make_records;
using support::only_kept;
using support::Random;
using support::read_file;
using support::run;
using support::TempFolder;
using support::usual_options;
using Strings = std::vector<std::string>;

TEST(DedupOutputs, NothingIsLeftWithoutCommit) {
  const TempFolder folder;
  const std::string path = folder.write("in/a.jsonl", "{\"text\":\"a\"}\n{\"text\":\"a\"}\n");
  const std::string old = folder.write("old.jsonl", "old");
  const DedupCallbacks callbacks{[](const Problem&) {
  }};
  const auto inputs = list_inputs(std::vector{path}, any_format, callbacks.on_problem);
  for (const std::string& kept : {old, folder / "new/folders/"}) {
    DedupOutputs files({kept, folder / "removed", folder / "clusters", Annotation::none}, inputs);
    const DedupResult result = find_duplicates(inputs, usual_options(), 0, callbacks);
    files.write(result, usual_options());
  }
  EXPECT_EQ(read_file(old), "old");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 2);
}

TEST(DedupOutputs, WhatCannotBeWrittenIsAnErrorBeforeTheWork) {
  const TempFolder folder;
  const std::string line = "{\"text\":\"a\"}\n";
  const Strings twins{folder.write("a/x.jsonl", line), folder.write("b/x.jsonl", line)};
  const Strings mixed{twins[0], folder.write("t.txt", "a text")};
  const std::string there = folder / "a/";
  const auto fails = [&](const Strings& paths, const DedupOutputPaths& outputs) {
    const auto inputs = list_inputs(paths, any_format, [](const Problem&) {});
    EXPECT_THROW(DedupOutputs(outputs, inputs), Error) << outputs.kept;
  };
  fails(twins, only_kept(folder / "out/"));                        // two of one name
  fails({twins[0]}, only_kept(there));                             // over its own input
  fails(mixed, only_kept(folder / "out.jsonl"));                   // two kinds in one file
  fails({mixed[1]}, only_kept(folder / "out", Annotation::kept));  // no place for a field
  fails({twins[0]}, only_kept(folder / "missing/out.jsonl"));
  fails({twins[0]}, only_kept(folder / "t.txt/out/"));
  fails({twins[0]}, {folder / "out/", folder / "missing/removed", "", Annotation::none});
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 3);
}

TEST(DedupOutputs, AnInputMayBeReplacedByWhatStays) {
  const TempFolder folder;
  const std::string line = "{\"text\":\"a few words\"}\n",
                    path = folder.write("a.jsonl", line + line);
  run({path}, only_kept(path));
  EXPECT_EQ(read_file(path), line);
}

// Returns the phases that a run tells of, up to the one in which it is stopped.
std::set<Progress::Phase> stop_in(Progress::Phase phase, unsigned threads, const TempFolder& folder,
                                  const std::string& path) {
  std::stop_source stop;
  std::set<Progress::Phase> told;
  DedupCallbacks callbacks{[](const Problem&) {
  }};
  callbacks.control = {stop.get_token(), [&](const Progress& progress) {
                         told.insert(progress.phase);
                         if (progress.phase == phase) {
                           stop.request_stop();
                         }
                       }};
  DedupOptions options = usual_options();
  options.threads = threads;
  const auto inputs = list_inputs(std::vector{path}, any_format, callbacks.on_problem);
  DedupOutputs files({folder / "kept", folder / "removed", folder / "clusters", Annotation::none},
                     inputs);
  EXPECT_THROW(
      {
        const DedupResult result = find_duplicates(inputs, options, 0, callbacks);
        files.write(result, options, callbacks.control);
      },
      Stopped);
  return told;
}

TEST(DedupOutputs, NothingAppearsWhenARunIsStoppedInAnyPhase) {
  using Phase = Progress::Phase;
  Random random(21);
  const TempFolder folder;
  const std::string path = folder.write("a.jsonl", lines_of(make_records(40, 5, 100, random)));
  for (const unsigned threads : {1u, 4u}) {
    for (const Phase phase :
         {Phase::reading, Phase::candidates, Phase::comparing, Phase::writing}) {
      EXPECT_EQ(*stop_in(phase, threads, folder, path).rbegin(), phase) << name_of(phase);
      const fs::directory_iterator files(folder.path());
      EXPECT_EQ(std::distance(begin(files), end(files)), 1) << name_of(phase);
    }
  }
}

}  // namespace
}  // namespace reprise::detail
