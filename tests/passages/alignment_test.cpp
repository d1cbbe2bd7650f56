// Alignment of a gap against the plain table, and what holds of every passage that comes out of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "reprise/passages/align.h"
#include "support/texts.h"

namespace reprise::detail {
namespace {

using support::Random;
using support::Texts;

// Scores in quarters of a word, as align.h says: an equal word gains, a near miss less, the others
// cost.
int64_t gain(Likeness likeness, Key key) {
  if (likeness == Likeness::equal) {
    return is_common(key) ? 2 : 4;
  }
  return likeness == Likeness::near ? 2 : -3;
}
constexpr int64_t gap = -2;

struct Pair {
  explicit Pair(std::vector<std::string> both)
      : texts(std::move(both)),
        keys(texts.keys()),
        words({texts.units()[0], keys[0]}, {texts.units()[1], keys[1]}, {}) {}
  uint32_t size(size_t side) const { return static_cast<uint32_t>(keys[side].size()); }
  int64_t score(uint32_t a, uint32_t b) {
    return gain(words.compare(words.word(0, a), words.word(1, b)), keys[0][a]);
  }
  Texts texts;
  std::vector<Keys> keys;
  WordComparer words;
};

// The best score of aligning all of both ranges, by the plain table.
int64_t optimum(Pair& pair, TokenRange a, TokenRange b) {
  const uint32_t n = a.size(), m = b.size();
  std::vector<std::vector<int64_t>> t(n + 1, std::vector<int64_t>(m + 1));
  for (uint32_t i = 0; i <= n; ++i) {
    for (uint32_t j = 0; j <= m; ++j) {
      if (i + j == 0) {
        continue;
      }
      int64_t best = INT64_MIN;
      if (i > 0 && j > 0) {
        best = std::max(best, t[i - 1][j - 1] + pair.score(a.begin + i - 1, b.begin + j - 1));
      }
      if (i > 0) {
        best = std::max(best, t[i - 1][j] + gap);
      }
      if (j > 0) {
        best = std::max(best, t[i][j - 1] + gap);
      }
      t[i][j] = best;
    }
  }
  return t[n][m];
}

Step step_of(Likeness likeness) {
  switch (likeness) {
    case Likeness::equal: return Step::equal;
    case Likeness::near: return Step::near;
    default: return Step::replace;
  }
}

// The score of the steps, each checked against the words that it goes over.
int64_t score_of(const Alignment& alignment, Pair& pair) {
  uint32_t a = alignment.a.begin, b = alignment.b.begin;
  int64_t score = 0;
  for (const StepRun& run : alignment.steps) {
    for (uint32_t i = 0; i < run.length; ++i) {
      if (run.step == Step::insert) {
        score += gap;
        ++b;
      } else if (run.step == Step::remove) {
        score += gap;
        ++a;
      } else {
        const Likeness likeness = pair.words.compare(pair.words.word(0, a), pair.words.word(1, b));
        EXPECT_EQ(run.step, step_of(likeness));
        score += pair.score(a, b);
        ++a;
        ++b;
      }
    }
  }
  EXPECT_EQ(a, alignment.a.end);
  EXPECT_EQ(b, alignment.b.end);
  return score;
}

std::string few_words(size_t count, Random& random) {
  static const support::Words words = {"harbour", "harbours", "harhour", "ferry", "ferries",
                                       "the",     "of",       "crane",   "late"};
  std::string text;
  for (size_t i = 0; i < count; ++i) {
    text += random.pick(words) + " ";
  }
  return text;
}

TEST(Aligner, AGapIsAlignedAsThePlainTableDoes) {
  Random random(1);
  for (int round = 0; round < 400; ++round) {
    Pair pair({few_words(random.below(24), random), few_words(random.below(24), random)});
    Aligner aligner(pair.words, 10);
    const auto some_of = [&](uint32_t size) {
      const auto begin = static_cast<uint32_t>(random.below(size + 1));
      return TokenRange{begin, begin + static_cast<uint32_t>(random.below(size - begin + 1))};
    };
    // One aligner for gaps of many sizes, as in a chain.
    for (int times = 0; times < 5; ++times) {
      const TokenRange a = times == 0 ? TokenRange{0, pair.size(0)} : some_of(pair.size(0));
      const TokenRange b = times == 0 ? TokenRange{0, pair.size(1)} : some_of(pair.size(1));
      const Alignment all = aligner.join({{a.begin, a.begin}, {b.begin, b.begin}, {}},
                                         {{a.end, a.end}, {b.end, b.end}, {}});
      EXPECT_EQ(all.a, a);
      EXPECT_EQ(all.b, b);
      EXPECT_EQ(score_of(all, pair), optimum(pair, a, b)) << round;
    }
  }
}

TEST(Aligner, PiecesBeginAndEndWithWordsThatAreAlikeAndScoreWhatTheySay) {
  Random random(2);
  const support::Vocabulary vocabulary(400);
  size_t pieces = 0;
  for (int round = 0; round < 150; ++round) {
    const auto words = support::make_prose(150, vocabulary, random);
    const auto copy = support::edited_copy(words, 0.05 + 0.3 * random.unit(), vocabulary, random);
    Pair pair({support::written(words, random), support::written(copy.words, random)});
    Aligner aligner(pair.words, 1 + static_cast<uint32_t>(random.below(11)));
    for (const SharedRuns& shared : pair.texts.runs({.seed = 4})) {
      for (const Chain& chain : make_chains(shared.runs, 64)) {
        TokenRange before_a, before_b;
        for (const Alignment& piece : aligner.align(chain)) {
          ++pieces;
          const auto alike = [](const StepRun& run) {
            return run.step == Step::equal || run.step == Step::near;
          };
          ASSERT_FALSE(piece.steps.empty());
          EXPECT_TRUE(alike(piece.steps.front()) && alike(piece.steps.back()));
          EXPECT_EQ(score_of(piece, pair), piece.score);
          EXPECT_GE(piece.a.begin, before_a.end) << "pieces of one chain lie apart, in order";
          EXPECT_GE(piece.b.begin, before_b.end);
          before_a = piece.a;
          before_b = piece.b;
        }
      }
    }
  }
  EXPECT_GT(pieces, 150u);
}

TEST(Aligner, NoPieceRunsOverMoreDifferingWordsThanTheGap) {
  Random random(3);
  const support::Vocabulary vocabulary(20000);
  for (uint32_t longest = 0; longest <= 12; longest += 3) {
    for (uint32_t differ = 0; differ <= 14; ++differ) {
      const auto shared = support::make_words(60, vocabulary, random);
      auto a = shared, b = shared;
      for (uint32_t i = 0; i < differ; ++i) {
        a[30 + i] = "1x" + std::to_string(i);
        b[30 + i] = "2y" + std::to_string(i);
      }
      const Texts texts({support::written(a, random), support::written(b, random)});
      const auto found = texts.passages({.longest_gap = longest});
      EXPECT_EQ(found.size(), differ <= longest ? 1u : 2u) << differ << " words, gap " << longest;
    }
  }
}

// What passages say of themselves must agree with the words, whatever the noise.
TEST(Passages, SayOfThemselvesWhatTheirWordsSay) {
  Random random(4);
  const support::Vocabulary vocabulary(800);
  size_t found = 0, identical = 0;
  for (int round = 0; round < 120; ++round) {
    const auto words = support::make_prose(120, vocabulary, random);
    const auto copy =
        support::edited_copy(words, round % 4 == 0 ? 0 : 0.3 * random.unit(), vocabulary, random);
    auto before = support::make_prose(40, vocabulary, random), behind = before;
    before.insert(before.end(), copy.words.begin(), copy.words.end());
    before.insert(before.end(), behind.begin(), behind.end());
    const Texts texts({support::written(words, random), support::written(before, random)});
    const std::vector<Keys> keys = texts.keys();
    const std::vector<Passage> passages = texts.passages();
    for (const Passage& p : passages) {
      uint32_t matched = 0, near = 0, informative = 0;
      for (const auto& [a, b, equal] : support::counterparts(p)) {
        EXPECT_EQ(equal, texts.word(0, a) == texts.word(1, b));
        (equal ? matched : near) += 1;
        informative += equal && !is_common(keys[0][a]);
      }
      EXPECT_EQ((std::tuple{p.matched, p.near, p.informative}),
                (std::tuple{matched, near, informative}));
      const bool same = p.a.size() == p.b.size() && p.matched == p.a.size();
      EXPECT_EQ(p.identity == 1, same);
      EXPECT_EQ(p.edits.empty(), same);
      EXPECT_TRUE(is_enough(p, {}));
      ++found;
      identical += same;
    }
    for (const Passage& p : passages) {
      for (const Passage& q : passages) {
        if (&p == &q) {
          continue;
        }
        const auto half = [](TokenRange x, TokenRange y) {
          const uint32_t begin = std::max(x.begin, y.begin), end = std::min(x.end, y.end);
          return end > begin && 2 * (end - begin) > std::min(x.size(), y.size());
        };
        EXPECT_FALSE(half(p.a, q.a) && half(p.b, q.b))
            << "two passages of one pair are the same text";
      }
    }
  }
  EXPECT_GT(found, 100u);
  EXPECT_GT(identical, 10u);
}

}  // namespace
}  // namespace reprise::detail
