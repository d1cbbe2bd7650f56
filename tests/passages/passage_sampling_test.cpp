// What sampling guarantees, and what must not depend on threads or on the order of the documents.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "reprise/base/parallel.h"
#include "reprise/passages/align.h"
#include "support/texts.h"

namespace reprise::detail {
namespace {

using support::Random;
using support::Texts;
using support::Words;

using RunKey = std::tuple<uint32_t, uint32_t, uint32_t>;  // begins, length

// Every maximal run of at least n equal keys, by comparing every place with every place.
std::set<RunKey> all_runs(const Keys& a, const Keys& b, uint32_t n) {
  std::set<RunKey> runs;
  for (uint32_t i = 0; i < a.size(); ++i) {
    for (uint32_t j = 0; j < b.size(); ++j) {
      if (a[i] != b[j] || (i > 0 && j > 0 && a[i - 1] == b[j - 1])) {
        continue;
      }
      uint32_t length = 0;
      while (i + length < a.size() && j + length < b.size() && a[i + length] == b[j + length]) {
        ++length;
      }
      if (length >= n) {
        runs.insert({i, j, length});
      }
    }
  }
  return runs;
}

// Texts of real word frequencies, in which stretches of exactly n words of the one stand in the
// other.
std::vector<std::string> with_runs(uint32_t n, size_t count, Random& random) {
  static const support::Vocabulary vocabulary(20000);
  const Words source = support::make_prose(count * (n + 12), vocabulary, random);
  Words target;
  for (size_t i = 0; i < count; ++i) {
    const Words between = support::make_prose(15, vocabulary, random);
    target.insert(target.end(), between.begin(), between.end());
    const auto begin = source.begin() + static_cast<ptrdiff_t>(random.below(source.size() - n));
    target.insert(target.end(), begin, begin + n);
  }
  return {support::written(source, random), support::written(target, random)};
}

TEST(Sampling, EveryRunOfSoManyWordsIsFound) {
  Random random(1);
  for (const uint32_t seed : {7u, 8u, 12u, 24u, 40u}) {
    size_t planted = 0;
    for (int round = 0; round < 6; ++round) {
      const Texts texts(with_runs(seed, 60, random));
      const PassageOptions options{.seed = seed, .most_holders = 1000000};
      const std::vector<Keys> keys = texts.keys(options);
      std::set<RunKey> found;
      for (const SharedRuns& shared : texts.runs(options)) {
        for (const auto& run : shared.runs) {
          found.insert({run.a, run.b, run.length});
        }
      }
      const uint32_t gram = std::min(seed, std::max(6u, seed / 3));
      for (const auto& [a, b, length] : all_runs(keys[0], keys[1], seed)) {
        // What holds nothing but idle phrases is no passage.
        bool telling = false;
        for (uint32_t g = a; g + gram <= a + length; ++g) {
          const auto at = keys[0].begin() + g;
          telling |= std::count_if(at, at + gram, [](Key key) { return !is_common(key); }) >= 2;
        }
        EXPECT_TRUE(!telling || found.contains({a, b, length}))
            << "seed " << seed << ": " << a << ", " << b;
        ++planted;
      }
    }
    EXPECT_GE(planted, 250u);
  }
}

// A small collection with copies of many kinds, whose passages no cap of the index decides.
std::vector<std::string> collection(Random& random) {
  static const support::Vocabulary vocabulary(20000);
  std::vector<Words> stretches;
  for (int i = 0; i < 5; ++i) {
    stretches.push_back(support::make_prose(20 + random.below(60), vocabulary, random));
  }
  std::vector<std::string> texts;
  for (int d = 0; d < 9; ++d) {
    Words words = support::make_prose(50, vocabulary, random);
    for (const Words& stretch : stretches) {
      if (random.chance(0.5)) {
        continue;
      }
      const Words copy =
          support::edited_copy(stretch, random.chance(0.3) ? 0 : 0.08, vocabulary, random).words;
      words.insert(words.end(), copy.begin(), copy.end());
      const Words more = support::make_prose(30, vocabulary, random);
      words.insert(words.end(), more.begin(), more.end());
    }
    texts.push_back(support::written(words, random));
  }
  return texts;
}

// All that a passage says.
auto told(const Passage& p) {
  std::vector<std::tuple<EditKind, TokenRange, TokenRange, bool>> edits;
  for (const Edit& e : p.edits) {
    edits.emplace_back(e.kind, e.a, e.b, e.near);
  }
  return std::tuple(p.unit_a, p.unit_b, p.a, p.b, p.matched, p.near, p.informative, p.holders,
                    p.identity, p.quoted, edits);
}

TEST(Determinism, ThreadsChangeNothing) {
  Random random(2);
  for (int round = 0; round < 10; ++round) {
    const Texts texts(collection(random));
    std::vector<decltype(told({}))> first;
    for (const unsigned threads : {1u, 2u, 7u}) {
      const Workers limit(threads);
      std::vector<decltype(told({}))> all;
      for (const Passage& p : texts.passages()) {
        all.push_back(told(p));
      }
      if (threads == 1) {
        first = all;
      }
      EXPECT_EQ(all, first) << threads;
    }
    EXPECT_GT(first.size(), 5u);
  }
}

// The two stretches of each passage, in the documents' first order; words of either side come from
// its text.
std::set<std::tuple<uint32_t, TokenRange, uint32_t, TokenRange>> sides(
    const std::vector<Passage>& passages, std::span<const uint32_t> name) {
  std::set<std::tuple<uint32_t, TokenRange, uint32_t, TokenRange>> all;
  for (const Passage& p : passages) {
    const uint32_t a = name[p.unit_a], b = name[p.unit_b];
    if (a < b) {
      all.emplace(a, p.a, b, p.b);
    } else {
      all.emplace(b, p.b, a, p.a);
    }
  }
  return all;
}

TEST(Determinism, TheOrderOfTheDocumentsChangesNothing) {
  Random random(3);
  for (int round = 0; round < 25; ++round) {
    const std::vector<std::string> texts = collection(random);
    std::vector<uint32_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto expected = sides(Texts(texts).passages(), order);
    for (size_t i = order.size(); i > 1; --i) {
      std::swap(order[i - 1], order[random.below(i)]);
    }
    std::vector<std::string> shuffled;
    for (const uint32_t d : order) {
      shuffled.push_back(texts[d]);
    }
    EXPECT_EQ(sides(Texts(shuffled).passages(), order), expected) << round;
  }
}

}  // namespace
}  // namespace reprise::detail
