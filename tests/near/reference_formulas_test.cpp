// What many items share doesn't count, and costs little.
#include <gtest/gtest.h>

#include <algorithm>

#include "reprise/base/parallel.h"
#include "reprise/near/reference.h"
#include "support/generator.h"
#include "support/references.h"

namespace reprise::detail {
namespace {

using support::find;
using support::fresh;
using support::Hashes;
using support::hashes_of;
using support::Random;
using support::text;
using support::Vocabulary;
using support::Words;
using support::operator+;

TEST(Reference, CommonPhrasesDoNotCount) {
  Random random(21);
  const Vocabulary vocabulary;
  std::vector<Words> phrases;
  for (int i = 0; i < 20; ++i) {
    phrases.push_back(support::make_words(3 + random.below(4), vocabulary, random));
  }
  const auto write = [&](size_t words) {  // never more than 0.69 phrases from 20 words on
    Hashes hashes;
    while (hashes.size() < words) {
      hashes = hashes + hashes_of(random.pick(phrases)) + fresh(4 + random.below(4), random);
    }
    return hashes;
  };
  std::vector<Hashes> items;
  for (int i = 0; i < 1000; ++i) {
    items.push_back(write(20 + random.below(80)));
  }
  const ReferenceIndex index(items);
  for (int i = 0; i < 20; ++i) {
    EXPECT_TRUE(index.find(write(2000)).empty());
  }
}

// Each page would take minutes if the items that share a formula were compared one by one.
TEST(Reference, FormulasStayCheap) {
  Random random(22);
  const Hashes before = fresh(14, random), after = fresh(14, random);
  std::vector<Hashes> items;
  for (int i = 0; i < 100000; ++i) {
    items.push_back(before + fresh(3 + random.below(10), random) + after);
  }
  const ReferenceIndex index(items);
  Hashes formulas;
  for (int i = 0; i < 5000; ++i) {
    formulas = formulas + fresh(1, random);
    formulas.insert(formulas.end(), before.begin(), before.end());
  }
  EXPECT_TRUE(index.find(formulas).empty());
  Hashes edited = items[777];
  edited[14] = 0;
  const auto found = index.find(formulas + items[42] + edited + formulas);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].item, 42u);
  EXPECT_EQ(found[0].share, 1);
  EXPECT_EQ(found[1].item, 777u);
}

// What no run tells apart is still found word for word.
TEST(Reference, ItemsMadeOfFormulasAreFoundVerbatim) {
  Random random(23);
  std::vector<Hashes> blocks;
  for (int i = 0; i < 12; ++i) {
    blocks.push_back(fresh(20, random));
  }
  std::vector<Hashes> items;
  for (uint32_t i = 0; i < 1u << 12; ++i) {
    items.emplace_back();
    for (uint32_t b = 0; b < 12; ++b) {
      if (i >> b & 1) {
        items.back() = items.back() + blocks[b];
      }
    }
  }
  const auto found = find(items, fresh(100, random) + items[0xabc] + fresh(100, random));
  const auto match =
      std::find_if(found.begin(), found.end(), [](const auto& f) { return f.item == 0xabc; });
  ASSERT_NE(match, found.end());
  EXPECT_EQ(match->share, 1);
  EXPECT_EQ(match->words, (TokenRange{100, static_cast<uint32_t>(100 + items[0xabc].size())}));
}

TEST(Reference, LongTextsOfOneWordStayCheap) {
  const uint64_t ha = text("ha")[0];
  std::vector<Hashes> items;
  for (size_t words = 0; words < 100; ++words) {
    items.emplace_back(words, ha);
  }
  items.emplace_back(40000, ha);
  const auto found = find(items, Hashes(30000, ha));
  ASSERT_EQ(found.size(), 100u);
  EXPECT_EQ(found[0], (ReferenceMatch{1, 1, {0, 1}}));
  EXPECT_EQ(found.back(), (ReferenceMatch{100, 0.75, {0, 30000}}));
}

TEST(Reference, ManyCopiesOfAnItemAreComparedOnce) {
  Random random(24);
  const Hashes item = fresh(5000, random);
  const std::vector<Hashes> items(2000, item);
  Hashes edited = item;
  edited[2500] = 0;
  const auto found = find(items, edited);
  ASSERT_EQ(found.size(), items.size());
  for (uint32_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(found[i], (ReferenceMatch{i, 0.9998, {0, 5000}}));
  }
}

TEST(Reference, DoesNotDependOnTheNumberOfThreads) {
  Random random(25);
  const Vocabulary vocabulary(50);  // so small that much is found
  std::vector<Hashes> items;
  for (int i = 0; i < 3000; ++i) {
    items.push_back(hashes_of(support::make_words(random.below(40), vocabulary, random)));
  }
  const Hashes page =
      hashes_of(support::make_words(3000, vocabulary, random)) + items[5] + items[2000];
  const Workers many(16);
  const auto by_many = find(items, page, {.share = 0.5});
  const Workers one(1);
  EXPECT_EQ(by_many, find(items, page, {.share = 0.5}));
  EXPECT_GT(by_many.size(), 10u);
}

TEST(Reference, MemoryIsThatOfTheSeeds) {
  Random random(26);
  std::vector<Hashes> items;
  size_t words = 0;
  for (int i = 0; i < 5000; ++i) {
    words += items.emplace_back(fresh(40 + random.below(100), random)).size();
  }
  EXPECT_LE(ReferenceIndex(items).memory_bytes(), 20 * words);
}

}  // namespace
}  // namespace reprise::detail
