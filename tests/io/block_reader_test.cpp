#include "reprise/io/block_reader.h"

#include <gtest/gtest.h>

#include "support/files.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Random;
using support::TempFolder;

std::string lines_of(Random& random, size_t count, uint64_t longest) {
  std::string bytes;
  for (size_t i = 0; i < count; ++i) {
    if (i > 0) {
      bytes += '\n';
    }
    const uint64_t size = random.chance(0.2) ? 0 : random.below(longest + 1);
    bytes.append(size, static_cast<char>('a' + random.below(26)));
  }
  return bytes;
}

// Reads the file in blocks, through `buffers` buffers in turn, and checks each.
void expect_blocks(const std::string& path, const std::string& bytes, size_t block_size,
                   size_t buffers) {
  InputFile file(path);
  BlockReader reader(file, block_size);
  std::vector<std::string> rooms(buffers);
  std::string read;
  for (size_t i = 0;; ++i) {
    std::string& room = rooms[i % buffers];
    const std::string_view block = reader.next(room);
    if (block.empty()) {
      break;
    }
    ASSERT_EQ(block.data(), room.data());
    ASSERT_GE(room.size(), block.size() + BlockReader::padding);
    read += block;
    ASSERT_TRUE(block.ends_with('\n') || read.size() == bytes.size());
    // No longer than it has to be.
    size_t longest = 0;
    for (size_t begin = 0; begin < block.size();) {
      const size_t end = std::min(block.find('\n', begin), block.size() - 1);
      longest = std::max(longest, end + 1 - begin);
      begin = end + 1;
    }
    ASSERT_LE(block.size(), std::max(block_size, 2 * longest));
  }
  ASSERT_TRUE(read == bytes) << block_size;
  ASSERT_TRUE(reader.next(rooms[0]).empty());
}

TEST(BlockReader, TheBlocksAreTheFile) {
  Random random(1);
  const TempFolder folder;
  for (int round = 0; round < 200 && !HasFailure(); ++round) {
    std::string bytes = lines_of(random, random.below(60), random.chance(0.5) ? 20 : 400);
    if (random.chance(0.5)) {
      bytes += '\n';
    }
    const std::string path = folder.write("file", bytes);
    for (const size_t block_size :
         {size_t{1}, size_t{2}, size_t{7}, size_t{64}, size_t{1000}, size_t{1} << 20}) {
      expect_blocks(path, bytes, block_size, 1 + random.below(3));
    }
  }
}

TEST(BlockReader, BlocksThatEndWithTheFile) {
  const TempFolder folder;
  for (const std::string bytes :
       {"", "\n", "a", "abc\n", "abcd", "abcdefg\n", "abcdefgh", "abc\nabc\n", "abc\nabcd",
        "\n\n\n\n\n\n\n\n", "abcdefghijklmno\n", "abcdefghijklmnop", "abc\nabcdefghijkl"}) {
    for (size_t block_size = 1; block_size <= 18; ++block_size) {
      expect_blocks(folder.write("file", bytes), bytes, block_size, 1);
    }
  }
}

TEST(BlockReader, ALineLongerThanABlockMakesItLonger) {
  Random random(2);
  const TempFolder folder;
  std::string bytes = lines_of(random, 500, 3000) + "\n";
  for (const size_t size :
       {size_t{300'000}, size_t{3'000'000}, size_t{1} << 20, (size_t{1} << 20) - 1}) {
    bytes += std::string(size, 'x') + "\n" + lines_of(random, 500, 3000) + "\n";
  }
  bytes += "the end";
  const std::string plain = folder.write("plain", bytes),
                    packed = folder.write("packed.gz", support::gzipped(bytes));
  for (const size_t block_size : {size_t{1000}, size_t{1} << 16, size_t{1} << 20}) {
    expect_blocks(plain, bytes, block_size, 2);
    expect_blocks(packed, bytes, block_size, 3);
  }
}

TEST(BlockReader, ACutFileGivesWhatItHolds) {
  Random random(3);
  const TempFolder folder;
  const std::string bytes = lines_of(random, 5000, 200), packed = support::gzipped(bytes);
  InputFile file(folder.write("cut.gz", std::string_view(packed).substr(0, packed.size() / 2)));
  BlockReader reader(file, 4096);
  std::string buffer;
  std::string read;
  while (true) {
    const std::string_view block = reader.next(buffer);
    if (block.empty()) {
      break;
    }
    read += block;
  }
  EXPECT_FALSE(read.empty());
  EXPECT_TRUE(bytes.starts_with(read));
  EXPECT_TRUE(file.damage());
}

// Blocks and what is passed over are the file; of each line beyond the limit a block is the
// beginning, and no other line is touched.
TEST(BlockReader, OfLinesBeyondTheLimitTheBeginningIsKept) {
  Random random(7);
  const TempFolder folder;
  constexpr size_t limit = 100;
  size_t cut = 0;
  for (int round = 0; round < 200 && !HasFailure(); ++round) {
    const std::string bytes = lines_of(random, random.below(30), random.chance(0.5) ? 90 : 900);
    const std::string path = folder.write("file", bytes);
    InputFile file(path);
    const size_t block_size = 1 + random.below(60);
    BlockReader reader(file, block_size, limit);
    std::string buffer;
    size_t at = 0;
    for (std::string_view block; !(block = reader.next(buffer)).empty();) {
      ASSERT_EQ(block, bytes.substr(at, block.size()));
      const uint64_t passed_over = reader.passed_over();
      if (passed_over > 0) {
        ++cut;
        ASSERT_EQ(block.size(), block_size);
        const size_t end = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
        ASSERT_EQ(at + block.size() + passed_over, end) << "exactly that line";
      }
      at += block.size() + passed_over;
    }
    ASSERT_EQ(at, bytes.size());
  }
  EXPECT_GT(cut, 100u);
}

TEST(BlockReader, LinesWithinTheLimitAreNeverCut) {
  const TempFolder folder;
  const std::string path =
      folder.write("file", std::string(100, 'a') + "\n" + std::string(99, 'b'));
  InputFile file(path);
  BlockReader reader(file, 10, size_t{101});
  std::string buffer;
  EXPECT_EQ(reader.next(buffer).size(), 101u);
  EXPECT_EQ(reader.passed_over(), 0u);
  EXPECT_EQ(reader.next(buffer).size(), 99u);
  EXPECT_EQ(reader.passed_over(), 0u);
}

}  // namespace
}  // namespace reprise::detail
