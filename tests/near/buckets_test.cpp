#include "reprise/near/buckets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Random;
using Entries = std::vector<uint64_t>;
using Lists = std::vector<std::vector<uint32_t>>;

// Keys as hashes are: spread over all 32 bits.
uint32_t mix_key(uint64_t x) {
  return static_cast<uint32_t>(mix(x) >> 32);
}

// One entry a document, with the key that `key` gives; some documents have none.
template <class Key>
Entries make_entries(size_t count, const Key& key, Random& random) {
  Entries entries;
  uint32_t document = 0;
  while (entries.size() < count) {
    document += 1 + (random.chance(0.1) ? static_cast<uint32_t>(random.below(1000)) : 0);
    entries.push_back(bucket_entry(key(entries.size()), document));
  }
  return entries;
}

// The twin: what append_buckets has to append.
void append_plainly(const Entries& entries, Lists& lists) {
  std::map<uint32_t, std::vector<uint32_t>> by_key;
  for (const uint64_t entry : entries) {
    by_key[static_cast<uint32_t>(entry >> 32)].push_back(static_cast<uint32_t>(entry));
  }
  for (const auto& [_, documents] : by_key) {
    if (documents.size() > 1) {
      lists.push_back(documents);
    }
  }
}

Lists lists_of(const Buckets& buckets) {
  Lists lists;
  for (size_t b = 0; b < buckets.size(); ++b) {
    lists.emplace_back(buckets[b].begin(), buckets[b].end());
  }
  return lists;
}

// Appends band after band to the same buckets, with one thread and with many, and compares with the
// twin each time.
void expect_buckets_of(const std::vector<Entries>& bands, const char* what) {
  std::vector<Lists> expected(1);  // after each band
  for (const Entries& entries : bands) {
    expected.push_back(expected.back());
    append_plainly(entries, expected.back());
  }
  for (const unsigned threads : {1u, 2u, 16u}) {
    const Workers limit(threads);
    Buckets buckets;
    for (size_t band = 0; band < bands.size(); ++band) {
      Entries entries = bands[band];
      append_buckets(entries, buckets);
      EXPECT_TRUE(entries.empty());
      ASSERT_TRUE(lists_of(buckets) == expected[band + 1]) << what << ", " << threads << " threads";
    }
    ASSERT_EQ(buckets.begins.front(), 0u);
    ASSERT_EQ(buckets.begins.back(), buckets.documents.size());
  }
}

TEST(Buckets, AreThoseOfTheMapForFewEntries) {
  Random random(1);
  for (int round = 0; round < 300; ++round) {
    std::vector<Entries> bands(1 + random.below(4));
    for (Entries& entries : bands) {
      const uint64_t keys = 1 + random.below(60);
      entries = make_entries(
          random.below(200), [&](size_t) { return mix_key(random.below(keys)); }, random);
    }
    expect_buckets_of(bands, "few entries");
  }
}

TEST(Buckets, AreThoseOfTheMapForManyEntries) {
  Random random(2);
  const size_t count = size_t{1} << 18;
  const auto any_key = [&](size_t) {
    return static_cast<uint32_t>(random.next());
  };
  const auto one_of = [&](uint64_t keys) {
    return [&random, keys](size_t) {
      return mix_key(random.below(keys));
    };
  };
  expect_buckets_of(
      {make_entries(count, any_key, random), make_entries(count, one_of(count / 2), random)},
      "distinct");
  expect_buckets_of(
      {make_entries(count, one_of(3), random), make_entries(count, one_of(1000), random)},
      "few keys");
  expect_buckets_of({make_entries(count - 1, one_of(count), random),
                     make_entries(count + 1, one_of(count), random)},
                    "sizes beside a power of two");
}

TEST(Buckets, AHugeBucketIsOne) {
  Random random(3);
  for (const uint32_t key : {0u, 0x80000000u, 0xFFFFFFFFu}) {
    expect_buckets_of({make_entries(
                          200'000, [&](size_t) { return key; }, random)},
                      "all equal");
  }
  // And beside it a few others, before and behind.
  const auto mostly = [&](size_t) {
    return random.chance(0.9) ? 0x7FFFFFFFu : static_cast<uint32_t>(random.next());
  };
  expect_buckets_of({make_entries(200'000, mostly, random)}, "nearly all equal");
}

TEST(Buckets, KeysMayDifferInAnyBitsAlone) {
  Random random(4);
  for (const int shift : {0, 8, 16, 22, 24, 31}) {
    const auto keys = uint64_t{1} << std::min(16, 32 - shift);
    const auto key = [&](size_t) {
      return static_cast<uint32_t>(random.below(keys) << shift);
    };
    expect_buckets_of({make_entries(50'000, key, random)}, "zeros beside the bits");
    const auto filled = [&](size_t i) {
      return ~key(i);
    };
    expect_buckets_of({make_entries(50'000, filled, random)}, "ones beside the bits");
  }
}

TEST(Buckets, WithoutEqualKeysThereAreNone) {
  Random random(5);
  expect_buckets_of({{}, {bucket_entry(7, 0)}, {}}, "hardly anything");
  const auto ascending = [](size_t i) {
    return static_cast<uint32_t>(i * 40'000);
  };
  expect_buckets_of({make_entries(100'000, ascending, random)}, "ascending");
  Buckets buckets;
  EXPECT_EQ(buckets.size(), 0u);
}

TEST(Buckets, TheLargestDocumentNumbersAreKept) {
  const uint32_t last = 0xFFFFFFFE;
  expect_buckets_of({{bucket_entry(0xFFFFFFFF, last - 1), bucket_entry(0xFFFFFFFF, last)},
                     {bucket_entry(0, 0), bucket_entry(0, last)}},
                    "the ends");
}

}  // namespace
}  // namespace reprise::detail
