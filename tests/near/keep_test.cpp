#include "reprise/near/keep.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <numeric>
#include <set>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"
#include "support/generator.h"
#include "support/oracles.h"

namespace reprise::detail {
namespace {

using support::Random;

constexpr size_t most_heads =
    512;  // of a bucket: with so many of its kept members a document is compared

// Documents, which of them share buckets, and how alike they are.
struct Case {
  uint32_t count = 0;
  double threshold = 0.8;
  std::vector<std::vector<uint32_t>> buckets;  // ascending in each
  std::function<double(uint32_t, uint32_t)> similarity;

  Buckets flat() const {
    Buckets all;
    for (const auto& bucket : buckets) {
      all.documents.insert(all.documents.end(), bucket.begin(), bucket.end());
      all.begins.push_back(all.documents.size());
    }
    return all;
  }

  std::vector<std::set<uint32_t>> buckets_of_documents() const {
    std::vector<std::set<uint32_t>> of(count);
    for (uint32_t b = 0; b < buckets.size(); ++b) {
      for (const uint32_t d : buckets[b]) {
        of[d].insert(b);
      }
    }
    return of;
  }
};

// Similarities in steps of a tenth, so that ties are many; the same for (a, b) and (b, a).
std::function<double(uint32_t, uint32_t)> table_of(uint64_t seed, uint64_t steps = 11) {
  return [seed, steps](uint32_t a, uint32_t b) {
    const uint64_t pair = uint64_t{std::min(a, b)} << 32 | std::max(a, b);
    return static_cast<double>(mix(pair ^ mix(seed)) % steps) / static_cast<double>(steps - 1);
  };
}

Case random_case(Random& random, uint64_t most_documents, uint64_t most_buckets,
                 uint64_t most_members) {
  Case made;
  made.count = static_cast<uint32_t>(2 + random.below(most_documents - 1));
  made.threshold = 0.5 + 0.1 * static_cast<double>(random.below(5));
  made.similarity = table_of(random.next());
  for (uint64_t b = random.below(most_buckets + 1); b > 0; --b) {
    std::set<uint32_t> members;
    const uint64_t size = 2 + random.below(std::min<uint64_t>(most_members, made.count) - 1);
    while (members.size() < size) {
      members.insert(static_cast<uint32_t>(random.below(made.count)));
    }
    made.buckets.emplace_back(members.begin(), members.end());
  }
  return made;
}

// --- the twins

std::vector<Decision> alone(uint32_t count) {
  std::vector<Decision> decisions(count);
  for (uint32_t d = 0; d < count; ++d) {
    decisions[d] = {d, 1};
  }
  return decisions;
}

// The rule as it is written, over all pairs.
std::vector<Decision> keep_plainly(const Case& one) {
  std::vector<Decision> decisions = alone(one.count);
  std::vector<std::vector<uint32_t>> heads(one.buckets.size());
  const auto of = one.buckets_of_documents();
  for (uint32_t d = 0; d < one.count; ++d) {
    std::set<uint32_t> compared;
    for (const uint32_t b : of[d]) {
      compared.insert(heads[b].begin(), heads[b].begin() + static_cast<ptrdiff_t>(std::min(
                                                               heads[b].size(), most_heads)));
    }
    double best = 0;
    for (const uint32_t head : compared) {
      const double similarity = one.similarity(head, d);
      if (similarity < one.threshold || similarity <= best) {
        continue;
      }
      best = similarity;
      decisions[d] = {head, static_cast<float>(similarity)};
    }
    if (decisions[d].kept != d) {
      continue;
    }
    for (const uint32_t b : of[d]) {
      heads[b].push_back(d);
    }
  }
  return decisions;
}

std::vector<Decision> chain_plainly(const Case& one) {
  const auto of = one.buckets_of_documents();
  const auto alike = [&](uint32_t a, uint32_t b) {
    const bool met =
        std::any_of(of[a].begin(), of[a].end(), [&](uint32_t x) { return of[b].contains(x); });
    return met ? one.similarity(a, b) : 0;
  };
  std::vector<Decision> decisions = alone(one.count);
  const auto first = support::chained_representatives(one.count, alike, one.threshold);
  for (uint32_t d = 0; d < one.count; ++d) {
    if (first[d] != d) {
      decisions[d] = {first[d], static_cast<float>(one.similarity(first[d], d))};
    }
  }
  return decisions;
}

// --- the judge, which watches what it is asked

class WatchfulJudge final : public PairJudge {
 public:
  WatchfulJudge(const Case& one, size_t open_bytes)
      : one_(one), of_(one.buckets_of_documents()), most_(open_bytes) {}

