// Reading as a program watches and stops it.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "reprise/base/parallel.h"
#include "reprise/progress.h"
#include "support/files.h"
#include "support/reading.h"

namespace reprise::detail {
namespace {

using support::Strings;
using support::TempFolder;

// A file of several blocks.
constexpr size_t file_size = size_t{8} << 20;

std::string write_long_file(const TempFolder& folder) {
  const std::string line = "{\"text\":\"" + std::string(4000, 'w') + "\"}\n";
  std::string lines;
  while (lines.size() < file_size) {
    lines += line;
  }
  return folder.write("long.jsonl", lines);
}

TEST(ReadControl, WithoutOneReadingGoesOnAsEver) {
  const TempFolder folder;
  const Strings paths{folder.write("a.txt", "a"), folder.write("b.jsonl", "{\"text\":\"b\"}")};
  const std::stop_source nobody_asks;
  EXPECT_EQ(support::texts_of(read_corpus(paths)), (Strings{"a", "b"}));
  EXPECT_EQ(support::texts_of(read_corpus(paths, {}, {nobody_asks.get_token()})),
            (Strings{"a", "b"}));
}

TEST(ReadControl, AFolderIsNotWalkedToItsEnd) {
  const TempFolder folder;
  folder.write("a.txt", "a");
  std::stop_source asks;
  const auto list = [&] {
    return list_inputs(Strings{folder.path()}, any_format, [](const Problem&) {},
                       {asks.get_token()});
  };
  EXPECT_EQ(list().size(), 1u);
  asks.request_stop();
  EXPECT_THROW(list(), Stopped);
}

TEST(ReadControl, BytesAreToldFromNoneToAllOfThem) {
  const TempFolder folder;
  const Strings paths{folder.write("a.txt", "four"), write_long_file(folder)};
  std::vector<Progress> told;
  const Corpus corpus = read_corpus(paths, {}, {{}, [&](const Progress& progress) {
                                                  told.push_back(progress);
                                                }});
  EXPECT_GT(corpus.documents.size(), 1000u);
  ASSERT_GT(told.size(), 4u);
  EXPECT_LT(told.size(), 20u);  // a block of a megabyte each, not a record
  EXPECT_EQ(told.front().done, 0u);
  EXPECT_EQ(told.back().done, told.back().total);
  uint64_t before = 0;
  for (const Progress& progress : told) {
    EXPECT_EQ(progress.phase, Progress::Phase::reading);
    EXPECT_EQ(progress.total, told.front().total);
    EXPECT_GE(progress.done, before);
    before = progress.done;
  }
}

TEST(ReadControl, OfCompressedFilesNobodyKnowsHowMuchIsToCome) {
  const TempFolder folder;
  const Strings paths{folder.write("a.txt.gz", support::gzipped("four"))};
  Progress last;
  read_corpus(paths, {}, {{}, [&](const Progress& progress) {
                            last = progress;
                          }});
  EXPECT_EQ(last.done, 4u);
  EXPECT_EQ(last.total, 0u);
}

TEST(ReadControl, AStopEndsAFileAtTheNextBlock) {
  const TempFolder folder;
  const Strings paths{write_long_file(folder)};
  std::stop_source stop;
  size_t records = 0;
  const auto on_document = [&](const Document&) {
    if (++records == 10) {
      stop.request_stop();
    }
  };
  EXPECT_THROW(read_documents(paths, {}, on_document, {}, {stop.get_token()}), Stopped);
  EXPECT_LT(records, 600u);  // of more than two thousand
}

TEST(ReadControl, AStopEndsAFolderAtTheNextFile) {
  const TempFolder folder;
  for (int i = 0; i < 100; ++i) {
    folder.write("in/" + std::to_string(i) + ".txt", "text");
  }
  std::stop_source stop;
  uint64_t last = 0;
  const auto note = [&](const Progress& progress) {
    last = progress.done;
    if (last >= 40) {  // ten files
      stop.request_stop();
    }
  };
  EXPECT_THROW(read_corpus(Strings{folder / "in"}, {}, {stop.get_token(), note}), Stopped);
  EXPECT_EQ(last, 40u);
}

TEST(ReadControl, AStopThatCameFirstOpensNothing) {
  const TempFolder folder;
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(support::read({folder.write("a.txt", "a")}, {}, {stop.get_token()}), Stopped);
}

TEST(ReadControl, ARunThatReadsAsAPartOfItStopsTheReading) {
  const TempFolder folder;
  std::stop_source stop;
  stop.request_stop();
  const Workers run(2, {stop.get_token()});
  EXPECT_THROW(support::read({folder.write("a.txt", "a")}), Stopped);
}

// An Error of the caller's is no problem of the file that was being read.
TEST(ReadControl, WhatCallbacksThrowComesOut) {
  const TempFolder folder;
  const Strings paths{folder.write("a.txt", "a"), folder.write("b.txt", "b")};
  const Error full(ErrorKind::system, {"disk", "is full", ""});
  const auto fail = [&](auto&&) {
    throw full;
  };
  const auto pass = [](auto&&) {
  };
  EXPECT_THROW(read_documents(paths, {}, fail, pass), Error);
  EXPECT_THROW(read_corpus(paths, {}, {{}, fail}), Error);
}

}  // namespace
}  // namespace reprise::detail
