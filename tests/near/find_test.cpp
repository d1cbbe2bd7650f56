#include "reprise/near/find.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/collection.h"
#include "support/generator.h"
#include "support/ids.h"
#include "support/oracles.h"

namespace reprise::detail {
namespace {

using support::Random;
using support::StringSet;
using support::Words;

// Documents of a few families, and what strings say of them.
struct Case {
  std::vector<Document> documents;
  std::vector<StringSet> shingles;

  void add(const Words& words) {
    std::string text;
    for (const std::string& word : words) {
      text += word + " ";
    }
    documents.emplace_back().text = text;
    shingles.push_back(support::word_shingles(words, NearOptions().shingles.size));
  }
  double jaccard(uint32_t a, uint32_t b) const {
    return support::jaccard(shingles[a], shingles[b]);
  }
};

// Originals, edited, shortened and exact copies, shuffled.
Case random_case(Random& random) {
  const support::Vocabulary vocabulary;
  std::vector<Words> all;
  for (int family = 0; family < 6; ++family) {
    const Words original = support::make_words(20 + random.below(60), vocabulary, random);
    all.push_back(original);
    for (uint64_t copy = random.below(5); copy > 0; --copy) {
      const double rate = 0.1 * random.unit();
      all.push_back(support::edited_copy(original, rate, vocabulary, random).words);
    }
    if (random.chance(0.5)) {
      all.push_back(original);
      all.push_back(all[all.size() - 2]);
      all.push_back(Words(original.begin(), original.begin() + 15));
    }
  }
  for (size_t i = all.size(); i > 1; --i) {
    std::swap(all[i - 1], all[random.below(i)]);
  }
  Case made;
  for (const Words& words : all) {
    made.add(words);
  }
  return made;
}

NearFound find(const Case& one, const NearOptions& options) {
  const Originals originals = find_originals(one.documents);
  const std::vector<TextUnit> texts = make_units(one.documents, originals.documents, options.words);
  return find_near(texts, originals, options);
}

// Returns for each document the one that stands for it: those of equal bytes are one, the first.
std::vector<uint32_t> representatives(const Case& one) {
  const Originals all = find_originals(one.documents);
  const auto similarity = [&](uint32_t a, uint32_t b) {
    return one.jaccard(all.documents[a], all.documents[b]);
  };
  const std::vector<uint32_t> of_originals = support::greedy_representatives(
      static_cast<uint32_t>(all.documents.size()), similarity, NearOptions().threshold);
  std::vector<uint32_t> of_all;
  for (const DocumentId original : all.of_document) {
    const auto place = std::find(all.documents.begin(), all.documents.end(), original);
    const auto number = static_cast<size_t>(place - all.documents.begin());
    of_all.push_back(all.documents[of_originals[number]]);
  }
  return of_all;
}

TEST(FindNear, ClustersAreThoseOfBruteForce) {
  Random random(1);
  for (int i = 0; i < 60; ++i) {
    const Case one = random_case(random);
    const NearFound found = find(one, {});
    const std::vector<uint32_t> expected = representatives(one);
    for (uint32_t d = 0; d < one.documents.size(); ++d) {
      const auto cluster = found.cluster_of[d];
      EXPECT_EQ(cluster ? found.clusters[*cluster].cluster.kept : d, expected[d]);
    }
    for (const MeasuredCluster& c : found.clusters) {
      for (size_t m = 0; m < c.similarity.size(); ++m) {
        EXPECT_DOUBLE_EQ(c.similarity[m], one.jaccard(c.cluster.kept, c.cluster.documents[m]));
      }
    }
  }
}

TEST(FindNear, PairsAreThoseOfBruteForceWithAKeptOne) {
  Random random(2);
  for (int i = 0; i < 60; ++i) {
    const Case one = random_case(random);
    const NearFound found = find(one, {});
    const auto kept = [&](uint32_t d) {
      return !found.cluster_of[d] || found.clusters[*found.cluster_of[d]].cluster.kept == d;
    };
    std::vector<DocumentPair> expected, pairs;
    for (uint32_t a = 0; a < one.documents.size(); ++a) {
      for (uint32_t b = a + 1; b < one.documents.size(); ++b) {
        const double most =
            std::max({one.jaccard(a, b), support::containment(one.shingles[a], one.shingles[b]),
                      support::containment(one.shingles[b], one.shingles[a])});
        if (most >= NearOptions().threshold && (kept(a) || kept(b))) {
          expected.push_back(support::pair_of(a, b));
        }
      }
    }
    for (const Similarity& s : found.pairs) {
      pairs.push_back(s.pair);
      EXPECT_DOUBLE_EQ(s.jaccard, one.jaccard(s.pair.a, s.pair.b));
      EXPECT_DOUBLE_EQ(s.a_in_b,
                       support::containment(one.shingles[s.pair.a], one.shingles[s.pair.b]));
    }
    EXPECT_TRUE(pairs == expected);
  }
}

TEST(FindNear, NothingIsFoundAmongNoDocuments) {
  const NearFound found = find({}, {});
  EXPECT_TRUE(found.clusters.empty() && found.pairs.empty() && found.similarities.empty());
  EXPECT_FALSE(found.closest);
}

TEST(FindNear, WithoutEveryPairClustersAreThereAllTheSame) {
  Random random(3);
  const Case one = random_case(random);
  NearOptions by_bands;
  by_bands.every_pair = false;
  by_bands.threshold = 0.8;
  NearOptions all = by_bands;
  all.every_pair = true;
  EXPECT_EQ(find(one, by_bands).cluster_of, find(one, all).cluster_of);
  EXPECT_TRUE(find(one, by_bands).similarities.empty());
}

TEST(Voices, AreSharedByACluster) {
  Case one;
  const Words words{"the", "crane", "fell", "into", "the", "water", "on", "monday"};
  one.add(words);
  one.add({"something", "else", "was", "said", "by", "nobody"});
  one.add(words);
  const NearFound found = find(one, {});
  EXPECT_EQ(voices_of(found, false), (std::vector<uint32_t>{0, 1, 0}));
  EXPECT_EQ(voices_of(found, true), (std::vector<uint32_t>{0, 1, 2}));
}

TEST(Originals, AreTheFirstOfTheirBytes) {
  Case one;
  for (const char* word : {"a", "b", "a", "c", "b", "a"}) {
    one.add({word});
  }
  const Originals originals = find_originals(one.documents);
  EXPECT_EQ(originals.of_document, support::ids<DocumentId>({0, 1, 0, 3, 1, 0}));
  EXPECT_EQ(originals.documents, support::ids<DocumentId>({0, 1, 3}));
  EXPECT_EQ(spread(std::vector{7, 8, 0, 9, 0, 0}, originals), (std::vector{7, 8, 7, 9, 8, 7}));
  EXPECT_EQ(each_for_itself(2).of_document, each_for_itself(2).documents);
}

// A thousand and ten texts with one footer, of which two are a text and its edited copy.
TEST(FindNear, AFooterUnderManyMakesNoPairs) {
  Random random(9);
  const support::Vocabulary vocabulary;
  const Words footer = support::make_words(9, vocabulary, random);
  Case one;
  for (uint32_t d = 0; d < 1010; ++d) {
    Words words;
    for (uint32_t w = 0; w < 30; ++w) {
      const bool is_copied = d == 500 && w > 0;
      words.push_back("w" + std::to_string(is_copied ? 3 : d) + "x" + std::to_string(w));
    }
    words.insert(words.end(), footer.begin(), footer.end());
    one.add(words);
  }
  const NearFound found = find(one, {});
  ASSERT_EQ(found.similarities.size(), 1u);
  EXPECT_EQ(found.similarities[0].pair, support::pair_of(3, 500));
  EXPECT_EQ(found.similarities[0].jaccard, one.jaccard(3, 500));
  EXPECT_EQ(found.clusters.size(), 1u);
  NearOptions everything;
  everything.floor = 0;
  EXPECT_EQ(find(one, everything).similarities.size(), 1010u * 1009 / 2);
}

}  // namespace
}  // namespace reprise::detail
