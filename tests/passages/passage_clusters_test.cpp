// Clusters of passages: planted groups, chains of overlaps, cores, and documents rather than spans.
#include "reprise/passages/clusters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "support/texts.h"

namespace reprise::detail {
namespace {

using support::Random;
using support::Texts;
using support::Words;

struct Clustered {
  explicit Clustered(std::vector<std::string> all, const PassageOptions& options = {})
      : texts(std::move(all)),
        passages(texts.passages(options)),
        clusters(cluster_passages(texts.units(), passages)) {}
  std::set<uint32_t> documents(const PassageCluster& cluster) const {
    std::set<uint32_t> all;
    for (const PassageSpan& span : cluster.spans) {
      all.insert(texts.units()[span.unit].document);
    }
    return all;
  }
  std::set<std::set<uint32_t>> groups() const {
    std::set<std::set<uint32_t>> all;
    for (const PassageCluster& cluster : clusters) {
      all.insert(documents(cluster));
    }
    return all;
  }
  Texts texts;
  std::vector<Passage> passages;
  std::vector<PassageCluster> clusters;
};

struct Maker {
  Random random{1};
  support::Vocabulary vocabulary{20000};
  Words words(size_t count) { return support::make_words(count, vocabulary, random); }
  Words copy(const Words& original, double rate) {
    return support::edited_copy(original, rate, vocabulary, random).words;
  }
  // Returns a text of the stretches, with other words before, between and behind them.
  std::string text(const std::vector<Words>& stretches) {
    Words all = words(60);
    for (const Words& stretch : stretches) {
      all.insert(all.end(), stretch.begin(), stretch.end());
      const Words more = words(60);
      all.insert(all.end(), more.begin(), more.end());
    }
    return support::written(all, random);
  }
};

std::vector<uint64_t> hashes(const Texts& texts, const PassageSpan& span) {
  std::vector<uint64_t> all;
  for (uint32_t t = span.range.begin; t < span.range.end; ++t) {
    all.push_back(texts.word(span.unit, t));
  }
  return all;
}

// What holds of every cluster.
void check(const Clustered& c) {
  std::map<uint32_t, size_t> passages;
  for (const Passage& p : c.passages) {
    if (!p.cluster) {
      continue;
    }
    ASSERT_LT(*p.cluster, c.clusters.size());
    ++passages[*p.cluster];
    const auto documents = c.documents(c.clusters[*p.cluster]);
    EXPECT_TRUE(documents.contains(p.unit_a) && documents.contains(p.unit_b));
  }
  EXPECT_EQ(passages.size(), c.clusters.size()) << "each cluster has passages";
  for (const PassageCluster& cluster : c.clusters) {
    EXPECT_GE(c.documents(cluster).size(), 3u);
    EXPECT_TRUE(std::is_sorted(cluster.spans.begin(), cluster.spans.end()));
    EXPECT_EQ(std::adjacent_find(cluster.spans.begin(), cluster.spans.end()), cluster.spans.end());
    EXPECT_GT(cluster.agreement, 0);
    EXPECT_LE(cluster.agreement, 1);
    const auto core = hashes(c.texts, cluster.core);
    for (const PassageSpan& span : cluster.spans) {
      ASSERT_GT(span.range.size(), 0u);
      const auto own = hashes(c.texts, span);
      EXPECT_NE(std::search(own.begin(), own.end(), core.begin(), core.end()), own.end())
          << "the core is in all";
    }
  }
  EXPECT_TRUE(std::is_sorted(c.clusters.begin(), c.clusters.end(),
                             [](const auto& x, const auto& y) { return x.spans < y.spans; }));
}

TEST(PassageClusters, PlantedGroupsAreFound) {
  Maker make;
  for (int round = 0; round < 10; ++round) {
    const Words x = make.words(40), y = make.words(30);
    std::vector<std::string> all;
    for (int i = 0; i < 4; ++i) {
      all.push_back(make.text({make.copy(x, 0.05)}));
    }
    for (int i = 0; i < 3; ++i) {
      all.push_back(make.text({make.copy(y, 0.05)}));
    }
    all.push_back(make.text({}));
    const Clustered c(all);
    check(c);
    EXPECT_EQ(c.groups(), (std::set<std::set<uint32_t>>{{0, 1, 2, 3}, {4, 5, 6}})) << round;
    for (const Passage& p : c.passages) {
      EXPECT_TRUE(p.cluster) << "those between two members are adopted";
    }
  }
}

TEST(PassageClusters, TheCoreIsTheLongestRunThatAllHave) {
  Maker make;
  const Words x = make.words(30);
  Words first = x, second = x;
  first[5] = "onechanged";
  second[20] = "anotherchanged";
  const Clustered c({make.text({x}), make.text({first}), make.text({second}), make.text({x})});
  check(c);
  ASSERT_EQ(c.clusters.size(), 1u);
  EXPECT_EQ(c.documents(c.clusters[0]).size(), 4u);
  EXPECT_EQ(c.clusters[0].core.range.size(), 14u) << "words 6 to 19";
}

TEST(PassageClusters, ChainsOfOverlapsDontRunTogether) {
  Maker make;
  for (int round = 0; round < 10; ++round) {
    const Words x = make.words(30), y = make.words(30);
    Words both = x;
    both.insert(both.end(), y.begin(), y.end());
    const auto a = make.text({x}), b = make.text({both}), c = make.text({y});
    EXPECT_TRUE(Clustered({a, b, c}).clusters.empty()) << "A and C have nothing in common";

    const Clustered more({make.text({x}), a, b, c, make.text({y})});
    check(more);
    EXPECT_EQ(more.groups(), (std::set<std::set<uint32_t>>{{0, 1, 2}, {2, 3, 4}}));
  }
}

TEST(PassageClusters, ShiftingWindowsAreNotOneCluster) {
  Maker make;
  const Words whole = make.words(200);
  std::vector<std::string> all;
  for (int i = 0; i < 12; ++i) {
    all.push_back(make.text({Words(whole.begin() + 14 * i, whole.begin() + 14 * i + 30)}));
  }
  const Clustered c(all);
  check(c);
  for (const PassageCluster& cluster : c.clusters) {
    const auto documents = c.documents(cluster);
    EXPECT_LE(*documents.rbegin() - *documents.begin(), 2u) << "further apart they share no word";
  }
}

TEST(PassageClusters, DocumentsCountAndNotSpans) {
  Maker make;
  const Words x = make.words(40);
  EXPECT_TRUE(Clustered({make.text({x, x, x}), make.text({x, x})}).clusters.empty());
  const Clustered c({make.text({x, x, x}), make.text({x}), make.text({x, x})});
  check(c);
  ASSERT_GE(c.clusters.size(), 1u);
}

// Two passages run over the leader's words by an edit: they hold none of them.
TEST(PassageClusters, WhoHasNoneOfTheWordsIsNoMember) {
  std::string text;
  for (int i = 0; i < 200; ++i) {
    text += "word" + std::to_string(i) + " ";
  }
  const Texts texts({text, text, text, text});
  const auto passage = [](uint32_t unit, TokenRange a, bool edited) {
    Passage p;
    p.unit_b = UnitId(unit);
    p.a = a;
    p.b = {0, a.size()};
    p.identity = 1;
    if (edited) {
      p.edits.push_back({EditKind::replace, {100, 110}, {100 - a.begin, 110 - a.begin}, false});
    }
    return p;
  };
  std::vector<Passage> passages{passage(1, {100, 110}, false), passage(2, {50, 115}, true),
                                passage(3, {95, 160}, true)};
  const auto clusters = cluster_passages(texts.units(), passages);
  EXPECT_TRUE(clusters.empty());
  for (const Passage& p : passages) {
    EXPECT_FALSE(p.cluster);
  }
}

TEST(PassageClusters, RandomCollectionsKeepTheRules) {
  Maker make;
  size_t clusters = 0;
  for (int round = 0; round < 30; ++round) {
    std::vector<Words> stretches;
    for (int i = 0; i < 6; ++i) {
      stretches.push_back(make.words(15 + make.random.below(40)));
    }
    std::vector<std::string> all;
    for (int d = 0; d < 14; ++d) {
      std::vector<Words> own;
      for (const Words& stretch : stretches) {
        if (!make.random.chance(0.4)) {
          continue;
        }
        const auto begin = static_cast<ptrdiff_t>(make.random.below(6));
        own.push_back(make.copy(Words(stretch.begin() + begin, stretch.end()),
                                make.random.chance(0.5) ? 0.1 : 0));
      }
      all.push_back(make.text(own));
    }
    const Clustered c(all);
    check(c);
    clusters += c.clusters.size();
  }
  EXPECT_GT(clusters, 60u);
}

}  // namespace
}  // namespace reprise::detail
