#include "reprise/read.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "reprise/corpus/text_file.h"
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
using support::texts_of;
using Strings = std::vector<std::string>;

TEST(ReadFolder, GivesTextFilesInBytewiseOrderOfTheirRelativePaths) {
  const TempFolder folder;
  for (const char* name :
       {"b.txt", "a/z.txt", "a.txt", "B.md", "a/b/c.txt", "a-b.txt", "é.txt", "z/1.jsonl"}) {
    folder.write(name, R"({"text":"t"})");
  }
  const Corpus corpus = read({folder.path()});
  EXPECT_EQ(ids_of(corpus), (Strings{"B.md", "a-b.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt",
                                     folder / "z/1.jsonl:1", "é.txt"}));
  EXPECT_EQ(corpus.documents[2].where, folder / "a.txt");
  EXPECT_EQ(corpus.documents[6].where, folder / "z/1.jsonl:1");
  EXPECT_TRUE(corpus.problems.empty());
  EXPECT_EQ(ids_of(read({folder.path() + "//"})), ids_of(corpus));
}

TEST(ReadFolder, ReadsEveryKindOfJsonl) {
  const TempFolder folder;
  folder.write("1.jsonl", "{\"text\":\"plain\"}\n");
  folder.write("2.jsonl.gz", support::gzipped("{\"text\":\"gzip\"}\n"));
  folder.write("3.jsonl.zst", support::zstandard("{\"text\":\"zstd\"}\n"));
  EXPECT_EQ(texts_of(read({folder.path()})), (Strings{"plain", "gzip", "zstd"}));
}

TEST(ReadFolder, LeavesOutHiddenFilesAndLinkedFolders) {
  const TempFolder folder, elsewhere;
  folder.write("seen.txt", "seen");
  folder.write(".hidden.txt", "no");
  folder.write(".git/inside.txt", "no");
  elsewhere.write("linked.txt", "no");
  fs::create_directory_symlink(elsewhere.path(), folder / "link");
  fs::create_directory_symlink(folder.path(), folder / "loop");
  const Corpus corpus = read({folder.path()});
  EXPECT_EQ(texts_of(corpus), Strings{"seen"});
  EXPECT_TRUE(corpus.problems.empty());
}

TEST(ReadFolder, ReadsALinkToAFileOfItsOwnAndReportsOneThatLeadsNowhere) {
  const TempFolder folder;
  fs::create_symlink(folder.write(".kept/target.txt", "text"), folder / "link.txt");
  fs::create_symlink(folder / "nothing", folder / "dead.txt");
  const Corpus corpus = read({folder.path()});
  EXPECT_EQ(texts_of(corpus), Strings{"text"});
  const Problem problem = only_problem(corpus);
  EXPECT_EQ(problem.where, folder / "dead.txt");
  EXPECT_TRUE(problem.rejected);
}

TEST(ReadFolder, LeavesAndCountsWhatALinkBringsInFromOutside) {
  const TempFolder folder, elsewhere;
  folder.write("a.txt", "inside");
  const std::string target = elsewhere.write("secret.txt", "of another folder");
  fs::create_symlink(target, folder / "link.txt");
  fs::create_symlink(folder / "link.txt", folder / "chain.txt");
  fs::create_symlink("/dev/zero", folder / "zero.txt");
  fs::create_directory_symlink(folder.path(), elsewhere / "around");
  for (const std::string& path : {folder.path(), elsewhere / "around"}) {
    const Corpus corpus = read({path});
    EXPECT_EQ(texts_of(corpus), Strings{"inside"});
    EXPECT_EQ(only_problem(corpus).what, "skipped 3 files (3 linked from outside)");
    EXPECT_FALSE(only_problem(corpus).rejected);
  }
  // Named, it is read.
  EXPECT_EQ(texts_of(read({folder / "link.txt"})), Strings{"of another folder"});
}

