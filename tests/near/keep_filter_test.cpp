// Decisions with a filter are those without, which keep_test.cpp holds against the brute force.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <set>

#include "reprise/base/parallel.h"
#include "reprise/near/keep.h"
#include "reprise/near/similarity.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Random;

// Compares sets, and lends them if it is told to.
class SetJudge final : public PairJudge {
 public:
  SetJudge(const std::vector<ShingleSet>& all, bool lends) : all_(all), lends_(lends) {}

  size_t cost(uint32_t) const override { return 1; }

  bool is_hopeful(uint32_t a, uint32_t b) const override {
    const bool is_too_small = 2 * all_[a].size() < all_[b].size();
    const bool is_too_large = all_[a].size() > 2 * all_[b].size();
    return !lends_ || !(is_too_small || is_too_large);  // thresholds are 0.5 and more
  }

  void open(std::span<const uint32_t> documents, std::span<const uint8_t> asked) override {
    open_.clear();
    for (size_t i = 0; i < documents.size(); ++i) {
      open_.push_back(asked[i] != 0 ? all_[documents[i]] : ShingleSet());
      hopeless_ += asked[i] == 0;
    }
  }

  double similarity(size_t kept, size_t document, uint32_t, double least) override {
    ++pairs_;
    const ShingleSet &a = open_[kept], &b = open_[document];
    const double jaccard = similarity_of({}, a.size(), b.size(), count_shared(a, b)).jaccard;
    return jaccard < least ? 0 : jaccard;
  }

  std::span<const ShingleSet> sets() const override {
    return lends_ ? open_ : std::span<const ShingleSet>();
  }

  size_t pairs() const { return pairs_; }
  size_t hopeless() const { return hopeless_; }

 private:
  const std::vector<ShingleSet>& all_;
  bool lends_;
  std::vector<ShingleSet> open_;
  size_t hopeless_ = 0;
  std::atomic<size_t> pairs_ = 0;
};

// Records of a few templates, with up to `most_own` elements of their own each.
std::vector<ShingleSet> draw_records(Random& random, size_t count, uint64_t least_own,
                                     uint64_t most_own) {
  std::vector<ShingleSet> templates(3, ShingleSet(100));
  for (ShingleSet& one : templates) {
    for (uint64_t& element : one) {
      element = random.next();
    }
  }
  std::vector<ShingleSet> records(count);
  for (ShingleSet& record : records) {
    record = templates[random.below(10) / 8];  // the third is nobody's
    record.resize(record.size() - random.below(4));
    const uint64_t own = least_own + random.below(most_own - least_own + 1);
    for (uint64_t i = 0; i < own; ++i) {
      record.push_back(random.below(3) == 0 ? templates[2][random.below(100)] : random.next());
    }
    std::sort(record.begin(), record.end());
    record.erase(std::unique(record.begin(), record.end()), record.end());
  }
  return records;
}

// A few buckets that hold most records, and many with some.
Buckets draw_buckets(Random& random, uint32_t count) {
  Buckets buckets;
  for (int b = 0; b < 60; ++b) {
    const uint64_t of_hundred = b < 4 ? 90 : 3;
    for (uint32_t d = 0; d < count; ++d) {
      if (random.below(100) < of_hundred) {
        buckets.documents.push_back(d);
      }
    }
    buckets.begins.push_back(buckets.documents.size());
  }
  return buckets;
}

struct Pairs {
  size_t plain = 0;
  size_t filtered = 0;
};

// Returns how many pairs were compared.
Pairs expect_same_decisions(const std::vector<ShingleSet>& records, const Buckets& buckets,
                            const KeepOptions& options) {
  const auto count = static_cast<uint32_t>(records.size());
  SetJudge plain(records, false), lending(records, true);
  const auto expected = keep_greedily(count, buckets, options, plain);
  const auto decisions = keep_greedily(count, buckets, options, lending);
  EXPECT_TRUE(decisions == expected);
  return {plain.pairs(), lending.pairs()};
}

TEST(KeepFilter, DecisionsAreThoseWithoutIt) {
  Random random(1);
  for (int round = 0; round < 40 && !testing::Test::HasFailure(); ++round) {
    const uint64_t least_own = random.below(20);
    const auto records = draw_records(random, 400, least_own, least_own + random.below(20));
    const Buckets buckets = draw_buckets(random, 400);
    const double threshold = 0.5 + 0.05 * static_cast<double>(random.below(10));
    expect_same_decisions(records, buckets, {threshold, Joining::to_kept});
    expect_same_decisions(records, buckets, {threshold, Joining::chain});
  }
}

// Sets of 1 to 1,000 elements in buckets of few: hardly one may be like another.
TEST(KeepFilter, WhoHasNoHopeIsNotOpened) {
  Random random(4);
  std::vector<ShingleSet> records(600);
  for (ShingleSet& record : records) {
    const auto size = size_t{1} << random.below(11);
    for (uint64_t element = 1; element <= size; ++element) {
      record.push_back(element);
    }
  }
  Buckets buckets;
  for (int b = 0; b < 200; ++b) {
    for (uint32_t d = static_cast<uint32_t>(random.below(300)); d < 600; d += 299) {
      buckets.documents.push_back(d);
    }
    buckets.begins.push_back(buckets.documents.size());
  }
  SetJudge plain(records, false), lending(records, true);
  for (const Joining joining : {Joining::to_kept, Joining::chain}) {
    const KeepOptions options{0.9, joining};
    EXPECT_TRUE(keep_greedily(600, buckets, options, lending) ==
                keep_greedily(600, buckets, options, plain));
  }
  EXPECT_GT(lending.hopeless(), 100u);
  EXPECT_EQ(plain.hopeless(), 0u);
}

// Every bucket has more heads than a document is compared with.
TEST(KeepFilter, OfABucketOfThousandsTheFirstHeadsAloneAreAsked) {
  Random random(2);
  const auto records = draw_records(random, 3000, 8, 20);
  Buckets buckets;
  for (uint32_t d = 0; d < records.size(); ++d) {
    buckets.documents.push_back(d);
  }
  buckets.begins.push_back(buckets.documents.size());
  expect_same_decisions(records, buckets, {0.84, Joining::to_kept});
}

TEST(KeepFilter, JustBelowTheThresholdHardlyAPairIsCompared) {
  Random random(3);
  const auto records = draw_records(random, 2000, 14, 16);
  const Buckets buckets = draw_buckets(random, 2000);
  const Pairs pairs = expect_same_decisions(records, buckets, {0.8, Joining::to_kept});
  EXPECT_GT(pairs.plain, 900'000u);
  EXPECT_LT(pairs.filtered, 100'000u);
}

}  // namespace
}  // namespace reprise::detail
