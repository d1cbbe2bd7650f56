// The cache of vectors: what was added comes back; what is damaged or of others does not.
#include "reprise/meaning/vector_cache.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>

#include "support/files.h"

namespace reprise::detail {
namespace {

using support::TempFolder;
constexpr VectorKind kind{7, 3};
using Three = std::array<float, 3>;

std::string filled(const TempFolder& folder, size_t texts = 5) {
  const std::string path = folder / "vectors";
  VectorCache cache(path, kind);
  for (size_t i = 0; i < texts; ++i) {
    cache.add("text " + std::to_string(i), Three{static_cast<float>(i), 0.5F, -1});
  }
  EXPECT_FALSE(cache.save());
  return path;
}

bool knows(VectorCache& cache, size_t i) {
  Three vector{};
  const bool is_there = cache.find("text " + std::to_string(i), vector);
  EXPECT_TRUE(!is_there || vector == (Three{static_cast<float>(i), 0.5F, -1}));
  return is_there;
}

TEST(VectorCache, WhatWasAddedComesBack) {
  const TempFolder folder;
  VectorCache cache(filled(folder), kind);
  EXPECT_FALSE(cache.problem());
  for (size_t i = 0; i < 5; ++i) {
    EXPECT_TRUE(knows(cache, i));
  }
  EXPECT_FALSE(knows(cache, 5));
}

TEST(VectorCache, EveryCutAndFlipIsSaid) {
  const TempFolder folder;
  const std::string path = filled(folder, 2);
  const std::string bytes = support::read_file(path);
  for (size_t at = 16; at < bytes.size(); ++at) {
    std::string flipped = bytes;
    flipped[at] = static_cast<char>(flipped[at] ^ 1);
    support::write_file(path, flipped);
    VectorCache spoilt(path, kind);
    EXPECT_TRUE(spoilt.problem()) << at;
    EXPECT_FALSE(knows(spoilt, 0) || knows(spoilt, 1)) << at;
    support::write_file(path, bytes.substr(0, at));
    EXPECT_TRUE(VectorCache(path, kind).problem()) << at;
  }
}

TEST(VectorCache, ThatOfAnotherModelIsMadeAnew) {
  const TempFolder folder;
  const std::string path = filled(folder);
  VectorCache other(path, {8, 3});
  ASSERT_TRUE(other.problem());
  EXPECT_NE(other.problem()->what.find("another model"), std::string::npos);
  EXPECT_FALSE(knows(other, 0));
  other.add("text 0", Three{0, 0.5F, -1});
  EXPECT_FALSE(other.save());
  VectorCache again(path, {8, 3});
  EXPECT_FALSE(again.problem());
  EXPECT_TRUE(knows(again, 0));
}

TEST(VectorCache, AnotherFileIsNeverOverwritten) {
  const TempFolder folder;
  const std::string path = folder.write("article.txt", "The ferry stays in port until spring.");
  EXPECT_THROW(VectorCache(path, kind), Error);
  EXPECT_EQ(support::read_file(path), "The ferry stays in port until spring.");
}

TEST(VectorCache, ItStaysWithinItsBoundAndKeepsWhatWasUsed) {
  const TempFolder folder;
  const std::string path = filled(folder, 20);
  constexpr uint64_t room_for_six = 16 + 20 + 6 * (16 + 12) + 8;
  VectorCache cache(path, kind, room_for_six);
  for (const uint32_t used : {3U, 4U, 11U}) {
    EXPECT_TRUE(knows(cache, used));
  }
  cache.add("text 99", Three{99, 0.5F, -1});
  EXPECT_FALSE(cache.save());
  EXPECT_LE(std::filesystem::file_size(path), room_for_six);
  VectorCache again(path, kind);
  for (const uint32_t kept : {3U, 4U, 11U, 99U}) {
    EXPECT_TRUE(knows(again, kept)) << kept;
  }
}

TEST(VectorCache, WithoutRoomTheWorkGoesOn) {
  const TempFolder folder;
  VectorCache cache(folder / "no/such/folder/vectors", kind);
  cache.add("text", Three{});
  const std::optional<Problem> problem = cache.save();
  ASSERT_TRUE(problem);
  EXPECT_FALSE(problem->rejected);
}

TEST(VectorCache, NothingNewIsNotWritten) {
  const TempFolder folder;
  const std::string path = folder / "vectors";
  EXPECT_FALSE(VectorCache(path, kind).save());
  EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace reprise::detail