TEST(ReadFolder, DoesNotWaitForAPipe) {
  const TempFolder folder;
  folder.write("a.txt", "text");
  ASSERT_EQ(mkfifo((folder / "pipe.txt").c_str(), 0600), 0);
  EXPECT_EQ(texts_of(read({folder.path()})), Strings{"text"});
}

TEST(ReadFolder, CountsWhatItSkipsWithAWordForKnownKinds) {
  const TempFolder folder;
  folder.write("a.txt", "text");
  for (const char* name : {"1.rtf", "x/2.rtf", "3.doc", "4.xlsx", "5.parquet", "6.xyz", "README"}) {
    folder.write(name, "");
  }
  const Problem problem = only_problem(read({folder.path()}));
  EXPECT_EQ(problem.where, folder.path());
  EXPECT_FALSE(problem.rejected);
  for (const char* part :
       {"skipped 7 files", "2 .rtf", "1 .doc", "1 .xlsx", "1 .parquet", "1 .xyz"}) {
    EXPECT_NE(problem.what.find(part), std::string::npos) << part << " in " << problem.what;
  }
  for (const char* part : {".rtf", "docx", "CSV", "parquet"}) {
    EXPECT_NE(problem.remedy.find(part), std::string::npos) << part << " in " << problem.remedy;
  }
}

TEST(ReadFolder, NamesTheOneOrTwoThatItSkips) {
  const TempFolder folder;
  folder.write("a.txt", "text");
  folder.write("x/ends.txt ", "");
  EXPECT_EQ(only_problem(read({folder.path()})).what, "skipped 1 file ('x/ends.txt ')");
  folder.write("b.rtf", "");
  EXPECT_EQ(only_problem(read({folder.path()})).what, "skipped 2 files ('b.rtf', 'x/ends.txt ')");
  folder.write("c.rtf", "");
  EXPECT_EQ(only_problem(read({folder.path()})).what, "skipped 3 files (2 .rtf, 1 .txt )");
}

TEST(ReadFolder, WithNothingToReadSaysSo) {
  const TempFolder folder;
  const Problem problem = only_problem(read({folder.path()}));
  EXPECT_EQ(problem.where, folder.path());
  EXPECT_FALSE(problem.rejected);
}

TEST(ReadFolder, SkipsWhatLooksLikeNoTextButReadsItWhenNamed) {
  const TempFolder folder;
  std::string binary;
  for (int i = 0; i < 1000; ++i) {
    binary += static_cast<char>(i % 7 == 0 ? 1 : 1 + i % 255);
  }
  const std::string path = folder.write("image.txt", binary);
  const Corpus in_folder = read({folder.path()}), named = read({path});
  EXPECT_TRUE(in_folder.documents.empty());
  EXPECT_EQ(only_problem(in_folder).where, path);
  EXPECT_FALSE(in_folder.problems[0].rejected);
  EXPECT_EQ(texts_of(named), Strings{binary});
}

