// Several files come into their places together: a failure rolls back, a kill rolls forward.
#include "reprise/io/commit_journal.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <functional>
#include <map>

#include "reprise/error.h"
#include "reprise/io/output_set.h"
#include "support/files.h"

namespace reprise::detail {
namespace {

namespace fs = std::filesystem;
using support::read_file;
using support::TempFolder;
using Strings = std::vector<std::string>;

// Runs `work` in another process, which ends by kill -9.
void run_and_be_killed(const std::function<void()>& work) {
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    work();
    kill(getpid(), SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
}

// What stands in a folder and those in it: paths and contents.
std::map<std::string, std::string> all_in(const std::string& folder) {
  std::map<std::string, std::string> all;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      all[entry.path().lexically_relative(folder).string()] = read_file(entry.path().string());
    }
  }
  return all;
}

// Old files a and b/c, new ones beside them, and one that is new altogether.
struct Three {
  TempFolder folder;
  std::vector<PendingRename> renames{
      {"a", folder.write(".a", "new a"), folder.write("a", "old a")},
      {"d", folder.write(".d", "new d"), folder / "d"},
      {"b/c", folder.write("b/.c", "new c"), folder.write("b/c", "old c")}};
  const std::map<std::string, std::string> before = all_in(folder.path());
  const std::map<std::string, std::string> after{{"a", "new a"}, {"b/c", "new c"}, {"d", "new d"}};
};

TEST(CommitJournal, DoesAllRenamesAndLeavesNothingElse) {
  const Three three;
  rename_together(three.renames);
  EXPECT_EQ(all_in(three.folder.path()), three.after);
}

TEST(CommitJournal, ARenameThatFailsUndoesThoseBefore) {
  for (const size_t failing : {0u, 1u, 2u}) {
    Three three;
    three.renames[failing].to += "/no folder";
    EXPECT_THROW(rename_together(three.renames), Error);
    EXPECT_EQ(all_in(three.folder.path()), three.before) << failing;
  }
}

TEST(CommitJournal, AKillIsCompletedFromAnyOfTheFolders) {
  for (const std::string from : {"", "b"}) {
    for (size_t done = 0; done <= 3; ++done) {
      const Three three;
      run_and_be_killed([&] {
        auto* journal = new CommitJournal(three.renames);
        for (size_t i = 0; i < done; ++i) {
          journal->rename_next();
        }
      });
      const Strings completed = complete_commits(three.folder / from);
      EXPECT_EQ(completed.size(), 3 - done);
      complete_commits(three.folder / (from.empty() ? "b" : ""));
      EXPECT_EQ(all_in(three.folder.path()), three.after) << from << done;
    }
  }
}

TEST(CommitJournal, WhoWroteSinceTheKillHasTheLastWord) {
  const Three three;
  run_and_be_killed([&] { (new CommitJournal(three.renames))->rename_next(); });
  support::write_file(three.folder / "b/c", "newer than new");
  EXPECT_EQ(complete_commits(three.folder.path()), Strings{three.folder / "d"});
  EXPECT_EQ(read_file(three.folder / "b/c"), "newer than new");
}

TEST(CommitJournal, OneThatWasNotWrittenToItsEndDecidesNothing) {
  const Three three;
  run_and_be_killed([&] { new CommitJournal(three.renames); });
  for (const auto& entry : fs::directory_iterator(three.folder.path())) {
    if (entry.path().filename().string().starts_with(".reprise-journal-")) {
      fs::resize_file(entry.path(), fs::file_size(entry.path()) - 2);
    }
  }
  EXPECT_TRUE(complete_commits(three.folder.path()).empty());
  EXPECT_EQ(read_file(three.folder / "a"), "old a");
  EXPECT_FALSE(fs::exists(three.folder / "d"));
}

TEST(CommitJournal, ThatOfALivingRunIsLeftAlone) {
  const Three three;
  CommitJournal journal(three.renames);
  journal.rename_next();
  EXPECT_TRUE(complete_commits(three.folder.path()).empty());
  EXPECT_EQ(read_file(three.folder / "b/c"), "old c");
  journal.rename_next();
  journal.rename_next();
}

TEST(OutputSet, FilesAndFoldersAppearTogetherOrNotAtAll) {
  for (const bool fails : {false, true}) {
    const TempFolder folder;
    folder.write("json", "old");
    fs::create_directory(folder / "there");
    OutputFile json(folder / "json"), csv(folder / "csv");
    OutputFolder fresh(folder / "fresh"), there(folder / "there");
    json.write("new");
    csv.write("new");
    fresh.add("x", "1");
    there.add("y", "2");
    OutputSet set;
    set.add(json);
    set.add(csv);
    set.add(fresh);
    set.add(there);
    if (fails) {  // what stands in the way of the last
      fs::create_directories(folder / "csv/full");
      EXPECT_THROW(set.commit(), Error);
      EXPECT_EQ(read_file(folder / "json"), "old");
      EXPECT_FALSE(fs::exists(folder / "fresh"));
      EXPECT_FALSE(fs::exists(folder / "there/y"));
    } else {
      set.commit();
      const std::map<std::string, std::string> all{
          {"csv", "new"}, {"fresh/x", "1"}, {"json", "new"}, {"there/y", "2"}};
      EXPECT_EQ(all_in(folder.path()), all);
    }
  }
}

}  // namespace
}  // namespace reprise::detail
