// Keys and similarities for engines: grouping by the one and asking the other gives what dedup
// finds.
#include "reprise/keys.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "reprise/near/similarity.h"
#include "reprise/sketch/shingle.h"
#include "reprise/words/tokenize.h"
#include "support/dedup_runs.h"
#include "support/files.h"
#include "support/records.h"

namespace reprise::detail {
namespace {

using support::lines_of;
using support::make_records;
using support::Random;
using support::Record;
using support::TempFolder;
using support::with_threshold;
using Texts = std::vector<std::optional<std::string_view>>;

Texts texts_of(const std::vector<Record>& records) {
  Texts texts;
  for (const Record& record : records) {
    texts.emplace_back(record.text);
  }
  return texts;
}

// Returns the pairs of texts that share a key.
std::set<std::pair<size_t, size_t>> candidates(const BandKeys& keys) {
  const size_t bands = keys.banding.bands;
  std::map<uint64_t, std::vector<size_t>> buckets;
  for (size_t text = 0; text < keys.has_keys.size(); ++text) {
    for (size_t band = 0; band < bands && keys.has_keys[text]; ++band) {
      buckets[keys.keys[text * bands + band]].push_back(text);
    }
  }
  std::set<std::pair<size_t, size_t>> pairs;
  for (const auto& [key, members] : buckets) {
    for (size_t i = 0; i < members.size(); ++i) {
      for (size_t j = i + 1; j < members.size(); ++j) {
        pairs.emplace(members[i], members[j]);
      }
    }
  }
  return pairs;
}

TEST(Keys, EveryRemovalOfDedupIsAPairThatSharesAKeyAndIsVerified) {
  Random random(21);
  const DedupOptions options = with_threshold(0.7);
  const auto records = make_records(40, 6, 200, random);
  const Texts texts = texts_of(records);
  const BandKeys keys = band_keys(texts, options);
  const auto pairs = candidates(keys);
  const TempFolder folder;
  const auto outcome = support::run({folder.write("a.jsonl", lines_of(records))}, options);
  size_t removed = 0;
  for (uint32_t record = 0; record < records.size(); ++record) {
    const Decision& decision = outcome.result.decisions[record];
    if (decision.kept == record || !keys.has_keys[record]) {
      continue;
    }
    ++removed;
    const auto [first, second] = std::minmax({size_t{decision.kept}, size_t{record}});
    EXPECT_TRUE(pairs.contains({first, second}));
    const Texts kept{texts[decision.kept]}, gone{texts[record]};
    EXPECT_EQ(static_cast<float>(verify_pairs(kept, gone, options)[0]->jaccard),
              decision.similarity);
  }
  EXPECT_GT(removed, 40u);
}

TEST(Keys, VerifyIsThatOfTheSetsOfShingles) {
  Random random(22);
  const auto records = make_records(10, 4, 100, random);
  const Texts texts = texts_of(records);
  const Texts shifted(texts.rbegin(), texts.rend());
  const auto found = verify_pairs(texts, shifted, {});
  for (size_t i = 0; i < texts.size(); ++i) {
    if (*texts[i] == *shifted[i]) {
      EXPECT_EQ(found[i]->jaccard, 1);
      continue;
    }
    const ShingleSet a = make_shingles(*texts[i], tokenize(*texts[i], {}), {}, {});
    const ShingleSet b = make_shingles(*shifted[i], tokenize(*shifted[i], {}), {}, {});
    const Similarity expected = similarity_of({}, a.size(), b.size(), count_shared(a, b));
    EXPECT_EQ(found[i]->jaccard, expected.jaccard);
    EXPECT_EQ(found[i]->a_in_b, expected.a_in_b);
    EXPECT_EQ(found[i]->b_in_a, expected.b_in_a);
  }
}

TEST(Keys, OfEveryNumberOfThreadsAreTheSame) {
  Random random(23);
  const auto records = make_records(200, 6, 100, random);
  const Texts texts = texts_of(records);
  DedupOptions options;
  options.threads = 1;
  const BandKeys one = band_keys(texts, options);
  options.threads = 4;
  EXPECT_EQ(band_keys(texts, options).keys, one.keys);
}

TEST(Keys, NothingAndTextsWithoutWordsHaveNone) {
  const Texts texts{std::nullopt, "", "?!", "one word and more"};
  const BandKeys keys = band_keys(texts, {});
  EXPECT_EQ(keys.has_keys, (std::vector<uint8_t>{0, 0, 0, 1}));
  EXPECT_EQ(keys.keys.size(), 4 * keys.banding.bands);
  EXPECT_EQ(keys.keys[0], 0u);
  EXPECT_EQ(keys.keys.back() >> 32, keys.banding.bands - 1);
  const auto found = verify_pairs(texts, texts, {});
  EXPECT_FALSE(found[0]);
  EXPECT_EQ(found[2]->jaccard, 1);
}

TEST(Keys, ColumnsOfTwoLengthsAreRefused) {
  EXPECT_THROW(verify_pairs(Texts(1), Texts(2), {}), Error);
}

}  // namespace
}  // namespace reprise::detail
