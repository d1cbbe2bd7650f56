#include "reprise/near/reference.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <set>

#include "reprise/base/hash.h"
#include "support/generator.h"
#include "support/references.h"

namespace reprise::detail {
namespace {

using support::find;
using support::fresh;
using support::Hashes;
using support::hashes_of;
using support::part;
using support::Random;
using support::text;
using support::Vocabulary;
using support::Words;
using support::operator+;

// The rule of reference.h as it is written there, one stretch after the other. Nothing is a formula
// here.
struct Twin {
  Hashes item, page;
  ReferenceOptions options;

  static bool holds(const Hashes& words, const Hashes& run) {
    return std::search(words.begin(), words.end(), run.begin(), run.end()) != words.end();
  }

  // How many words of `a` stand in a run that `b` holds too.
  static size_t shared_words(const Hashes& a, const Hashes& b, size_t run) {
    std::set<size_t> shared;
    for (size_t i = 0; i + run <= a.size(); ++i) {
      if (!holds(b, part(a, i, i + run))) {
        continue;
      }
      for (size_t j = 0; j < run; ++j) {
        shared.insert(i + j);
      }
    }
    return shared.size();
  }

  static bool share_seed(const Hashes& a, const Hashes& b, size_t seed) {
    for (size_t i = 0; i + seed <= a.size(); ++i) {
      if (holds(b, part(a, i, i + seed))) {
        return true;
      }
    }
    return false;
  }

