// What shingles and sketches ask of the hash of a word: that all bits are as good as random, and
// that no two words share one.
#include "reprise/base/hash.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <string>
#include <vector>

#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Random;

TEST(HashWord, DependsOnTheBytesAndTheSizeAlone) {
  Random random(1);
  for (size_t size = 0; size <= 40; ++size) {
    std::string word(size, 'a');
    for (char& c : word) {
      c = static_cast<char>(random.below(256));
    }
    const uint64_t hash = hash_word(word);
    if (size <= short_word) {
      for (int round = 0; round < 20; ++round) {
        std::string buffer = word;
        for (int i = 0; i < 16; ++i) {
          buffer += static_cast<char>(random.below(256));
        }
        EXPECT_EQ(hash_short_word(buffer.data(), size), hash);
      }
    } else {
      EXPECT_EQ(hash, hash_bytes(word));
    }
  }
}

// For all time: sketches that were stored have to stay comparable.
TEST(HashWord, StaysWhatItIs) {
  EXPECT_EQ(hash_word(""), 860479133700042218u);
  EXPECT_EQ(hash_word("the"), 16832561703764901118u);
  EXPECT_EQ(hash_word("international"), 15852613660562039355u);
}

size_t collisions(std::vector<uint64_t> hashes) {
  std::sort(hashes.begin(), hashes.end());
  return hashes.size() -
         static_cast<size_t>(std::unique(hashes.begin(), hashes.end()) - hashes.begin());
}

TEST(HashWord, MillionsOfWordsHaveNoCollision) {
  std::vector<uint64_t> hashes;
  for (uint32_t i = 0; i < 1'000'000; ++i) {
    hashes.push_back(hash_word(std::to_string(i)));
  }
  // All words of one to four small letters, and words that differ in their size alone, or far
  // behind.
  std::string word;
  for (uint32_t size = 1; size <= 4; ++size) {
    for (uint32_t i = 0, count = static_cast<uint32_t>(std::pow(26, size)); i < count; ++i) {
      word.clear();
      for (uint32_t rest = i, n = 0; n < size; ++n, rest /= 26) {
        word += static_cast<char>('a' + rest % 26);
      }
      hashes.push_back(hash_word(word));
      hashes.push_back(hash_word("prefixed" + word));
      hashes.push_back(hash_word(word + "isation"));
      hashes.push_back(hash_word("antiprefixed" + word));
    }
  }
  for (size_t size = 0; size <= 64; ++size) {
    hashes.push_back(hash_word(std::string(size, '\0')));
  }
  Random random(2);
  for (int i = 0; i < 1'000'000; ++i) {
    word.assign(9 + random.below(12), 'a');
    for (char& c : word) {
      c = static_cast<char>('a' + random.below(26));
    }
    hashes.push_back(hash_word(word));
  }
  EXPECT_EQ(collisions(std::move(hashes)), 0u);
}

// A small set of words fills each 32-bit half of the hash as evenly as chance would.
TEST(HashWord, HalvesCollideAsOftenAsRandomNumbers) {
  std::vector<uint64_t> upper, lower;
  constexpr double words = 300'000;
  for (uint32_t i = 0; i < 300'000; ++i) {
    const uint64_t hash = hash_word("w" + std::to_string(i));
    upper.push_back(hash >> 32);
    lower.push_back(hash & 0xffffffff);
  }
  const double expected = words * words / 2 / 0x1p32;  // about ten
  EXPECT_NEAR(static_cast<double>(collisions(upper)), expected, 5 * std::sqrt(expected));
  EXPECT_NEAR(static_cast<double>(collisions(lower)), expected, 5 * std::sqrt(expected));
}

// Each bit of the input changes each bit of the hash in half of all words.
TEST(HashWord, EveryBitReachesEveryBit) {
  Random random(3);
  constexpr int rounds = 4000;
  for (const size_t size :
       {size_t{1}, size_t{3}, size_t{7}, size_t{8}, size_t{9}, size_t{12}, size_t{16}}) {
    std::vector<std::string> words(rounds, std::string(size, ' '));
    for (std::string& word : words) {
      for (char& c : word) {
        c = static_cast<char>(random.below(256));
      }
    }
    double worst = 0;
    for (size_t in = 0; in < 8 * size; ++in) {
      std::array<int, 64> changed{};
      for (std::string word : words) {
        uint64_t difference = hash_word(word);
        word[in / 8] = static_cast<char>(word[in / 8] ^ (1 << in % 8));
        for (difference ^= hash_word(word); difference != 0; difference &= difference - 1) {
          ++changed[static_cast<size_t>(std::countr_zero(difference))];
        }
      }
      for (const int count : changed) {
        worst = std::max(worst, std::abs(count / double{rounds} - 0.5));
      }
    }
    // The largest of some ten thousand deviations of a fair coin is about four and a half times the
    // standard deviation; words of one byte come as few different ones.
    EXPECT_LE(worst, size == 1 ? 0.17 : 6 * 0.5 / std::sqrt(rounds)) << size << " bytes";
  }
}

}  // namespace
}  // namespace reprise::detail
