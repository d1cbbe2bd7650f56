// Inputs that somebody writes to meanwhile, so that neither their sizes nor their times tell.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "reprise/dedup/outputs.h"
#include "support/dedup_writes.h"
#include "support/files.h"

namespace reprise::detail {
namespace {

namespace fs = std::filesystem;
using support::read_file;
using support::TempFolder;
using support::usual_options;

// Writes other bytes over the file, as many, and sets its time back.
void rewrite_unseen(const std::string& path, const std::string& bytes) {
  struct stat before {};
  ASSERT_EQ(stat(path.c_str(), &before), 0);
  ASSERT_EQ(static_cast<size_t>(before.st_size), bytes.size());
  const int descriptor = open(path.c_str(), O_WRONLY);
  ASSERT_EQ(pwrite(descriptor, bytes.data(), bytes.size(), 0), static_cast<ssize_t>(bytes.size()));
  const timespec times[2] = {before.st_atim, before.st_mtim};
  ASSERT_EQ(futimens(descriptor, times), 0);
  close(descriptor);
}

// Reads the file, writes `after` over it, and returns what write() says: nothing if it goes well.
std::string said_after_change(const TempFolder& folder, const std::string& name,
                              const std::string& before, const std::string& after,
                              const std::string& out) {
  const std::string path = folder.write(name, before);
  const DedupCallbacks callbacks{[](const Problem&) {
  }};
  const auto inputs = list_inputs(std::vector{path}, any_format, callbacks.on_problem);
  DedupOutputs files(support::only_kept(out), inputs);
  const DedupResult result = find_duplicates(inputs, usual_options(), 0, callbacks);
  rewrite_unseen(path, after);
  try {
    files.write(result, usual_options());
  } catch (const Error& e) {
    return e.problem().what;
  }
  files.commit();
  return {};
}

TEST(DedupChanges, WhatIsCopiedIsWhatWasRead) {
  const TempFolder folder;
  const std::string one = "The bridge is closed.";
  const std::string other = "The bridge is open!!!";
  const std::string what = "was changed while it was read, so nothing was written";
  const auto line = [](const std::string& text) {
    return "{\"text\":\"" + text + "\"}\n";
  };
  const auto stays_same = [&](const std::string& name, const std::string& a,
                              const std::string& out) {
    EXPECT_EQ(said_after_change(folder, name, a, a, folder / out), "") << name;
  };
  const auto is_noticed = [&](const std::string& name, const std::string& a, const std::string& b,
                              const std::string& out) {
    EXPECT_EQ(said_after_change(folder, name, a, b, folder / out), what) << name;
    EXPECT_FALSE(fs::exists(folder / out));
  };
  is_noticed("a.jsonl", line(one), line(other), "kept.jsonl");
  is_noticed("a.jsonl", line(one), line(other), "out/");
  is_noticed("a.txt", one, other, "out/");
  // A packed text: behind its data, where a strict reader looks no more, the file counts as well.
  const std::string packed = support::gzipped(one);
  std::string touched = packed;
  touched[4] ^= 1;  // the time in the header
  is_noticed("a.txt.gz", packed, touched, "out/");
  stays_same("a.jsonl", line(one), "kept.jsonl");
  stays_same("a.txt", one, "out/");
  stays_same("a.txt.gz", packed, "out/");
  EXPECT_EQ(read_file(folder / "out/a.txt.gz"), packed);
}

// What was read of a damaged file is what counts; its copy has all of it.
TEST(DedupChanges, ADamagedTextIsCopiedAsItLies) {
  const TempFolder folder;
  std::string text;
  for (int i = 0; i < 40'000; ++i) {
    text += std::to_string(i * 7919) + " ";
  }
  std::string packed = support::gzipped(text);
  packed[packed.size() / 2] ^= 0x55;
  EXPECT_EQ(said_after_change(folder, "a.txt.gz", packed, packed, folder / "out/"), "");
  EXPECT_EQ(read_file(folder / "out/a.txt.gz"), packed);
}

}  // namespace
}  // namespace reprise::detail
