#include "reprise/io/output_file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "reprise/base/problem.h"
#include "support/files.h"

namespace reprise {
namespace {

namespace fs = std::filesystem;
using support::read_file;
using support::TempFolder;

size_t count_entries(const std::string& folder) {
  return static_cast<size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
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
  for (const char* link : {"relative", "chain", "dangling"}) EXPECT_TRUE(fs::is_symlink(folder / link)) << link;
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
    EXPECT_THROW(file.write("nobody reads"), ClosedPipe);
  }
  close(ends[1]);
  signal(SIGPIPE, before);
}

}  // namespace
}  // namespace reprise
