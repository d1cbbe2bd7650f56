// What the sieve lets go has no passage: held against the search itself, over texts that share runs
// of many lengths amid words that are alike or not.
#include "reprise/archive/sieve.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "reprise/archive/signature.h"
#include "reprise/passages/find.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Random;

std::string words_of(Random& random, uint64_t count, uint64_t vocabulary) {
  std::string text;
  for (uint64_t i = 0; i < count; ++i) {
    text +=
        (random.below(4) == 0 ? "the" : "word" + std::to_string(random.below(vocabulary))) + " ";
  }
  return text;
}

// Two texts, of which the second holds one to three runs of the first.
std::vector<Document> two_documents(Random& random) {
  const uint64_t vocabulary = 20 + random.below(2000);
  std::vector<Document> documents(2);
  std::string shared;
  for (uint64_t runs = 1 + random.below(3); runs > 0; --runs) {
    const std::string run = words_of(random, 4 + random.below(9), vocabulary);
    for (Document& document : documents) {
      document.text += words_of(random, random.below(70), vocabulary) + run;
    }
  }
  for (Document& document : documents) {
    document.text += words_of(random, random.below(20), vocabulary);
  }
  return documents;
}

struct Sieved {
  bool has_passage = false;
  bool may_have_one = false;
};

Sieved sieve(std::span<const Document> documents, const PassageOptions& options) {
  const std::vector<TextUnit> units = units_alone(documents, {}, "auto");
  const std::vector<Keys> keys = make_keys(units, {}, options.seed_unit, CommonWordsBy::language);
  PassageSearch search{units, {}, DocumentId(1)};
  Sieved sieved;
  sieved.has_passage = !find_passages(search, keys, options).empty();
  Asked asked;
  asked.passages = options;
  asked.codes = {codes_of(keys[0])};
  std::vector<GramHit> hits;
  for (const KeptGram& gram : kept_grams(units[0], keys[0], {}, options)) {
    hits.push_back({static_cast<uint32_t>(asked.grams.size()), false});
    asked.grams.push_back({gram.hash, 0, gram.token});
  }
  const std::vector<WordCode> codes = codes_of(keys[1]);
  sieved.may_have_one = may_have_passage(asked, hits, {codes, {}});
  return sieved;
}

TEST(Sieve, WhatItLetsGoHasNoPassage) {
  Random random(1);
  int with_passage = 0;
  int let_go = 0;
  for (int round = 0; round < 6000; ++round) {
    PassageOptions options;
    options.seed = static_cast<uint32_t>(3 + random.below(7));
    options.seed_unit = random.below(2) == 0 ? SeedUnit::stems : SeedUnit::words;
    options.longest_gap = random.below(3) == 0 ? 0 : 10;
    const Sieved sieved = sieve(two_documents(random), options);
    ASSERT_TRUE(sieved.may_have_one || !sieved.has_passage) << round;
    with_passage += sieved.has_passage ? 1 : 0;
    let_go += sieved.may_have_one ? 0 : 1;
  }
  EXPECT_GT(with_passage, 300);
  EXPECT_GT(let_go, 300);
}

}  // namespace
}  // namespace reprise::detail
