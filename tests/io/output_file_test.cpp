#include "reprise/io/output_file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "reprise/base/parallel.h"
#include "reprise/error.h"
#include "support/files.h"

namespace reprise::detail {
namespace {

namespace fs = std::filesystem;
using support::read_file;
using support::TempFolder;
using support::write_file;

size_t count_entries(const std::string& folder) {
  return static_cast<size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

mode_t mode_of(const std::string& path) {
  struct stat status {};
  EXPECT_EQ(stat(path.c_str(), &status), 0);
  return status.st_mode & 07777;
}

void write_whole(const std::string& path, std::string_view bytes) {
  OutputFile file(path);
  file.write(bytes);
  file.commit();
}

// The hidden files beside the path: what a killed run leaves behind.
std::vector<std::string> hidden_files(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().filename().string().starts_with('.')) {
      names.push_back(entry.path().string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

// Lets another process begin to write the files, and kills it.
void write_and_be_killed(const std::vector<std::string>& paths) {
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    std::vector<std::unique_ptr<OutputFile>> files;
    for (const std::string& path : paths) {
      files.push_back(std::make_unique<OutputFile>(path));
    }
    for (const auto& file : files) {
      file->write("half");
    }
    kill(getpid(), SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
}

TEST(OutputFile, AppearsWholeWithCommitAndNotBefore) {
  const TempFolder folder;
  const std::string path = folder.write("out.json", "old");
  {
    OutputFile file(path);
    file.write("new ");
    file.write("and whole");
    EXPECT_EQ(read_file(path), "old");
    file.commit();
    EXPECT_EQ(read_file(path), "new and whole");
  }
  EXPECT_EQ(read_file(path), "new and whole");
  EXPECT_EQ(count_entries(folder.path()), 1u);
}

TEST(OutputFile, WithoutCommitTheOldFileStaysAndNothingIsLeft) {
  const TempFolder folder;
  const std::string path = folder.write("out.json", "old");
  {
    OutputFile file(path), fresh(folder / "fresh.json");
    file.write("half");
    fresh.write("half");
  }
  EXPECT_EQ(read_file(path), "old");
  EXPECT_EQ(count_entries(folder.path()), 1u);
}

TEST(OutputFile, KeepsTheModeOfAFileThatWasThere) {
  const TempFolder folder;
  const std::string path = folder.write("script", "old");
  for (const mode_t mode : {mode_t{0600}, mode_t{0644}, mode_t{0755}}) {
    ASSERT_EQ(chmod(path.c_str(), mode), 0);
    write_whole(path, "new");
    EXPECT_EQ(mode_of(path), mode);
  }
}

TEST(OutputFile, ANewFileGetsTheUsersMask) {
  const TempFolder folder;
  const mode_t before = umask(027);
  write_whole(folder / "new", "bytes");
  umask(before);
  EXPECT_EQ(mode_of(folder / "new"), mode_t{0640});
}

TEST(OutputFile, FollowsLinksAndLeavesThemLinks) {
  const TempFolder folder;
  const std::string target = folder.write("there/target.json", "old");
  fs::create_symlink("there/target.json", folder / "relative");
  fs::create_symlink(folder / "relative", folder / "chain");
  fs::create_symlink("there/later.json", folder / "dangling");
  write_whole(folder / "chain", "through two links");
  EXPECT_EQ(read_file(target), "through two links");
  write_whole(folder / "dangling", "made");
  EXPECT_EQ(read_file(folder / "there/later.json"), "made");
  for (const char* link : {"relative", "chain", "dangling"}) {
    EXPECT_TRUE(fs::is_symlink(folder / link)) << link;
  }
  EXPECT_EQ(count_entries(folder.path()), 4u);
  EXPECT_EQ(count_entries(folder / "there"), 2u);
}

TEST(OutputFile, AFullDiskIsAnErrorThatSaysSo) {
  OutputFile full("/dev/full");
  try {
    full.write(std::string(100, 'x'));
    FAIL();
  } catch (const Error& e) {
    EXPECT_EQ(e.problem().where, "/dev/full");
    EXPECT_NE(e.problem().remedy.find("room"), std::string::npos);
  }
}

TEST(OutputFile, DevicesAreWrittenStraightAndStayDevices) {
  OutputFile null("/dev/null");
  null.write("gone");
  null.commit();
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST(OutputFile, AWrongPlaceFailsWhenOpened) {
  const TempFolder folder;
  for (const std::string& path : {folder / "missing/out.json", folder.path(), std::string()}) {
    EXPECT_THROW(OutputFile{path}, Error) << path;
  }
  EXPECT_EQ(count_entries(folder.path()), 0u);
}

TEST(OutputFile, APathWithoutFolderIsTheCurrentOne) {
  const TempFolder folder;
  const fs::path before = fs::current_path();
  fs::current_path(folder.path());
  write_whole("out.json", "here");
  fs::current_path(before);
  EXPECT_EQ(read_file(folder / "out.json"), "here");
}

TEST(OutputFile, AClosedPipeIsNoError) {
  const auto before = signal(SIGPIPE, SIG_IGN);
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  {
    OutputFile file("/dev/fd/" + std::to_string(ends[1]));
    file.write("read");
    char buffer[4];
    EXPECT_EQ(read(ends[0], buffer, 4), 4);
    close(ends[0]);
    try {
      file.write("nobody reads");
      FAIL();
    } catch (const Error& e) {
      EXPECT_EQ(e.kind(), ErrorKind::closed_pipe);
    }
  }
  close(ends[1]);
  signal(SIGPIPE, before);
}

TEST(OutputFile, FinishedFilesWaitForTheirCommit) {
  const TempFolder folder;
  const std::string old = folder.write("old", "old");
  {
    std::vector<std::unique_ptr<OutputFile>> files;
    for (int i = 0; i < 3000; ++i) {  // more than a process may have open
      files.push_back(
          std::make_unique<OutputFile>(folder / std::to_string(i), Durability::buffered));
      files.back()->write(std::to_string(i));
      files.back()->finish();
    }
    OutputFile never(old, Durability::buffered);
    never.write("new");
    never.finish();
    never.finish();
    EXPECT_EQ(read_file(old), "old");
    EXPECT_FALSE(fs::exists(folder / "0"));
    for (const auto& file : files) {
      file->commit();
    }
  }
  EXPECT_EQ(read_file(old), "old");
  EXPECT_EQ(read_file(folder / "0"), "0");
  EXPECT_EQ(read_file(folder / "2999"), "2999");
  EXPECT_EQ(count_entries(folder.path()), 3001u);
}

TEST(OutputFile, NothingIsWrittenAfterFinish) {
  const TempFolder folder;
  OutputFile file(folder / "out");
  file.write("whole");
  file.finish();
  EXPECT_THROW(file.write("more"), Error);
  file.commit();
  EXPECT_EQ(read_file(folder / "out"), "whole");
}

TEST(OutputFile, WritesAtPlacesInAnyOrderFromAnyThread) {
  const TempFolder folder;
  const size_t piece = 1000, pieces = 500;
  {
    const Workers limit(16);
    OutputFile file(folder / "out", Durability::buffered);
    ASSERT_TRUE(file.is_regular());
    parallel_for(pieces, [&](size_t i) {
      const size_t at = (i * 7919) % pieces;  // a prime: each once
      file.write_at(at * piece, std::string(piece, static_cast<char>('a' + at % 26)));
    });
    file.commit();
  }
  const std::string bytes = read_file(folder / "out");
  ASSERT_EQ(bytes.size(), piece * pieces);
  for (size_t i = 0; i < bytes.size(); ++i) {
    ASSERT_EQ(bytes[i], static_cast<char>('a' + i / piece % 26)) << i;
  }
  EXPECT_FALSE(OutputFile("/dev/null").is_regular());
  EXPECT_FALSE(OutputFile("-").is_regular());
}

TEST(OutputFile, LeftoversOfAKilledProcessGo) {
  const TempFolder folder;
  const std::string path = folder.write("out.json", "old"), other = folder / "other.json";
  write_and_be_killed({path, path, other});
  EXPECT_EQ(hidden_files(folder.path()).size(), 3u);
  EXPECT_EQ(read_file(path), "old");

  std::vector<std::string> removed = OutputFile::remove_leftovers(path);
  EXPECT_EQ(removed.size(), 2u);
  const auto left = hidden_files(folder.path());
  ASSERT_EQ(left.size(), 1u);
  EXPECT_NE(left[0].find("other.json"), std::string::npos);
  EXPECT_TRUE(OutputFile::remove_leftovers(path).empty());

  EXPECT_EQ(OutputFile::remove_leftovers(other), left);
  EXPECT_EQ(read_file(path), "old");
  EXPECT_EQ(count_entries(folder.path()), 1u);
}

TEST(OutputFile, WhatALivingProcessWritesStays) {
  const TempFolder folder;
  const std::string path = folder / "out.json";
  OutputFile file(path);
  file.write("half");
  EXPECT_TRUE(OutputFile::remove_leftovers(path).empty());
  EXPECT_EQ(hidden_files(folder.path()).size(), 1u);
  write_and_be_killed({path});
  EXPECT_EQ(OutputFile::remove_leftovers(path).size(), 1u);
  file.commit();
  EXPECT_EQ(read_file(path), "half");
}

TEST(OutputFile, FinishedFilesOfALivingRunStayHoweverManyTheyAre) {
  const TempFolder folder;
  std::vector<std::unique_ptr<OutputFile>> files;
  for (int i = 0; i < 200; ++i) {
    files.push_back(std::make_unique<OutputFile>(folder / std::to_string(i)));
    files.back()->finish();
  }
  EXPECT_TRUE(OutputFile::remove_leftovers_in(folder.path()).empty());
  files.clear();
  write_and_be_killed({folder / "x"});
  EXPECT_EQ(OutputFile::remove_leftovers_in(folder.path()).size(), 1u);
}

// Another container has processes of its own; a lock is seen from all of them.
TEST(OutputFile, ALeftoverOfAProcessWhoseNumberLivesGoesToo) {
  const TempFolder folder;
  write_and_be_killed({folder / "out.json"});
  const std::string leftover = hidden_files(folder.path()).at(0);
  const size_t process = leftover.rfind('-', leftover.rfind('-') - 1) + 1;
  const std::string ours = leftover.substr(0, process) + std::to_string(getpid()) + "-abcdef";
  fs::rename(leftover, ours);
  EXPECT_EQ(OutputFile::remove_leftovers(folder / "out.json"), std::vector{ours});
}

TEST(OutputFile, ANameThatCanBeReadCanBeWritten) {
  const TempFolder folder;
  const std::string path = folder / std::string(255, 'n');
  write_whole(path, "whole");
  EXPECT_EQ(read_file(path), "whole");
  write_and_be_killed({path});
  EXPECT_EQ(OutputFile::remove_leftovers(path).size(), 1u);
  EXPECT_EQ(count_entries(folder.path()), 1u);
}

// Whoever shares the folder may be another machine, whose processes are not ours to judge.
TEST(OutputFile, WhatDoesNotLookLikeALeftoverOfThisMachineStays) {
  const TempFolder folder;
  const std::string path = folder / "out.json";
  write_and_be_killed({path});
  const std::string leftover = hidden_files(folder.path()).at(0);
  const size_t mark = leftover.rfind(".reprise-") + std::string(".reprise-").size();
  std::string of_another = leftover;
  of_another[mark] = of_another[mark] == '0' ? '1' : '0';
  write_file(of_another, "");
  const std::string before_process = leftover.substr(0, mark + 9);  // eight digits and a dash
  for (const char* name : {"", "x", "0-abcdef", "-5-abcdef"}) {
    write_file(before_process + name, "");
  }
  write_file(folder / ".out.json", "");
  write_file(folder / ".out.jsonx.reprise", "");
  EXPECT_EQ(OutputFile::remove_leftovers(path), std::vector{leftover});
  EXPECT_EQ(count_entries(folder.path()), 7u);
}

TEST(OutputFile, LeftoversAreLookedForWhereTheFileWouldStand) {
  const TempFolder folder;
  folder.write("there/x", "");
  fs::create_symlink("there/target.json", folder / "link");
  write_and_be_killed({folder / "link"});
  EXPECT_EQ(hidden_files(folder / "there").size(), 1u);
  EXPECT_EQ(OutputFile::remove_leftovers(folder / "link").size(), 1u);

  write_and_be_killed({folder / "out.json"});
  const fs::path before = fs::current_path();
  fs::current_path(folder.path());
  EXPECT_EQ(OutputFile::remove_leftovers("out.json").size(), 1u);
  fs::current_path(before);
  EXPECT_TRUE(hidden_files(folder.path()).empty());
  for (const std::string& path :
       {folder / "missing/out.json", std::string("-"), std::string("/dev/null")}) {
    EXPECT_TRUE(OutputFile::remove_leftovers(path).empty()) << path;
  }
}

}  // namespace
}  // namespace reprise::detail