  size_t cost(uint32_t document) const override { return 1 + document % 7; }

  void open(std::span<const uint32_t> documents, std::span<const uint8_t>) override {
    open_.assign(documents.begin(), documents.end());
    size_t bytes = 0, after_last = 0;  // what would be open without the last component
    for (size_t i = 0; i < open_.size(); ++i) {
      if (i > 0 && open_[i] < open_[i - 1]) {
        after_last = bytes;
      }
      bytes += cost(open_[i]);
      EXPECT_TRUE(ever_opened_.insert(open_[i]).second) << "opened twice: " << open_[i];
      EXPECT_FALSE(of_[open_[i]].empty()) << "opened in vain: " << open_[i];
    }
    if (after_last > 0) {
      EXPECT_LT(after_last, most_);
    }
    ++times_opened_;
  }

  double similarity(size_t kept, size_t document, uint32_t shared_buckets, double least) override {
    ++pairs_;
    if (kept >= open_.size() || document >= open_.size()) {
      return wrong();
    }
    const uint32_t a = open_[kept], b = open_[document];
    size_t shared = 0, shared_small = 0;
    for (const uint32_t bucket : of_[a]) {
      shared += of_[b].contains(bucket);
      shared_small += of_[b].contains(bucket) && one_.buckets[bucket].size() <= most_heads;
    }
    if (a >= b || shared_buckets < shared_small || shared_buckets > shared) {
      return wrong();
    }
    const double similarity = one_.similarity(a, b);
    return similarity < least ? 0 : similarity;  // as it may
  }

  size_t pairs() const { return pairs_; }
  size_t times_opened() const { return times_opened_; }
  size_t wrong_questions() const { return wrong_; }
  const std::set<uint32_t>& ever_opened() const { return ever_opened_; }

 private:
  double wrong() {
    ++wrong_;
    return 0;
  }

