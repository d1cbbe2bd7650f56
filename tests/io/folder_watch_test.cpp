// What a folder tells of itself while it is watched.
#include "reprise/io/folder_watch.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "reprise/error.h"
#include "support/files.h"

namespace reprise::detail {
namespace {

constexpr int soon = 10000;  // milliseconds, and far more than is needed

TEST(FolderWatch, TellsOfFilesThatWereWrittenOrMovedIn) {
  const support::TempFolder folder;
  folder.write("in/deep/old.txt", "old");
  folder.write("away.txt", "moved");
  FolderWatch watch(folder / "in");
  EXPECT_FALSE(watch.wait(0));
  folder.write("in/a.txt", "a");
  folder.write("in/deep/b.txt", "b");
  std::filesystem::rename(folder / "away.txt", folder / "in/c.txt");
  EXPECT_TRUE(watch.wait(soon));
  const FolderWatch::Changes changes = watch.take();
  EXPECT_FALSE(changes.all);
  EXPECT_EQ(changes.files, (std::set<std::string>{folder / "in/a.txt", folder / "in/deep/b.txt",
                                                  folder / "in/c.txt"}));
  EXPECT_TRUE(watch.take().files.empty());
}

TEST(FolderWatch, ANewFolderSaysThatAllIsToBeLookedAt) {
  const support::TempFolder folder;
  FolderWatch watch(folder.path());
  std::filesystem::create_directory(folder / "new");
  EXPECT_TRUE(watch.wait(soon));
  EXPECT_TRUE(watch.take().all);
  folder.write("new/a.txt", "a");
  EXPECT_TRUE(watch.wait(soon));
  EXPECT_EQ(watch.take().files, std::set<std::string>{folder / "new/a.txt"});
}

TEST(FolderWatch, WhatIsNoFolderIsRefused) {
  const support::TempFolder folder;
  folder.write("a.txt", "a");
  EXPECT_THROW(FolderWatch watch(folder / "a.txt"), Error);
}

}  // namespace
}  // namespace reprise::detail
