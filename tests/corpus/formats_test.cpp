// What a file is: by its name, by its first bytes, and what is refused.
#include "reprise/corpus/formats.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "reprise/corpus/foreign.h"
#include "reprise/read.h"
#include "support/files.h"

namespace reprise::detail {
namespace {

using support::gzipped;
using support::TempFolder;
using support::zstandard;
using Strings = std::vector<std::string>;

const std::string record = "{\"text\":\"a\"}\n";

Strings texts_of(const Corpus& corpus) {
  Strings texts;
  for (const Document& d : corpus.documents) {
    texts.push_back(d.text);
  }
  return texts;
}

Corpus read(const std::string& path, const std::string& format = any_format) {
  return read_corpus(std::vector{path}, {.format = format});
}

std::string_view format_of(const std::string& path) {
  const Format* format = format_by_ending(path, Ending::sure);
  return format ? format->name : "";
}

TEST(Formats, AreNamedByTheirEndingsInAnyCaseAndPacked) {
  for (const char* path : {"a.txt", "a.TXT", "a.b.Md", "x/.txt", "a.txt.gz", "A.MD.ZST"}) {
    EXPECT_EQ(format_of(path), "text") << path;
  }
  for (const char* path : {"a.html", "a.html?page=2", "x/index.htm?a=b.c", "a?b/c.htm"}) {
    EXPECT_EQ(format_of(path), "html") << path;
  }
  EXPECT_EQ(format_of("a.html?x/b"), "");
  EXPECT_EQ(format_of("why?.txt"), "text");
  for (const char* path : {"a.jsonl", "a.JSONL", "a.ndjson", "a.jl", "a.Jl.Gz", "a.NDJSON.zst"}) {
    EXPECT_EQ(format_of(path), "jsonl") << path;
  }
  for (const char* path : {"", "txt", "a", "a.gz", "a.json", "a.txt~", "a.jsonlx", "a.txt.gz.gz",
                           "a.txt.bz2", "/dev/fd/63"}) {
    EXPECT_EQ(format_of(path), "") << path;
  }
  EXPECT_EQ(format_by_ending("a.JSON.gz", Ending::doubtful), format_named("jsonl"));
}

TEST(Formats, EachRowIsWhole) {
  for (const Format& format : formats) {
    EXPECT_EQ(format_named(format.name), &format);
    EXPECT_TRUE(format.open && format.make_parser) << format.name;
    EXPECT_TRUE(format.endings.starts_with('.')) << format.name;
  }
  EXPECT_EQ(format_named("auto"), nullptr);
}

TEST(Formats, JsonLinesAreReadByWhateverNameTheyCome) {
  const TempFolder folder;
  for (const char* name :
       {"a.jsonl", "a.ndjson", "a.jl", "a.json", "a.JSON", "a.Ndjson", "noending", "data.dat"}) {
    EXPECT_EQ(texts_of(read(folder.write(name, record))), Strings{"a"}) << name;
    const std::string packed = name;
    EXPECT_EQ(texts_of(read(folder.write(packed + ".gz", gzipped(record)))), Strings{"a"}) << name;
    EXPECT_EQ(texts_of(read(folder.write(packed + ".zst", zstandard(record)))), Strings{"a"});
    EXPECT_EQ(texts_of(read(folder.write(packed + ".ZST", gzipped(record)))), Strings{"a"});
  }
}

TEST(Formats, TheFirstLineThatHoldsAnythingTellsWhereTheNameSaysNothing) {
  const TempFolder folder;
  const auto is_jsonl = [&](std::string_view bytes) {
    InputFile file(folder.write("file", bytes));
    const bool told = format_by_content(file).name == "jsonl";
    // Looking takes nothing away.
    std::string all(bytes.size() + 1, '\0');
    EXPECT_EQ(file.read(std::span(all)), bytes.size());
    EXPECT_EQ(std::string_view(all).substr(0, bytes.size()), bytes);
    return told;
  };
  const std::string mark = "\xEF\xBB\xBF", long_text(3'000'000, 'x');
  EXPECT_TRUE(is_jsonl(record));
  EXPECT_TRUE(is_jsonl("{}"));
  EXPECT_TRUE(is_jsonl(mark + "\r\n \t\n" + record));
  EXPECT_TRUE(is_jsonl("{\"body\":1}\nno json"));
  EXPECT_TRUE(is_jsonl("{\"text\":\"" + long_text + "\"}"));
  EXPECT_TRUE(is_jsonl(std::string(20'000, '\n') + record));
  EXPECT_TRUE(is_jsonl("{\"text\":\"caf\xe9\",\"x\":NaN}\n"));
  EXPECT_FALSE(is_jsonl(""));
  EXPECT_FALSE(is_jsonl(mark));
  EXPECT_FALSE(is_jsonl(std::string(20'000, ' ')));
  EXPECT_FALSE(is_jsonl("{\n\"text\":\"a\"\n}\n"));
  EXPECT_FALSE(is_jsonl("{\"text\":\"a\""));
  EXPECT_FALSE(is_jsonl("[" + record + "]"));
  EXPECT_FALSE(is_jsonl("{never closed " + long_text));
  EXPECT_FALSE(is_jsonl("Prose.\n" + record));
}

TEST(Formats, AKnownEndingWinsOverTheBytesAndAGivenNameOverBoth) {
  const TempFolder folder;
  EXPECT_EQ(texts_of(read(folder.write("a.txt", record))), Strings{record});
  EXPECT_EQ(texts_of(read(folder / "a.txt", "jsonl")), Strings{"a"});
  EXPECT_EQ(texts_of(read(folder.write("a.json", record), "text")), Strings{record});
  EXPECT_THROW(read(folder / "a.txt", "docx"), Error);
}

TEST(Formats, APipeIsToldByItsFirstBytes) {
  for (const std::string& bytes : {record, std::string("Prose.\n")}) {
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    ASSERT_EQ(write(ends[1], bytes.data(), bytes.size()), std::ssize(bytes));
    close(ends[1]);
    EXPECT_EQ(texts_of(read("/dev/fd/" + std::to_string(ends[0]))),
              Strings{bytes == record ? "a" : bytes});
    close(ends[0]);
  }
}

TEST(Formats, JsonThatIsNoRecordALineIsRefusedWhenNamedAndSkippedInAFolder) {
  const TempFolder folder;
  folder.write("in/lines.json", record);
  for (const char* bytes : {"[{\"text\":\"a\"}]", "{\n  \"text\": \"a\"\n}\n", "Prose."}) {
    const Corpus named = read(folder.write("in/whole.json", bytes));
    EXPECT_TRUE(named.documents.empty());
    ASSERT_EQ(named.problems.size(), 1u);
    EXPECT_TRUE(named.problems[0].rejected);
    EXPECT_NE(named.problems[0].remedy.find("--format jsonl"), std::string::npos);

    const Corpus in_folder = read(folder / "in");
    EXPECT_EQ(texts_of(in_folder), Strings{"a"});
    ASSERT_EQ(in_folder.problems.size(), 1u);
    EXPECT_EQ(in_folder.problems[0].what, "skipped 1 file ('whole.json')");
    EXPECT_FALSE(in_folder.problems[0].rejected);
  }
}

TEST(Formats, AFolderGivesEveryKnownEnding) {
  const TempFolder folder;
  folder.write("1.TXT", "1");
  folder.write("2.md.gz", gzipped("2"));
  folder.write("3.txt.zst", zstandard("3"));
  folder.write("4.JSONL", "{\"text\":\"4\"}");
  folder.write("5.ndjson.zst", zstandard("{\"text\":\"5\"}"));
  folder.write("6.jl", "{\"text\":\"6\"}");
  folder.write("7.json.gz", gzipped("{\"text\":\"7\"}"));
  folder.write("8", "{\"text\":\"8\"}");  // without an ending: only if it is named
  const Corpus corpus = read(folder.path());
  EXPECT_EQ(texts_of(corpus), (Strings{"1", "2", "3", "4", "5", "6", "7"}));
  ASSERT_EQ(corpus.problems.size(), 1u);
  EXPECT_EQ(corpus.problems[0].what, "skipped 1 file ('8')");
}

}  // namespace
}  // namespace reprise::detail
