// Edit distance against the full table, and which words are near misses.
#include "reprise/passages/likeness.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/texts.h"

namespace reprise::detail {
namespace {

using support::Random;

// The Levenshtein distance by the full table.
uint32_t full_table(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<uint32_t>> t(a.size() + 1, std::vector<uint32_t>(b.size() + 1));
  for (uint32_t i = 0; i <= a.size(); ++i) {
    for (uint32_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        t[i][j] = i + j;
      } else {
        t[i][j] =
            std::min({t[i - 1][j - 1] + (a[i - 1] != b[j - 1]), t[i - 1][j] + 1, t[i][j - 1] + 1});
      }
    }
  }
  return t[a.size()][b.size()];
}

std::u32string random_word(size_t most, uint32_t letters, Random& random) {
  std::u32string word(random.below(most + 1), U' ');
  for (char32_t& c : word) {
    c = U'a' + static_cast<char32_t>(random.below(letters));
  }
  return word;
}

TEST(EditDistance, IsThatOfTheFullTable) {
  Random random(1);
  for (int round = 0; round < 20000; ++round) {
    const uint32_t letters = 2 + static_cast<uint32_t>(random.below(4));
    const std::u32string a = random_word(12, letters, random), b = random_word(12, letters, random);
    const uint32_t exact = full_table(a, b);
    for (uint32_t most = 0; most <= 13; ++most) {
      EXPECT_EQ(edit_distance(a, b, most), std::min(exact, most + 1));
    }
  }
}

Likeness likeness(const std::string& a, const std::string& b, SeedUnit unit = SeedUnit::words) {
  const support::Texts texts({a, b});
  const std::vector<Keys> keys = texts.keys({.seed_unit = unit});
  WordComparer words({texts.units()[0], keys[0]}, {texts.units()[1], keys[1]}, {});
  return words.compare(words.word(0, 0), words.word(1, 0));
}

TEST(Likeness, GrowsWithTheWord) {
  EXPECT_EQ(likeness("Harbour", "harbour"), Likeness::equal);
  EXPECT_EQ(likeness("the", "she"), Likeness::different);
  EXPECT_EQ(likeness("ferry", "fery"), Likeness::near);
  EXPECT_EQ(likeness("ferry", "fexxy"), Likeness::different);
  EXPECT_EQ(likeness("morning", "moming"), Likeness::near);
  EXPECT_EQ(likeness("morning", "evening"), Likeness::different);
  EXPECT_EQ(likeness("settlements", "settIernont"), Likeness::different);
  EXPECT_EQ(likeness("settlements", "settlernent"), Likeness::near);
}

TEST(Likeness, FiguresThatDifferAreOtherFigures) {
  EXPECT_EQ(likeness("150,000", "160,000"), Likeness::different);
  EXPECT_EQ(likeness("£6.55", "£6.56"), Likeness::different);
  EXPECT_EQ(likeness("150,000", "150,000"), Likeness::equal);
}

TEST(Likeness, StemsAreNearOnlyIfKeysAreStems) {
  EXPECT_EQ(likeness("govern", "governed", SeedUnit::stems), Likeness::near);
  EXPECT_EQ(likeness("run", "runs", SeedUnit::stems), Likeness::near);
  EXPECT_EQ(likeness("run", "runs", SeedUnit::words), Likeness::different);
}

// What is decided first by bytes and by letters that occur must come to what the letters themselves
// say.
TEST(Likeness, QuickLooksDecideAsTheWholeTable) {
  Random random(2);
  const support::Vocabulary vocabulary(3000);
  size_t near = 0;
  for (int round = 0; round < 4000; ++round) {
    const std::string a = random.pick(vocabulary.words());
    const std::u32string letters(a.begin(), a.end());
    if (!std::all_of(a.begin(), a.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
      continue;
    }
    std::string b = a;
    for (uint64_t slips = random.below(5); slips > 0 && !b.empty(); --slips) {
      const size_t at = random.below(b.size());
      const char letter = static_cast<char>('a' + random.below(26));
      const uint64_t kind = random.below(3);
      if (kind == 0) {
        b[at] = letter;
      }
      if (kind == 1) {
        b.erase(at, 1);
      }
      if (kind == 2) {
        b.insert(at, 1, letter);
      }
    }
    if (b.empty()) {
      continue;
    }
    const size_t shorter = std::min(a.size(), b.size());
    const uint32_t allowed = 0u + (shorter >= 4) + (shorter >= 6) + (shorter >= 10);
    const uint32_t distance = full_table(letters, {b.begin(), b.end()});
    Likeness expected = distance <= allowed ? Likeness::near : Likeness::different;
    if (distance == 0) {
      expected = Likeness::equal;
    }
    EXPECT_EQ(likeness(a, b), expected) << a << ", " << b;
    near += expected == Likeness::near;
  }
  EXPECT_GT(near, 500u);
}

}  // namespace
}  // namespace reprise::detail
