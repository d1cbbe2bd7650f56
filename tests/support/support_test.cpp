// The generator's truth has to be true, and the oracles right where a person can see it.
#include <gtest/gtest.h>

#include <cmath>

#include "support/generator.h"
#include "support/oracles.h"

namespace reprise::detail {
namespace {

using namespace support;

TEST(Generator, SameSeedGivesTheSameDocuments) {
  const Vocabulary vocabulary;
  Random one(5), two(5), other(6);
  const Words words = make_words(200, vocabulary, one);
  EXPECT_EQ(words, make_words(200, vocabulary, two));
  EXPECT_NE(words, make_words(200, vocabulary, other));
  EXPECT_EQ(write_text(words, one).bytes, write_text(words, two).bytes);
}

// These very values: numbers in other tests and in recorded benchmarks hang on them.
TEST(Generator, StreamOfNumbersIsFixed) {
  Random random(1);
  EXPECT_EQ(random.next(), 0x41f9d639c82caba3u);
  EXPECT_EQ(random.next(), 0x7758d6d199d6c242u);
  const Vocabulary vocabulary;
  EXPECT_EQ(vocabulary.words().front(), "fédisüt");
  EXPECT_EQ(vocabulary.words().back(), "sanetü");
}

TEST(Generator, FewWordsAreFrequentAndMostAreRare) {
  const Vocabulary vocabulary(2000);
  Random random(11);
  size_t of_first_ten = 0, of_second_half = 0;
  const std::set<std::string> first(vocabulary.words().begin(), vocabulary.words().begin() + 10);
  const std::set<std::string> last(vocabulary.words().begin() + 1000, vocabulary.words().end());
  for (int i = 0; i < 20000; ++i) {
    const std::string& word = vocabulary.draw(random);
    of_first_ten += first.count(word);
    of_second_half += last.count(word);
  }
  EXPECT_GT(of_first_ten, 3500u);
  EXPECT_LT(of_second_half, 3500u);
  EXPECT_GT(of_second_half, 500u);
}

TEST(Generator, EditsExplainTheCopy) {
  const Vocabulary vocabulary;
  Random random(3);
  for (const double rate : {0.0, 0.01, 0.1, 1.0}) {
    const Words original = make_words(2000, vocabulary, random);
    const EditedCopy copy = edited_copy(original, rate, vocabulary, random);
    EXPECT_NEAR(static_cast<double>(copy.edits.size()), 2000 * rate,
                5 * std::sqrt(2000 * rate * (1 - rate)) + 0.5);
    size_t place = 0, at = 0;
    for (const Edit& edit : copy.edits) {
      for (; place < edit.place; ++place) {
        ASSERT_EQ(original[place], copy.words[at++]);
      }
      if (edit.kind == Edit::Kind::insert) {
        ASSERT_EQ(original[place], copy.words[at++]);
      }
      if (edit.kind != Edit::Kind::drop) {
        ASSERT_NE(original[place], copy.words[at++]);
      }
      ++place;
    }
    for (; place < original.size(); ++place) {
      ASSERT_EQ(original[place], copy.words[at++]);
    }
    EXPECT_EQ(at, copy.words.size());
  }
}

TEST(Generator, PlantedSpansHoldThePassage) {
  const Vocabulary vocabulary;
  Random random(9);
  const Words source = make_words(150, vocabulary, random),
              target = make_words(120, vocabulary, random);
  for (const auto& [from, count, at] : {std::tuple{0, 150, 0}, {10, 40, 60}, {149, 1, 120}}) {
    const Planted planted =
        plant_passage(source, static_cast<size_t>(from), static_cast<size_t>(count), target,
                      static_cast<size_t>(at), random);
    const auto letters = [](std::string_view text) {  // sentences fall differently in the two
      std::string out;
      for (const char c : text) {
        if (c != ' ' && c != '.' && c != '\n') {
          out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
      }
      return out;
    };
    const std::string passage = letters(planted.in_source.in(planted.source.bytes));
    EXPECT_FALSE(passage.empty());
    EXPECT_EQ(passage, letters(planted.in_target.in(planted.target.bytes)));
  }
}

TEST(Generator, GroupsAreCloseInsideAndFarOutside) {
  const Vocabulary vocabulary;
  Random random(21);
  const Groups groups = make_groups(5, 3, 300, 0.01, vocabulary, random);
  ASSERT_EQ(groups.documents.size(), 15u);
  for (size_t a = 0; a < 15; ++a) {
    for (size_t b = a + 1; b < 15; ++b) {
      const double j =
          jaccard(word_shingles(groups.documents[a], 5), word_shingles(groups.documents[b], 5));
      if (groups.group[a] == groups.group[b]) {
        EXPECT_GT(j, 0.6);
      } else {
        EXPECT_LT(j, 0.01);
      }
    }
  }
}

TEST(Oracles, AgreeWithWhatAPersonCounts) {
  const Words a{"the", "ferry", "was", "late"}, b{"the", "ferry", "was", "early"};
  EXPECT_EQ(word_shingles(a, 3), (StringSet{"the|ferry|was|", "ferry|was|late|"}));
  EXPECT_EQ(word_shingles(a, 9), (StringSet{"the|ferry|was|late|"}));
  EXPECT_EQ(word_shingles({}, 2), StringSet{});
  EXPECT_EQ(character_shingles(Words{"né", "a"}, 3), (StringSet{"né ", "é a"}));
  EXPECT_DOUBLE_EQ(jaccard(word_shingles(a, 2), word_shingles(b, 2)), 0.5);
  EXPECT_DOUBLE_EQ(containment(word_shingles(a, 1), word_shingles(b, 1)), 0.75);
  EXPECT_EQ(longest_common_subsequence(a, b), 3u);
  EXPECT_EQ(longest_common_subsequence(Words{"x", "a", "b", "c"}, Words{"a", "x", "c"}), 2u);
}

}  // namespace
}  // namespace reprise::detail
