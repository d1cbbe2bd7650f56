#include "reprise/io/pack.h"

#include <gtest/gtest.h>

#include "reprise/base/parallel.h"
#include "reprise/io/input_file.h"
#include "support/files.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Random;
using support::TempFolder;

constexpr Packing all_packings[] = {Packing::none, Packing::gzip, Packing::zstandard};

std::string unpacked(const TempFolder& folder, std::string_view bytes) {
  std::optional<std::string> damage;
  std::string read = read_whole(folder.write("file", bytes), damage);
  EXPECT_EQ(damage, std::nullopt);
  return read;
}

std::string some_bytes(size_t size, uint64_t alphabet) {
  Random random(size);
  std::string bytes(size, '\0');
  for (char& c : bytes) {
    c = static_cast<char>('!' + random.below(alphabet));
  }
  return bytes;
}

TEST(Pack, ThePackingIsThatOfTheName) {
  EXPECT_EQ(packing_of("a.jsonl.gz"), Packing::gzip);
  EXPECT_EQ(packing_of("a/b.zst"), Packing::zstandard);
  EXPECT_EQ(packing_of("A.GZ"), Packing::gzip);
  EXPECT_EQ(packing_of("a.jsonl.Zst"), Packing::zstandard);
  for (const char* name :
       {"a.jsonl", "-", "", "gz", "zst", "a.gz/b.jsonl", "a.gzip", "a.zst.tmp"}) {
    EXPECT_EQ(packing_of(name), Packing::none) << name;
    EXPECT_EQ(without_packing(name), name);
  }
}

TEST(Pack, WithoutPackingTheRestOfTheNameStays) {
  EXPECT_EQ(without_packing("A.TXT.GZ"), "A.TXT");
  EXPECT_EQ(without_packing("a.gz.zst"), "a.gz");
  EXPECT_EQ(lower_ascii("A-Zé Z"), "a-zé z");
}

TEST(Pack, IsReadBackAsItWas) {
  const TempFolder folder;
  for (const Packing packing : all_packings) {
    for (const size_t size :
         {size_t{0}, size_t{1}, size_t{17}, size_t{70'000}, size_t{2'500'000}}) {
      for (const uint64_t alphabet : {uint64_t{1}, uint64_t{20}, uint64_t{90}}) {
        const std::string bytes = some_bytes(size, alphabet);
        EXPECT_TRUE(unpacked(folder, pack(bytes, packing)) == bytes) << size;
      }
    }
  }
}

TEST(Pack, PiecesOneAfterTheOtherAreOneFile) {
  const TempFolder folder;
  for (const Packing packing : all_packings) {
    std::string all, file;
    for (const size_t size :
         {size_t{300'000}, size_t{0}, size_t{1}, size_t{1'000'000}, size_t{5}}) {
      const std::string bytes = some_bytes(size, 40);
      all += bytes;
      file += pack(bytes, packing);
    }
    EXPECT_TRUE(unpacked(folder, file) == all);
  }
}

TEST(Pack, IsShorterWhereItCanBe) {
  const std::string zeros(1'000'000, '0');
  EXPECT_LT(pack(zeros, Packing::gzip).size(), 5000u);
  EXPECT_LT(pack(zeros, Packing::zstandard).size(), 5000u);
  EXPECT_EQ(pack(zeros, Packing::none), zeros);
}

TEST(Pack, TheSameBytesGiveTheSameFileOnEveryThread) {
  const Workers limit(16);
  for (const Packing packing : all_packings) {
    const std::string bytes = some_bytes(200'000, 30), expected = pack(bytes, packing);
    std::vector<std::string> packed(50);
    parallel_for(packed.size(), [&](size_t i) { packed[i] = pack(bytes, packing); });
    for (const std::string& one : packed) {
      EXPECT_TRUE(one == expected);
    }
  }
}

}  // namespace
}  // namespace reprise::detail