  std::optional<ReferenceMatch> match(uint32_t number) const {
    if (item.empty()) {
      return {};
    }
    const auto verbatim = std::search(page.begin(), page.end(), item.begin(), item.end());
    if (verbatim != page.end()) {
      const auto begin = static_cast<uint32_t>(verbatim - page.begin());
      return ReferenceMatch{number, 1, {begin, begin + static_cast<uint32_t>(item.size())}};
    }
    const size_t m = item.size(), n = options.ngram;
    if (m < n) {
      return {};
    }
    size_t seed = m >= 32 ? 8 : 4, run = m >= 32 ? 4 : 3;
    while (seed > n) {
      seed /= 2;
    }
    run = std::min(run, seed);
    size_t best = 0;
    TokenRange words;
    for (uint32_t end = 1; end <= page.size(); ++end) {
      for (uint32_t begin = end - 1; begin + 1 > 0 && end - begin <= m + m / 2; --begin) {
        const Hashes stretch = part(page, begin, end);
        const size_t shared =
            std::min(shared_words(item, stretch, run), shared_words(stretch, item, run));
        if (shared > best && share_seed(item, stretch, seed)) {
          best = shared;
          words = {begin, end};
        }
        if (begin == 0) {
          break;
        }
      }
    }
    const double share = static_cast<double>(best) / static_cast<double>(m);
    if (best == 0 || share < options.share) {
      return {};
    }
    return ReferenceMatch{number, share, words};
  }
};

// Pieces of the item and chance words from its small alphabet, so that runs repeat and stretches
// compete.
Hashes make_page(const Hashes& item, uint64_t alphabet, Random& random) {
  Hashes page;
  while (page.size() < 20 + random.below(50)) {
    if (!item.empty() && random.chance(0.6)) {
      const size_t begin = random.below(item.size());
      page = page + part(item, begin, begin + 1 + random.below(item.size() - begin));
    }
    for (uint64_t i = random.below(4); i > 0; --i) {
      page.push_back(mix(random.below(alphabet)));
    }
  }
  if (page.size() > 90) {
    page.resize(90);
  }
  return page;
}

TEST(Reference, FindsWhatTheRuleSays) {
  Random random(1);
  size_t whole = 0, edited = 0, none = 0;
  for (int round = 0; round < 400; ++round) {
    const uint64_t alphabet = 2 + random.below(60);
    const ReferenceOptions options{
        .ngram = static_cast<uint32_t>(1 + random.below(random.chance(0.3) ? 36 : 13)),
        .share = random.pick(std::vector{0.5, 0.7, 0.7, 0.9, 1.0})};
    std::vector<Hashes> items(1 + random.below(3));
    for (Hashes& item : items) {
      for (uint64_t i = random.below(random.chance(0.3) ? 40 : 16); i > 0; --i) {
        item.push_back(mix(random.below(alphabet)));
      }
    }
    const Hashes page = make_page(random.pick(items), alphabet, random);
    std::vector<ReferenceMatch> expected;
    for (uint32_t i = 0; i < items.size(); ++i) {
      const auto match = Twin{items[i], page, options}.match(i);
      if (!match) {
        ++none;
        continue;
      }
      ++(match->share == 1 ? whole : edited);
      expected.push_back(*match);
    }
    ASSERT_EQ(find(items, page, options), expected) << "round " << round;
  }
  EXPECT_GT(whole, 50u);
  EXPECT_GT(edited, 50u);
  EXPECT_GT(none, 50u);
}

TEST(Reference, ExamplesOfTheHeader) {
  const std::vector<Hashes> items{
      text("which planet of the solar system has the most moons that are known today")};
  const auto found = find(
      items, text("Quiz: which planet in the solar system has the most moons that are known?"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0], (ReferenceMatch{0, 10.0 / 14, {4, 14}}));
  EXPECT_TRUE(find(items, text("the most known of the planets that the solar system has today, "
                               "which moons are of it"))
                  .empty());
}

TEST(Reference, NothingIsFoundInNothing) {
  const Hashes words = text("one two three");
  EXPECT_TRUE(find({}, words).empty());
  EXPECT_TRUE(find({{}}, words).empty());
  EXPECT_TRUE(find({{}, words}, {}).empty());
  const std::vector<ReferenceMatch> second{{1, 1, {0, 3}}};
  EXPECT_EQ(find({{}, words}, words), second);
}

TEST(Reference, ShortItemsCountByExactMatch) {
  Random random(2);
  for (size_t length = 1; length < 13; ++length) {
    const Hashes item = fresh(length, random),
                 page = fresh(30, random) + item + fresh(20, random) + item;
    const std::vector<ReferenceMatch> expected{{0, 1, {30, static_cast<uint32_t>(30 + length)}}};
    EXPECT_EQ(find({item}, page), expected);
    Hashes edited = page;
    edited[30 + length / 2] = edited.back() = 0;
    EXPECT_TRUE(find({item}, edited).empty());
    EXPECT_TRUE(find({item}, part(page, 0, 30 + length - 1)).empty());  // cut off by the end
  }
}

TEST(Reference, EachItemIsFoundByItself) {
  Random random(3);
  const Hashes long_one = fresh(50, random);
  // A prefix, an end, an overlap, the same twice, something else.
  const std::vector<Hashes> items{part(long_one, 0, 20),  long_one, part(long_one, 30, 50),
                                  part(long_one, 40, 50), long_one, fresh(50, random)};
  const Hashes page = fresh(1000, random) + long_one + fresh(1000, random);
  const std::vector<ReferenceMatch> expected{{0, 1, {1000, 1020}},
                                             {1, 1, {1000, 1050}},
                                             {2, 1, {1030, 1050}},
                                             {3, 1, {1040, 1050}},
                                             {4, 1, {1000, 1050}}};
  EXPECT_EQ(find(items, page), expected);
}

TEST(Reference, TheBestPlaceCountsThenTheFirst) {
  Random random(4);
  const Hashes item = fresh(40, random), gap = fresh(100, random);
  Hashes worse = item, bad = item;
  worse[20] = 1;
  bad[10] = bad[20] = bad[30] = 2;
  const auto words_of = [&](const Hashes& page) {
    return find({item}, page).at(0).words;
  };
  EXPECT_EQ(words_of(gap + item + gap + item), (TokenRange{100, 140}));
  EXPECT_EQ(words_of(gap + worse + gap + item), (TokenRange{240, 280}));
  EXPECT_EQ(words_of(gap + bad + gap + worse + gap + bad), (TokenRange{240, 280}));
  EXPECT_EQ(words_of(gap + worse + gap + worse), (TokenRange{100, 140}));
  EXPECT_EQ(find({item}, gap + worse).at(0).share, 39.0 / 40);
}

TEST(Reference, RefrainsCountAsOftenAsTheyStandThere) {
  const Hashes ha(40, text("ha")[0]);
  EXPECT_EQ(find({ha}, Hashes(20, ha[0])), std::vector<ReferenceMatch>{});
  EXPECT_EQ(find({ha}, Hashes(30, ha[0])), (std::vector<ReferenceMatch>{{0, 0.75, {0, 30}}}));
  EXPECT_EQ(find({ha}, Hashes(500, ha[0])), (std::vector<ReferenceMatch>{{0, 1, {0, 40}}}));
  Random random(5);
  const Hashes refrain = fresh(10, random);
  EXPECT_TRUE(
      find({refrain + refrain + refrain}, fresh(9, random) + refrain + fresh(9, random)).empty());
}

// Whatever the order of the pieces, and what stands between them inside the window.
TEST(Reference, WhoHasSevenTenthsOfTheNgramsCounts) {
  Random random(6);
  int cases = 0;
  while (cases < 2000) {
    const size_t n = 1 + random.below(20), m = n + random.below(200);
    const Hashes item = fresh(m, random);
    std::vector<size_t> cuts{0, m};
    for (uint64_t i = random.below(3); i > 0; --i) {
      cuts.push_back(random.below(m + 1));
    }
    std::sort(cuts.begin(), cuts.end());
    Hashes pieces;
    size_t ngrams = 0;
    for (size_t i = cuts.size() - 1; i > 0; --i) {
      const size_t size = cuts[i] - cuts[i - 1], lost = random.below(size / 4 + 1),
                   gap = random.below(m / 8 + 1);
      pieces = pieces + part(item, cuts[i - 1] + lost, cuts[i]) + fresh(i > 1 ? gap : 0, random);
      ngrams += size - lost >= n ? size - lost - n + 1 : 0;
    }
    if (pieces.size() > m + m / 2 ||
        static_cast<double>(ngrams) < 0.7 * static_cast<double>(m - n + 1)) {
      continue;
    }
    ++cases;
    const Hashes page =
        fresh(random.below(300), random) + pieces + fresh(random.below(300), random);
    const auto found = find({item}, page, {.ngram = static_cast<uint32_t>(n)});
    ASSERT_EQ(found.size(), 1u) << "n " << n << ", m " << m << ", n-grams " << ngrams;
    ASSERT_GE(found[0].share, 0.7);
  }
}

// Pages that hold items with a share of their words edited, and what was found of them.
struct Planted {
  size_t items = 0, found = 0, others = 0;
  double recall() const { return static_cast<double>(found) / static_cast<double>(items); }
};

Planted plant(size_t shortest, size_t longest, double rate, uint64_t seed) {
  constexpr uint32_t pages = 250, items_in_page = 4;
  Random random(seed);
  const Vocabulary vocabulary;
  std::vector<Words> items;
  for (size_t i = 0; i < pages * items_in_page; ++i) {
    items.push_back(
        support::make_words(shortest + random.below(longest - shortest + 1), vocabulary, random));
  }
  std::vector<Hashes> hashes;
  for (const Words& item : items) {
    hashes.push_back(hashes_of(item));
  }
  const ReferenceIndex index(hashes);
  Planted planted;
  for (uint32_t p = 0; p < pages; ++p) {
    Hashes page;
    std::vector<TokenRange> truth;
    for (size_t i = p * items_in_page; i < (p + 1) * items_in_page; ++i) {
      page = page + hashes_of(support::make_words(300 + random.below(300), vocabulary, random));
      const auto begin = static_cast<uint32_t>(page.size());
      page = page + hashes_of(support::edited_copy(items[i], rate, vocabulary, random).words);
      truth.push_back({begin, static_cast<uint32_t>(page.size())});
    }
    planted.items += items_in_page;
    for (const ReferenceMatch& match :
         index.find(page + hashes_of(support::make_words(300, vocabulary, random)))) {
      const uint32_t i = match.item - p * items_in_page;
      const bool here =
          i < items_in_page && match.words.begin < truth[i].end && truth[i].begin < match.words.end;
      ++(here ? planted.found : planted.others);
      if (rate == 0 && here) {
        EXPECT_EQ(match.words, truth[i]);
      }
    }
  }
  EXPECT_EQ(planted.others, 0u);
  return planted;
}

TEST(Reference, FindsPlantedItems) {
  EXPECT_EQ(plant(8, 30, 0, 11).recall(), 1);
  EXPECT_EQ(plant(13, 400, 0, 12).recall(), 1);
}

TEST(Reference, FindsPlantedItemsWithAWordInTwentyEdited) {
  // Expected: 0.957 for 13 words, and 0.97, 0.99, 0.994, 1.
  EXPECT_GE(plant(13, 13, 0.05, 13).recall(), 0.94);
  EXPECT_GE(plant(13, 20, 0.05, 14).recall(), 0.96);
  EXPECT_GE(plant(21, 31, 0.05, 15).recall(), 0.98);
  EXPECT_GE(plant(32, 40, 0.05, 16).recall(), 0.985);
  EXPECT_GE(plant(41, 400, 0.05, 17).recall(), 0.998);
}

TEST(Reference, FindsMostPlantedItemsWithAWordInTenEdited) {
  EXPECT_GE(plant(13, 31, 0.1, 18).recall(), 0.9);
  EXPECT_GE(plant(32, 400, 0.1, 19).recall(), 0.97);
}

TEST(Reference, WordsInAnotherOrderOrFarApartDoNotCount) {
  Random random(20);
  const Vocabulary vocabulary;
  for (int round = 0; round < 300; ++round) {
    const Hashes item = hashes_of(support::make_words(13 + random.below(100), vocabulary, random));
    Hashes shuffled = item;
    for (size_t i = shuffled.size(); i > 1; --i) {
      std::swap(shuffled[i - 1], shuffled[random.below(i)]);
    }
    EXPECT_TRUE(find({item}, shuffled).empty());
    Hashes scattered;  // runs of five words, a window apart
    for (size_t i = 0; i < item.size(); i += 5) {
      scattered =
          scattered + part(item, i, std::min(i + 5, item.size())) + fresh(item.size(), random);
    }
    EXPECT_TRUE(find({item}, scattered).empty());
    Hashes pairs;  // every two words, and another in between
    for (size_t i = 0; i + 1 < item.size(); i += 2) {
      pairs = pairs + part(item, i, i + 2) + fresh(1, random);
    }
    EXPECT_TRUE(find({item}, pairs).empty());
  }
}

}  // namespace
}  // namespace reprise::detail