TEST(LooksBinary, IsSaidOfBytesThatAreNoTextOnly) {
  std::string latin1 =
      "Gr\xfc\xdf"
      "e aus M\xfcnchen, und noch ein ganzer Satz ohne Umlaute dahinter, wie es ist.";
  const std::string utf16 = "\xFF\xFE" + support::utf16_bytes(u"text", true);
  EXPECT_FALSE(looks_binary(""));
  EXPECT_FALSE(looks_binary("plain\ttext\r\n\f\x1b[1m"));
  EXPECT_FALSE(looks_binary("日本語のテキスト"));
  EXPECT_FALSE(looks_binary(latin1));
  EXPECT_FALSE(looks_binary(utf16));
  EXPECT_TRUE(
      looks_binary(std::string("\x7f"
                               "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0",
                               20)));
  EXPECT_TRUE(looks_binary("\x89PNG\r\n\x1a\n\xff\xfe\xfd\xfc\x80\x81"));
  // Only the first 8 KiB count.
  EXPECT_FALSE(looks_binary(std::string(8192, 'a') + std::string(100'000, '\0')));
}

TEST(ReadNamed, FileIsReadWhateverItsNameAndKeepsItsPathAsId) {
  const TempFolder folder;
  const std::string page = folder.write("page.xyz", "<p>"), hidden = folder.write(".hidden", "h"),
                    upper = folder.write("NOTES.TXT", "n");
  const Corpus corpus = read({page, hidden, upper, page});
  EXPECT_EQ(texts_of(corpus), (Strings{"<p>", "h", "n", "<p>"}));
  EXPECT_EQ(ids_of(corpus), (Strings{page, hidden, upper, page}));
  EXPECT_TRUE(corpus.problems.empty());
}

TEST(ReadNamed, PathsAreTakenInTheirOrder) {
  const TempFolder folder;
  const std::string b = folder.write("in/b.txt", "b"), a = folder.write("a.txt", "a");
  folder.write("in/c.jsonl", "{\"text\":\"c\"}");
  EXPECT_EQ(texts_of(read({folder / "in", a})), (Strings{"b", "c", "a"}));
  EXPECT_EQ(texts_of(read({a, folder / "in"})), (Strings{"a", "b", "c"}));
}

TEST(ReadNamed, ALinkedFolderThatIsNamedIsRead) {
  const TempFolder folder, elsewhere;
  elsewhere.write("a.txt", "a");
  fs::create_directory_symlink(elsewhere.path(), folder / "link");
  EXPECT_EQ(ids_of(read({folder / "link"})), Strings{"a.txt"});
}

TEST(ReadNamed, AMissingPathStopsBeforeAnyWork) {
  const TempFolder folder;
  const Strings paths{folder.write("a.txt", "a"), folder / "missing.txt"};
  bool worked = false;
  const auto note = [&](auto&&) {
    worked = true;
  };
  try {
    read_documents(paths, {}, note, note);
    FAIL();
  } catch (const Error& e) {
    EXPECT_EQ(e.problem().where, folder / "missing.txt");
  }
  EXPECT_FALSE(worked);
}

TEST(ReadNamed, AnUnreadableFileAmongGoodOnesIsRejected) {
  if (geteuid() == 0) {
    GTEST_SKIP() << "root reads everything";
  }
  const TempFolder folder;
  const std::string closed = folder.write("closed.txt", "c"), open = folder.write("open.txt", "o");
  chmod(closed.c_str(), 0);
  const Corpus corpus = read({closed, open});
  EXPECT_EQ(texts_of(corpus), Strings{"o"});
  EXPECT_TRUE(only_problem(corpus).rejected);
}

TEST(ReadNamed, AFileThatFailsWhileItIsReadIsRejected) {
  const TempFolder folder;
  const std::string open = folder.write("open.txt", "o"),
                    failing = "/proc/self/mem";  // opens, but can't be read
  for (const char* format : {"text", "jsonl"}) {
    const Corpus corpus = read({failing, open}, {.format = format});
    ASSERT_FALSE(corpus.problems.empty());
    EXPECT_EQ(corpus.problems[0].where, failing);
    EXPECT_TRUE(corpus.problems[0].rejected);
  }
}

TEST(ReadFormat, CanBeForced) {
  const TempFolder folder;
  const std::string lines = "{\"text\":\"a\"}\n", path = folder.write("file.txt", lines),
                    jsonl = folder.write("file.jsonl", lines);
  EXPECT_EQ(texts_of(read({path}, {.format = "jsonl"})), Strings{"a"});
  EXPECT_EQ(texts_of(read({jsonl}, {.format = "text"})), Strings{lines});
  EXPECT_EQ(texts_of(read({path, jsonl})), (Strings{lines, "a"}));
}

TEST(ReadText, BytesStayAsTheyLieOnDisk) {
  const TempFolder folder;
  for (const std::string& bytes :
       {std::string(), std::string("\xEF\xBB\xBFwith mark\r\n"), std::string("a\0b", 3)}) {
    const Corpus corpus = read({folder.write("file.txt", bytes)});
    EXPECT_EQ(texts_of(corpus), Strings{bytes});
    EXPECT_TRUE(corpus.problems.empty());
    EXPECT_EQ(corpus.documents[0].encoding, Encoding::utf8);
  }
}

TEST(ReadText, BrokenUtf8StaysAndIsCounted) {
  const TempFolder folder;
  const std::string bytes =
      "Grüße vom Café für \xe9 and \xff\xfe, said the Bürgermeister of Lüneburg, größer";
  const Corpus corpus = read({folder.write("file.txt", bytes)});
  EXPECT_EQ(texts_of(corpus), Strings{bytes});
  const Problem problem = only_problem(corpus);
  EXPECT_FALSE(problem.rejected);
  EXPECT_TRUE(problem.what.starts_with("2 places")) << problem.what;
}

TEST(ReadText, Utf16WithAMarkIsConverted) {
  const TempFolder folder;
  const std::u16string units = u"\uFEFFGrüße, 日本 🎈!";
  for (const bool little : {true, false}) {
    const Corpus corpus = read({folder.write("file.txt", support::utf16_bytes(units, little))});
    EXPECT_EQ(texts_of(corpus), Strings{"\uFEFFGrüße, 日本 🎈!"});
    EXPECT_EQ(corpus.documents[0].encoding,
              little ? Encoding::utf16_little_endian : Encoding::utf16_big_endian);
    EXPECT_TRUE(corpus.problems.empty());
  }
}

TEST(ReadText, BrokenUtf16IsReplacedAndCounted) {
  const TempFolder folder;
  for (const bool little : {true, false}) {
    std::u16string units = u"\uFEFFa_b_c";
    units[2] = 0xDC00;  // a low surrogate alone
    units[4] = 0xD800;  // a high one before a letter
    const std::string odd = support::utf16_bytes(units, little) + "z";
    const Corpus corpus = read({folder.write("file.txt", odd)});
    EXPECT_EQ(texts_of(corpus), Strings{"\uFEFFa\uFFFDb\uFFFDc\uFFFD"});
    EXPECT_TRUE(only_problem(corpus).what.starts_with("3 places"));
    // A high surrogate at the very end.
    units += char16_t{0xD83C};
    EXPECT_EQ(texts_of(read({folder.write("file.txt", support::utf16_bytes(units, little))})),
              Strings{"\uFEFFa\uFFFDb\uFFFDc\uFFFD"});
  }
}

TEST(ReadText, ACutCompressedFileGivesWhatCameBefore) {
  const TempFolder folder;
  const std::string whole = support::gzipped(std::string(1000, 'a'));
  const Corpus corpus = read({folder.write("file.txt", whole.substr(0, whole.size() - 4))});
  EXPECT_EQ(texts_of(corpus), Strings{std::string(1000, 'a')});
  EXPECT_TRUE(only_problem(corpus).rejected);
}

TEST(ReadJsonl, IdsAreTheRecordsOwnElseFileAndLine) {
  const TempFolder folder;
  const std::string path =
      folder.write("news.jsonl",
                   "{\"text\":\"a\",\"id\":\"x\"}\n\n{\"text\":\"b\"}\r\n"
                   "{\"text\":\"c\",\"id\":1.0}\n{\"text\":\"d\",\"id\":\"x\"}");
  const Corpus corpus = read({path});
  EXPECT_EQ(ids_of(corpus), (Strings{"x", path + ":3", "1.0", "x"}));
  EXPECT_EQ(corpus.documents[0].where, path + ":1");
  EXPECT_EQ(corpus.documents[3].where, path + ":5");
  EXPECT_TRUE(corpus.problems.empty());
}

TEST(ReadJsonl, ABadRecordIsRejectedAndTheOthersRead) {
  const TempFolder folder;
  const std::string path = folder.write(
      "news.jsonl", "{\"text\":\"a\"}\n{bad\n{\"title\":\"no text\"}\n{\"text\":\"b\"}\n{cut");
  const Corpus corpus = read({path});
  EXPECT_EQ(texts_of(corpus), (Strings{"a", "b"}));
  ASSERT_EQ(corpus.problems.size(), 3u);
  EXPECT_EQ(corpus.problems[0].where, path + ":2");
  EXPECT_EQ(corpus.problems[1].where, path + ":3");
  EXPECT_EQ(corpus.problems[2].where, path + ":5");
  EXPECT_EQ(count_rejected(corpus), 3u);
}

TEST(ReadJsonl, BlankLinesAndAByteOrderMarkAreNothing) {
  const TempFolder folder;
  const std::string mark = "\xEF\xBB\xBF";
  for (const auto& [bytes, texts] :
       {std::pair{mark + "{\"text\":\"a\"}\n \t\r\n\n{\"text\":\"b\"}\n", Strings{"a", "b"}},
        {std::string(), Strings{}},
        {mark, Strings{}},
        {mark + "\r\n{\"text\":\"a\"}", Strings{"a"}}}) {
    const Corpus corpus = read({folder.write("news.jsonl", bytes)});
    EXPECT_EQ(texts_of(corpus), texts);
    EXPECT_TRUE(corpus.problems.empty())
        << ::testing::PrintToString(bytes) << corpus.problems.front().what;
  }
}

TEST(ReadJsonl, ACutFileGivesWhatCameBeforeAndOneComplaint) {
  const TempFolder folder;
  std::string lines;
  for (int i = 0; i < 2000; ++i) {
    lines += "{\"text\":\"record number " + std::to_string(i * 7919 % 2003) + "\"}\n";
  }
  for (const auto& [name, bytes] : {std::pair{"a.jsonl.gz", support::gzipped(lines)},
                                    {"a.jsonl.zst", support::zstandard(lines)}}) {
    const std::string path =
        folder.write(name, std::string_view(bytes).substr(0, bytes.size() - 6));
    const Corpus corpus = read({path});
    EXPECT_LE(corpus.documents.size(), 2000u);
    const Problem problem = only_problem(corpus);
    EXPECT_EQ(problem.where, path);
    EXPECT_TRUE(problem.rejected);
  }
}

TEST(ReadJsonl, BrokenUtf8IsSaidOnceAFileAndRejectsNothing) {
  const TempFolder folder;
  const std::string path = folder.write("a.jsonl", "{\"text\":\"a\xff\"}\n{\"text\":\"b\xff\"}\n");
  const Corpus corpus = read({path});
  EXPECT_EQ(texts_of(corpus), (Strings{"a\uFFFD", "b\uFFFD"}));
  EXPECT_EQ(only_problem(corpus).where, path);
  EXPECT_EQ(count_rejected(corpus), 0u);
}

TEST(ReadJsonl, ADateThatIsNoneIsDroppedAndSaid) {
  const TempFolder folder;
  const std::string path = folder.write(
      "a.jsonl",
      "{\"text\":\"a\",\"date\":\"yesterday\"}\n{\"text\":\"b\",\"date\":\"2025-02\"}\n"
      "{\"text\":\"c\",\"date\":2025}\n");
  const Corpus corpus = read({path});
  ASSERT_EQ(corpus.documents.size(), 3u);
  EXPECT_EQ(corpus.documents[0].date, std::nullopt);
  EXPECT_EQ(corpus.documents[1].date, "2025-02");
  EXPECT_EQ(corpus.documents[2].date, "2025");
  const Problem problem = only_problem(corpus);
  EXPECT_EQ(problem.where, path + ":1");
  EXPECT_NE(problem.what.find("yesterday"), std::string::npos);
  EXPECT_FALSE(problem.rejected);
}

}  // namespace
}  // namespace reprise::detail
