#include "reprise/io/lines.h"

#include <gtest/gtest.h>

#include <numeric>

#include "support/files.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(std::string_view bytes) {
  const support::TempFolder folder;
  InputFile file(folder.write("file", bytes));
  LineReader reader(file);
  Lines lines;
  unsigned sum = 0;
  while (const auto line = reader.next()) {
    // The promised padding can be read; an address sanitizer sees if not.
    for (size_t i = 0; i < LineReader::padding; ++i) {
      sum += static_cast<unsigned char>(line->data()[line->size() + i]);
    }
    lines.emplace_back(*line);
  }
  EXPECT_EQ(reader.next(), std::nullopt);
  EXPECT_GE(sum, 0u);
  return lines;
}

TEST(Lines, EndWithLineFeedsAndKeepTheRest) {
  EXPECT_EQ(lines_of(""), Lines{});
  EXPECT_EQ(lines_of("\n"), Lines{""});
  EXPECT_EQ(lines_of("one"), Lines{"one"});
  EXPECT_EQ(lines_of("one\n"), Lines{"one"});
  EXPECT_EQ(lines_of("one\n\ntwo"), (Lines{"one", "", "two"}));
  EXPECT_EQ(lines_of("one\r\ntwo\r\n"), (Lines{"one\r", "two\r"}));
  EXPECT_EQ(lines_of(std::string("a\0b\nc", 5)), (Lines{std::string("a\0b", 3), "c"}));
}

// A block is 1 MiB: lines end just before, on and just after its border, and some are longer than
// several.
TEST(Lines, SurviveTheBordersOfBlocks) {
  const size_t block = size_t{1} << 20;
  for (const size_t first : {block - 2, block - 1, block, block + 1, 2 * block, 5 * block + 3}) {
    for (const bool closed : {false, true}) {
      const Lines expected{std::string(first, 'a'), "middle", std::string(block, 'b'), "", "last"};
      std::string bytes;
      for (const std::string& line : expected) {
        bytes += line + "\n";
      }
      if (!closed) {
        bytes.pop_back();
      }
      EXPECT_TRUE(lines_of(bytes) == expected) << first;
    }
  }
}

TEST(Lines, OfRandomLengthsComeBack) {
  support::Random random(4);
  Lines expected;
  std::string bytes;
  for (int i = 0; i < 3000; ++i) {
    const size_t size = random.chance(0.01) ? random.below(200'000) : random.below(3000);
    expected.emplace_back(size, static_cast<char>('a' + i % 26));
    bytes += expected.back() + "\n";
  }
  EXPECT_TRUE(lines_of(bytes) == expected);
}

// 100 MB, compressed so that the disk is no part of it.
TEST(Lines, AVeryLongLineIsOneLine) {
  const support::TempFolder folder;
  const std::string part(10'000'000, 'x');
  std::string members;
  for (int i = 0; i < 10; ++i) {
    members += support::zstandard(part);
  }
  InputFile file(folder.write("file.zst", members + support::zstandard("\nend")));
  LineReader reader(file);
  const auto line = reader.next();
  ASSERT_TRUE(line);
  EXPECT_EQ(line->size(), 100'000'000u);
  EXPECT_EQ(line->find_first_not_of('x'), std::string_view::npos);
  EXPECT_EQ(reader.next(), "end");
}

}  // namespace
}  // namespace reprise::detail
