// Tables of metadata: which one speaks for a file, and what is said of a bad one.
#include <gtest/gtest.h>

#include <filesystem>

#include "reprise/read.h"
#include "support/files.h"
#include "support/reading.h"

namespace reprise::detail {
namespace {

namespace fs = std::filesystem;
using support::count_rejected;
using support::ids_of;
using support::only_problem;
using support::read;
using support::TempFolder;
using Strings = std::vector<std::string>;

TEST(ReadMetadata, FieldsComeFromTheTableInTheFilesFolder) {
  const TempFolder folder;
  folder.write("a.txt", "a");
  folder.write("in/b.txt", "b");
  folder.write(
      "metadata.csv",
      "file,title,source,date,url,id,lang\na.txt,\"Ferry, late\",Courier,2031-03,u,A1,en\n");
  folder.write("in/metadata.csv",
               "\xEF\xBB\xBF"
               "title,file\r\nInner,./b.txt\r\n");
  for (const Strings& paths :
       {Strings{folder.path()}, Strings{folder / "a.txt", folder / "in/b.txt"}}) {
    const Corpus corpus = read(paths);
    ASSERT_EQ(corpus.documents.size(), 2u);
    const Document &a = corpus.documents[0], &b = corpus.documents[1];
    EXPECT_EQ(a.id, "A1");
    EXPECT_EQ(a.title, "Ferry, late");
    EXPECT_EQ(a.source, "Courier");
    EXPECT_EQ(a.date, "2031-03");
    EXPECT_EQ(a.url, "u");
    EXPECT_EQ(a.extra, "{\"lang\":\"en\"}");
    EXPECT_EQ(b.title, "Inner");
    EXPECT_EQ(b.source, std::nullopt);
    EXPECT_TRUE(corpus.problems.empty());
  }
}

TEST(ReadMetadata, NearerTablesComeFirstAndTheGivenOneBeforeAll) {
  const TempFolder folder;
  folder.write("in/a.txt", "a");
  folder.write("in/b.txt", "b");
  folder.write("in/c.txt", "c");
  folder.write("metadata.csv", "file,title\nin/a.txt,far\nin/b.txt,far\nin/c.txt,far\n");
  folder.write("in/metadata.csv", "file,title\na.txt,near\nb.txt,near\n");
  const std::string given = folder.write("tables/given.csv", "file,title\n../in/a.txt,given\n");
  const Corpus corpus = read({folder.path()}, {.metadata = given});
  ASSERT_EQ(corpus.documents.size(), 3u);
  EXPECT_EQ(corpus.documents[0].title, "given");
  EXPECT_EQ(corpus.documents[1].title, "near");
  EXPECT_EQ(corpus.documents[2].title, "far");
  // tables/given.csv holds no texts, and is passed over.
  EXPECT_EQ(only_problem(corpus).where, given);
  EXPECT_FALSE(only_problem(corpus).rejected);
}

TEST(ReadMetadata, WorksForPathsRelativeToTheCurrentFolder) {
  const TempFolder folder;
  folder.write("a.txt", "a");
  folder.write("metadata.csv", "file,title\na.txt,T\n");
  const fs::path before = fs::current_path();
  fs::current_path(folder.path());
  const Corpus named = read({"a.txt"}), dot = read({"."}),
               given = read({"./a.txt"}, {.metadata = "metadata.csv"});
  fs::current_path(before);
  for (const Corpus* corpus : {&named, &dot, &given}) {
    ASSERT_EQ(corpus->documents.size(), 1u);
    EXPECT_EQ(corpus->documents[0].title, "T");
  }
  EXPECT_EQ(ids_of(dot), Strings{"a.txt"});
}

TEST(ReadMetadata, WhatIsWrongWithATableIsSaidOnce) {
  const TempFolder folder;
  folder.write("a.txt", "a");
  folder.write("b.txt", "b");
  const std::string table =
      folder.write("metadata.csv", "file,title,date\na.txt,A,soon\ngone.txt,G,2025\n");
  for (const std::string& given : {std::string(), table}) {
    const Corpus corpus = read({folder.path()}, {.metadata = given});
    ASSERT_EQ(corpus.problems.size(), 2u) << given;
    EXPECT_EQ(corpus.problems[0].where, table + ":3");
    EXPECT_NE(corpus.problems[0].what.find("gone.txt"), std::string::npos);
    EXPECT_EQ(corpus.problems[1].where, folder / "metadata.csv:2");
    EXPECT_EQ(corpus.documents[0].date, std::nullopt);
    EXPECT_EQ(count_rejected(corpus), 0u);
  }
}

TEST(ReadMetadata, AnyColumnThatNamesFilesWillDoInAnyCaseAndBehindAnyDelimiter) {
  for (const std::string table :
       {"Title;Filename\nA;a.txt\n", "path\ttitle\na.txt\tA\n", "name,TITLE\n./a.txt,A\n"}) {
    const TempFolder folder;
    folder.write("a.txt", "a");
    folder.write("metadata.csv", table);
    const Corpus corpus = read({folder.path()});
    EXPECT_TRUE(corpus.problems.empty()) << table;
    EXPECT_EQ(corpus.documents[0].title, "A") << table;
    EXPECT_EQ(corpus.documents[0].extra, "{}") << table;
  }
}

TEST(ReadMetadata, ATableThatMatchesNoFileStopsTheWorkWithItsColumns) {
  for (const std::string table : {"article,title\na.txt,A\n", "file,title\nb.txt,A\nc.txt,B\n"}) {
    const TempFolder folder;
    folder.write("a.txt", "a");
    const std::string path = folder.write("metadata.csv", table);
    try {
      read_corpus(Strings{folder.path()});
      ADD_FAILURE() << table;
    } catch (const Error& e) {
      EXPECT_EQ(e.problem().where, path);
      EXPECT_NE(e.problem().what.find("its columns are \""), std::string::npos);
      EXPECT_NE(e.problem().what.find("\"title\""), std::string::npos);
    }
  }
}

TEST(ReadMetadata, AGivenTableThatIsNotThereIsAnError) {
  const TempFolder folder;
  const Strings paths{folder.write("a.txt", "a")};
  EXPECT_THROW(read_corpus(paths, {.metadata = folder / "missing.csv"}), Error);
}

}  // namespace
}  // namespace reprise::detail
