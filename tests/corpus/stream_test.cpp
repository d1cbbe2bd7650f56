// Streams of every format: blocks are the file, records come whole across their borders, and texts
// alone are those of the whole documents.
#include "reprise/corpus/stream.h"

#include <gtest/gtest.h>

#include "reprise/corpus/file_problems.h"
#include "reprise/corpus/formats.h"
#include "support/files.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::TempFolder;
using Strings = std::vector<std::string>;

struct Streamed {
  std::string bytes;  // of all blocks
  Strings texts;
  std::vector<uint64_t> lines;  // of the records, counted through the file
  std::vector<std::string> ids;
  std::vector<Problem> problems;
  size_t blocks = 0;
};

Streamed stream(const std::string& path, const char* format, bool whole) {
  const InputPath input{path, path, {}, format};
  StreamOptions options;
  options.whole = whole;
  const OpenInput open = open_input(input);
  const auto parser = open.format->make_parser(input, options);
  FileProblems problems(path);
  FileBlock block;
  Streamed all;
  while (open.stream->next(block)) {
    EXPECT_EQ(block.offset, all.bytes.size());
    EXPECT_EQ(block.is_first, all.blocks == 0);
    all.bytes += block.bytes;
    ++all.blocks;
    block.first_line = problems.lines();
    parser->parse(block, [&](StreamRecord& record) {
      all.texts.emplace_back(record.text);
      all.lines.push_back(problems.lines() + record.place.line);
      if (record.whole) {
        all.ids.push_back(record.whole->id);
      }
    });
    problems.add(block);
  }
  all.problems = problems.all(open.stream->file().damage());
  return all;
}

TEST(Streams, RecordsComeWholeAcrossTheBordersOfBlocks) {
  const TempFolder folder;
  const size_t block = size_t{1} << 20;
  for (const size_t first : {block - 12, block - 11, block - 10, block, 2 * block, 5 * block + 3}) {
    const Strings texts{std::string(first, 'a'), "middle", std::string(block, 'b'), "last"};
    std::string bytes;
    for (const std::string& text : texts) {
      bytes += "{\"text\":\"" + text + "\"}\n\n";
    }
    bytes.resize(bytes.size() - 2);
    const Streamed plain = stream(folder.write("a.jsonl", bytes), "jsonl", false);
    EXPECT_TRUE(plain.texts == texts && plain.bytes == bytes) << first;
    EXPECT_EQ(plain.lines, (std::vector<uint64_t>{0, 2, 4, 6}));
    const Streamed whole = stream(folder / "a.jsonl", "jsonl", true);
    EXPECT_TRUE(whole.texts == texts && whole.lines == plain.lines);
    EXPECT_EQ(whole.ids[3], folder / "a.jsonl:7");
  }
}

TEST(Streams, TextsAloneAreThoseOfTheWholeDocuments) {
  const TempFolder folder;
  support::Random random(3);
  const Strings lines{R"({"text":"a","id":7})",
                      R"({"text":"caf)"
                      "\xe9"
                      R"("})",
                      "{",
                      "",
                      "\t\r",
                      R"({"body":"b"})",
                      R"({"text":"\ud83d","x":NaN})",
                      "\xEF\xBB\xBF{\"text\":\"m\"}",
                      R"({"text":17})",
                      R"({"text":"b","date":"2031"})",
                      "[1]",
                      "\xEF\xBB\xBF"};
  for (int round = 0; round < 200; ++round) {
    std::string bytes;
    for (uint64_t i = random.below(12); i > 0; --i) {
      bytes += lines[random.below(lines.size())] + (random.chance(0.9) ? "\n" : "\r\n");
    }
    const std::string path = folder.write("a.jsonl", bytes);
    const Streamed alone = stream(path, "jsonl", false), whole = stream(path, "jsonl", true);
    EXPECT_EQ(alone.texts, whole.texts) << bytes;
    EXPECT_EQ(alone.lines, whole.lines);
    EXPECT_EQ(alone.problems, whole.problems);
  }
}

TEST(Streams, ATextIsOneRecordOfOneBlock) {
  const TempFolder folder;
  for (const std::string& bytes :
       {std::string(), std::string("a\r\nb"), std::string(3'000'000, 'x')}) {
    const Streamed all = stream(folder.write("a.txt", bytes), "text", false);
    EXPECT_EQ(all.texts, Strings{bytes});
    EXPECT_EQ(all.blocks, 1u);
    EXPECT_TRUE(all.problems.empty());
  }
}

TEST(Streams, DamageIsSaidFirstAndTheStumpIsNoRecord) {
  const TempFolder folder;
  std::string lines = "{}\n";
  for (int i = 0; i < 3000; ++i) {
    lines += "{\"text\":\"number " + std::to_string(i * 7919) + "\"}\n";
  }
  const std::string packed = support::gzipped(lines);
  const Streamed cut =
      stream(folder.write("a.jsonl.gz", packed.substr(0, packed.size() / 2)), "jsonl", false);
  ASSERT_EQ(cut.problems.size(), 2u);
  EXPECT_EQ(cut.problems[0].what, "the gzip data ends too early");
  EXPECT_EQ(cut.problems[1].where, folder / "a.jsonl.gz:1");
  EXPECT_GT(cut.texts.size(), 100u);
}

TEST(Streams, WhatDamageLeavesIsSaidOnce) {
  FileProblems problems("a.jsonl.gz");
  FileBlock block;
  for (uint32_t line = 0; line < 84; ++line) {
    block.problems.push_back({{"", "no JSON", "", true}, line == 0 ? 0 : 1000 + 2 * line});
  }
  block.lines = 2000;
  problems.add(block);
  EXPECT_EQ(problems.all(std::nullopt).size(), 84u);
  const std::vector<Problem> told = problems.all("the gzip data is damaged");
  ASSERT_EQ(told.size(), 3u);
  EXPECT_EQ(told[0].what, "the gzip data is damaged");
  EXPECT_EQ(told[1].where, "a.jsonl.gz:1");
  EXPECT_EQ(told[1].what, "no JSON");
  EXPECT_EQ(told[2].where, "a.jsonl.gz:1003");
  EXPECT_EQ(told[2].what, "from here on 83 lines are no records, as damage leaves them");
}

TEST(Streams, WhatWasMendedIsSaidOnceAFile) {
  const TempFolder folder;
  const std::string mark = "\xEF\xBB\xBF";
  const std::string odd = mark +
                          R"({"text":"\ud83d)"
                          "\xff"
                          R"(","x":NaN})" +
                          "\n";
  const Streamed all = stream(folder.write("a.jsonl", odd + odd), "jsonl", false);
  EXPECT_EQ(all.texts.size(), 2u);
  ASSERT_EQ(all.problems.size(), 4u);
  for (const Problem& problem : all.problems) {
    EXPECT_EQ(problem.where, folder / "a.jsonl");
    EXPECT_FALSE(problem.rejected);
  }
  // A second mark before one record is passed over, too.
  const Streamed twice =
      stream(folder.write("c.jsonl", mark + mark + "{\"text\":\"a\"}\r\n"), "jsonl", true);
  EXPECT_EQ(twice.texts, Strings{"a"});
  EXPECT_EQ(twice.problems.size(), 1u);
  // A mark at the beginning of a file is no fault.
  EXPECT_TRUE(
      stream(folder.write("b.jsonl", mark + "{\"text\":\"a\"}\n"), "jsonl", true).problems.empty());
}

}  // namespace
}  // namespace reprise::detail
