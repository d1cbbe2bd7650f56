#include "reprise/sketch/shingle.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "reprise/base/hash.h"
#include "reprise/base/targets.h"
#include "support/generator.h"
#include "support/oracles.h"

namespace reprise::detail {
namespace {

using support::Random;
using support::StringSet;
using support::Vocabulary;
using support::Words;

ShingleSet shingles_of(std::string_view text, const ShingleOptions& options,
                       const Normalisation& rules = {}) {
  return make_shingles(text, tokenize(text, rules), rules, options);
}

StringSet strings_of(std::string_view text, const ShingleOptions& options) {
  Words words;
  std::string folded;
  for (const Token& token : tokenize(text)) {
    fold_word(token.span.in(text), {}, folded);
    words.push_back(folded);
  }
  return options.unit == ShingleUnit::words ? support::word_shingles(words, options.size)
                                            : support::character_shingles(words, options.size);
}

TEST(Shingle, SetsAreAsLargeAndShareAsMuchAsTheirStrings) {
  const Vocabulary vocabulary(60);  // few words, so that shingles repeat inside and between texts
  Random random(1);
  for (int round = 0; round < 300; ++round) {
    const auto a =
        support::write_text(support::make_words(random.below(120), vocabulary, random), random)
            .bytes;
    const auto b =
        support::write_text(support::make_words(random.below(120), vocabulary, random), random)
            .bytes;
    for (const ShingleUnit unit : {ShingleUnit::words, ShingleUnit::characters}) {
      for (const uint32_t n : {1u, 2u, 3u, 5u, 200u}) {
        const ShingleOptions options{unit, n};
        const ShingleSet x = shingles_of(a, options), y = shingles_of(b, options);
        const StringSet s = strings_of(a, options), t = strings_of(b, options);
        ASSERT_TRUE(std::is_sorted(x.begin(), x.end()));
        ASSERT_EQ(std::adjacent_find(x.begin(), x.end()), x.end());
        ASSERT_EQ(x.size(), s.size()) << a;
        std::vector<uint64_t> both;
        std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
        ASSERT_EQ(both.size(), support::shared(s, t)) << a << "\n" << b;
      }
    }
  }
}

TEST(Shingle, EveryTargetRollsWhatThePolynomialSays) {
  Random random(2);
  for (const uint32_t n : {1u, 2u, 3u, 4u, 5u, 7u, 8u, 9u, 20u, 64u}) {
    for (size_t size = 0; size <= 70; ++size) {
      std::vector<uint64_t> words(size), expected;
      for (uint64_t& word : words) {
        word = random.next();
      }
      const size_t length = std::min<size_t>(n, size);
      for (size_t i = 0; size > 0 && i + length <= size; ++i) {
        uint64_t sum = 0;
        for (size_t j = 0; j < length; ++j) {
          sum = sum * 0xd6e8feb86659fd93u + words[i + j];
        }
        expected.push_back(mix(sum));
      }
      for (const Target target : targets()) {
        use_target(target);
        std::vector<uint64_t> rolled{1, 2, 3};
        roll_shingles(words, n, rolled);
        ASSERT_EQ(rolled, expected) << name_of(target) << ", n " << n << ", " << size << " words";
      }
    }
  }
  use_target(targets().front());
}

TEST(Shingle, FewerWordsThanAShingleHoldsAreOneShingle) {
  const ShingleOptions five{ShingleUnit::words, 5};
  EXPECT_EQ(shingles_of("the ferry was late", five).size(), 1u);
  EXPECT_EQ(shingles_of("the ferry was late again", five).size(), 1u);
  EXPECT_EQ(shingles_of("the ferry was late again today", five).size(), 2u);
  EXPECT_NE(shingles_of("the ferry was late", five), shingles_of("the ferry was early", five));
  EXPECT_NE(shingles_of("late", five), shingles_of("late late", five));
  EXPECT_EQ(shingles_of("Late!", five), shingles_of("late", five));
  EXPECT_EQ(shingles_of("late", {ShingleUnit::words, UINT32_MAX}), shingles_of("late", five));
}

TEST(Shingle, WithoutWordsThereIsNone) {
  for (const ShingleUnit unit : {ShingleUnit::words, ShingleUnit::characters}) {
    for (const std::string_view text : {"", " \n", "... – !?", "\xff\xfe", "🎈"}) {
      EXPECT_TRUE(shingles_of(text, {unit, 5}).empty()) << text;
    }
  }
}

TEST(Shingle, OrderOfWordsCounts) {
  const ShingleOptions two{ShingleUnit::words, 2};
  EXPECT_NE(shingles_of("a b", two), shingles_of("b a", two));
  EXPECT_EQ(shingles_of("a b a b a b", two).size(), 2u);
  EXPECT_EQ(shingles_of("a a a a a a", two).size(), 1u);
}

TEST(Shingle, CharactersAreThoseOfFoldedWordsWithSingleBlanks) {
  const ShingleOptions four{ShingleUnit::characters, 4};
  EXPECT_EQ(shingles_of("The  Ferry!", four), shingles_of("the\nferry", four));
  EXPECT_NE(shingles_of("the ferry", four), shingles_of("theferry", four));
  EXPECT_EQ(shingles_of("né à", four).size(), 1u);  // four characters, not six bytes
  EXPECT_EQ(shingles_of("cafe\u0301", four), shingles_of("CAFÉ", four));
}

TEST(Shingle, FollowsTheRulesOfNormalisation) {
  const ShingleOptions two{ShingleUnit::words, 2};
  const Normalisation with_case{.fold_case = false}, digits{.fold_digits = true};
  EXPECT_EQ(shingles_of("The Ferry", two), shingles_of("the ferry", two));
  EXPECT_NE(shingles_of("The Ferry", two, with_case), shingles_of("the ferry", two, with_case));
  for (const ShingleUnit unit : {ShingleUnit::words, ShingleUnit::characters}) {
    EXPECT_EQ(shingles_of("paid 1,250", {unit, 2}, digits),
              shingles_of("paid 3,480", {unit, 2}, digits));
    EXPECT_NE(shingles_of("paid 1,250", {unit, 2}), shingles_of("paid 3,480", {unit, 2}));
  }
}

}  // namespace
}  // namespace reprise::detail