  const Case& one_;
  std::vector<std::set<uint32_t>> of_;
  size_t most_;
  std::vector<uint32_t> open_;
  std::set<uint32_t> ever_opened_;
  size_t times_opened_ = 0;
  std::atomic<size_t> pairs_ = 0, wrong_ = 0;
};

// Returns how many pairs were compared.
size_t expect_decisions(const Case& one, Joining joining, size_t open_bytes = size_t{64} << 20) {
  const std::vector<Decision> expected =
      joining == Joining::chain ? chain_plainly(one) : keep_plainly(one);
  WatchfulJudge judge(one, open_bytes);
  uint64_t last = 0;
  const auto on_progress = [&](const Progress& progress) {
    EXPECT_EQ(progress.phase, Progress::Phase::comparing);
    EXPECT_TRUE(progress.done >= last && progress.done <= progress.total) << progress.done;
    last = progress.done;
  };
  const Workers watched(0, {{}, on_progress});
  const auto decisions =
      keep_greedily(one.count, one.flat(), {one.threshold, joining, open_bytes}, judge);
  EXPECT_TRUE(decisions == expected);
  EXPECT_EQ(judge.wrong_questions(), 0u);
  std::set<uint32_t> participants;
  for (const auto& bucket : one.buckets) {
    participants.insert(bucket.begin(), bucket.end());
  }
  EXPECT_EQ(judge.ever_opened(), participants);
  return judge.pairs();
}

// --- tests

TEST(Keep, DecisionsAreThoseOfTheBruteForce) {
  Random random(1);
  for (int round = 0; round < 3000 && !HasFailure(); ++round) {
    expect_decisions(random_case(random, 20, 12, 6), Joining::to_kept);
  }
  for (int round = 0; round < 100 && !HasFailure(); ++round) {
    expect_decisions(random_case(random, 300, 200, 30), Joining::to_kept);
  }
}

TEST(Keep, ChainsAreThoseOfTheBruteForce) {
  Random random(2);
  for (int round = 0; round < 3000 && !HasFailure(); ++round) {
    expect_decisions(random_case(random, 20, 12, 6), Joining::chain);
  }
  for (int round = 0; round < 30 && !HasFailure(); ++round) {
    expect_decisions(random_case(random, 200, 150, 20), Joining::chain);
  }
}

TEST(Keep, NeitherMemoryNorThreadsChangeTheDecisions) {
  Random random(3);
  for (int round = 0; round < 20 && !HasFailure(); ++round) {
    const Case one = random_case(random, 3000, 900, 4);  // hundreds of components
    for (const Joining joining : {Joining::to_kept, Joining::chain}) {
      for (const unsigned threads : {1u, 2u, 16u}) {
        const Workers limit(threads);
        for (const size_t open_bytes : {size_t{0}, size_t{1}, size_t{100}, size_t{1} << 30}) {
          expect_decisions(one, joining, open_bytes);
        }
      }
    }
  }
}

TEST(Keep, OneComponentAtATimeWhereMemoryIsShort) {
  const Case one{9, 0.8, {{0, 3}, {1, 4}, {4, 7}, {2, 8}}, [](uint32_t, uint32_t) {
                   return 1;
                 }};
  WatchfulJudge narrow(one, 1), wide(one, 1000);
  keep_greedily(one.count, one.flat(), {one.threshold, Joining::to_kept, 1}, narrow);
  EXPECT_EQ(narrow.times_opened(), 3u);
  keep_greedily(one.count, one.flat(), {one.threshold, Joining::to_kept, 1000}, wide);
  EXPECT_EQ(wide.times_opened(), 1u);
}

TEST(Keep, TheMostSimilarOfTheKeptStandsThenTheEarliest) {
  // 0, 1 and 2 are unlike; 3 is as near to 1 as to 2; 4 is nearest to 3, which has left.
  Case one{5, 0.5, {{0, 1, 2, 3, 4}}, nullptr};
  one.similarity = [](uint32_t a, uint32_t b) {
    if (std::max(a, b) == 3) {
      return std::min(a, b) == 0 ? 0.6 : 0.7;
    }
    if (std::max(a, b) == 4) {
      return std::min(a, b) == 3 ? 1.0 : 0.5 + 0.1 * std::min(a, b);
    }
    return 0.4;
  };
  WatchfulJudge judge(one, 1);
  const auto decisions =
      keep_greedily(one.count, one.flat(), {one.threshold, Joining::to_kept}, judge);
  EXPECT_EQ(decisions, (std::vector<Decision>{{0, 1}, {1, 1}, {2, 1}, {1, 0.7F}, {2, 0.7F}}));
}

TEST(Keep, OnlyThoseWhoMetAreCompared) {
  // All are alike, but no bucket holds 0 and 2.
  const Case one{4, 0.8, {{0, 1}, {1, 2}}, [](uint32_t, uint32_t) {
                   return 1.0;
                 }};
  WatchfulJudge judge(one, 1), another(one, 1);
  const auto kept = keep_greedily(one.count, one.flat(), {one.threshold, Joining::to_kept}, judge);
  EXPECT_EQ(kept, (std::vector<Decision>{{0, 1}, {0, 1}, {2, 1}, {3, 1}}));
  const auto chained =
      keep_greedily(one.count, one.flat(), {one.threshold, Joining::chain}, another);
  EXPECT_EQ(chained, (std::vector<Decision>{{0, 1}, {0, 1}, {0, 1}, {3, 1}}));
}

// A document that chains join to the first says how like that one it is, also if that is not much.
TEST(Keep, SharedBucketsAreCountedForTheFirstOfAChainToo) {
  struct CountingJudge final : PairJudge {
    size_t cost(uint32_t) const override { return 1; }
    void open(std::span<const uint32_t>, std::span<const uint8_t>) override {}
    double similarity(size_t, size_t, uint32_t shared_buckets, double) override {
      return 0.25 * shared_buckets;
    }
  };
  // 1 shares four buckets with 0, three with 2; 0 and 2 share one.
  const Case one{3, 0.75, {{0, 1}, {0, 1}, {0, 1}, {1, 2}, {1, 2}, {0, 1, 2}}, nullptr};
  CountingJudge judge;
  const auto decisions =
      keep_greedily(one.count, one.flat(), {one.threshold, Joining::chain}, judge);
  EXPECT_EQ(decisions, (std::vector<Decision>{{0, 1}, {0, 1}, {0, 0.25F}}));
}

TEST(Keep, AThousandCopiesAreComparedWithTheFirstAlone) {
  Case one{100'000, 0.8, {std::vector<uint32_t>(100'000)}, [](uint32_t, uint32_t) {
             return 0.9;
           }};
  std::iota(one.buckets[0].begin(), one.buckets[0].end(), 0u);
  one.buckets.push_back(one.buckets[0]);
  EXPECT_EQ(expect_decisions(one, Joining::to_kept), one.count - 1);
}

TEST(Keep, InABucketOfThousandsTheFirstHeadsAloneAreAsked) {
  Case one{4000, 0.8, {std::vector<uint32_t>(4000)}, nullptr};
  std::iota(one.buckets[0].begin(), one.buckets[0].end(), 0u);
  one.buckets.push_back({700, 900, 3999});
  one.similarity = [](uint32_t a, uint32_t b) {
    if (std::max(a, b) == 3999) {
      return std::min(a, b) == 900 ? 0.9 : 0.1;  // met in the small bucket, too
    }
    if (std::max(a, b) == 3998) {
      return std::min(a, b) == 600 ? 0.9 : 0.1;  // the 601st head: never asked
    }
    if (std::max(a, b) == 3997) {
      return std::min(a, b) == 500 ? 0.9 : 0.1;
    }
    return 0.1;
  };
  for (const unsigned threads : {1u, 2u, 16u}) {
    const Workers limit(threads);
    EXPECT_LE(expect_decisions(one, Joining::to_kept), 4000 * most_heads);
  }
  WatchfulJudge judge(one, 1);
  const auto decisions =
      keep_greedily(one.count, one.flat(), {one.threshold, Joining::to_kept}, judge);
  EXPECT_EQ(decisions[3999].kept, 900u);
  EXPECT_EQ(decisions[3998].kept, 3998u);
  EXPECT_EQ(decisions[3997].kept, 500u);
}

TEST(Keep, BigBucketsOfRandomSimilaritiesAreThoseOfTheBruteForce) {
  Random random(4);
  for (int round = 0; round < 5 && !HasFailure(); ++round) {
    Case one = random_case(random, 2500, 4, 2500);
    one.similarity = table_of(random.next(), 2000);  // few are alike, so that heads are many
    one.threshold = 0.999;
    expect_decisions(one, Joining::to_kept);
  }
}

TEST(Keep, WithoutBucketsAllStay) {
  const Case none{0, 0.8, {}, nullptr}, five{5, 0.8, {}, nullptr};
  for (const Joining joining : {Joining::to_kept, Joining::chain}) {
    expect_decisions(none, joining);
    expect_decisions(five, joining);
  }
}

}  // namespace
}  // namespace reprise::detail
