// The ranking, against a twin that asks each two documents: is there a passage, how many words do
// they cover, what do the sets share.
#include "reprise/result/ranking.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "reprise/compare.h"
#include "reprise/report.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Random;

constexpr Parts all_parts{true, true, true};
constexpr Parts passages_alone{false, true, false};

Document document(const std::string& id, const std::string& text) {
  Document made;
  made.id = id;
  made.where = id;
  made.text = text;
  return made;
}

Corpus corpus_of(const std::vector<std::string>& texts) {
  Corpus corpus;
  for (const std::string& text : texts) {
    corpus.documents.push_back(document(std::to_string(corpus.documents.size()), text));
  }
  return corpus;
}

// Documents of which some have stretches of others, of all lengths; one in nine is a copy.
Corpus some_corpus(uint32_t seed, size_t count) {
  Random random(seed);
  const support::Vocabulary vocabulary;
  std::vector<support::Words> all;
  std::vector<std::string> texts;
  for (size_t d = 0; d < count; ++d) {
    support::Words words = support::make_words(40 + d % 5 * 20, vocabulary, random);
    if (d > 2 && d % 4 != 0) {
      const support::Words& from = all[d * 7 % (d - 1)];
      const size_t taken = std::min(from.size(), 5 + d % 6 * 6);
      words.insert(words.begin() + 10, from.begin(), from.begin() + static_cast<long>(taken));
    }
    all.push_back(words);
    texts.push_back(d % 9 == 8 ? texts[d - 5] : support::write_text(words, random).bytes);
  }
  return corpus_of(texts);
}

Result compared(Corpus corpus, const Parts& parts, RankBy rank = RankBy::reused,
                Corpus references = {}) {
  CompareOptions options;
  options.parts = parts;
  options.rank = rank;
  return compare(std::move(corpus), options, {std::move(references), {}});
}

std::set<std::string> different_words(const Result& result, DocumentId d) {
  std::set<std::string> words;
  for (const TextUnit& unit : result.units) {
    if (unit.document == result.original[d] && unit.field == Field::text) {
      for (const Token& token : unit.tokens) {
        words.insert(std::to_string(token.hash));
      }
    }
  }
  return words;
}

size_t shared_words(const Result& result, DocumentId a, DocumentId b) {
  const auto of_a = different_words(result, a);
  const auto of_b = different_words(result, b);
  return static_cast<size_t>(std::count_if(of_a.begin(), of_a.end(),
                                           [&](const auto& word) { return of_b.contains(word); }));
}

// Marks each word of `of` that lies in a passage shared with the other, and counts them.
uint32_t covered(const Result& result, DocumentId of, DocumentId other) {
  std::set<uint32_t> words;
  for (const Passage& p : result.passages) {
    const TextUnit& a = result.units[p.unit_a];
    const TextUnit& b = result.units[p.unit_b];
    const auto mark = [&](const TextUnit& unit, const TextUnit& with, TokenRange range) {
      if (unit.document == of && with.document == other && unit.field == Field::text) {
        for (uint32_t t = range.begin; t < range.end; ++t) {
          words.insert(t);
        }
      }
    };
    mark(a, b, p.a);
    mark(b, a, p.b);
  }
  return static_cast<uint32_t>(words.size());
}

uint32_t passages_between(const Result& result, DocumentId a, DocumentId b) {
  return static_cast<uint32_t>(
      std::count_if(result.passages.begin(), result.passages.end(), [&](const Passage& p) {
        const auto x = result.units[p.unit_a].document;
        const auto y = result.units[p.unit_b].document;
        return std::minmax(x, y) == std::minmax(a, b);
      }));
}

using PairSet = std::set<std::pair<uint32_t, uint32_t>>;

// Every two that share a passage or are alike; of those left, each with who holds most of its
// words.
PairSet twin_pairs(const Result& result) {
  PairSet pairs;
  const size_t count = result.documents.size();
  for (DocumentId a; a < count; ++a) {
    for (DocumentId b(a + 1); b < count; ++b) {
      if (passages_between(result, a, b) > 0) {
        pairs.insert({a, b});
      }
    }
  }
  for (const Similarity& s : result.pairs) {
    pairs.insert({s.pair.a, s.pair.b});
  }
  PairSet nearest;
  for (DocumentId d; d < count; ++d) {
    const bool has_pair = std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
      return pair.first == d || pair.second == d;
    });
    if (has_pair || result.original[d] != d) {
      continue;
    }
    std::pair<size_t, uint32_t> best{0, 0};
    for (DocumentId other; other < count; ++other) {
      const size_t shared =
          other == d || result.original[other] != other ? 0 : shared_words(result, d, other);
      if (shared > best.first) {
        best = {shared, other};
      }
    }
    if (best.first > 0) {
      nearest.insert(std::minmax(uint32_t{d}, best.second));
    }
  }
  pairs.insert(nearest.begin(), nearest.end());
  return pairs;
}

PairSet pairs_of(const Result& result) {
  PairSet pairs;
  for (const RankedPair& pair : result.ranking) {
    EXPECT_TRUE(pairs.insert({pair.pair.a, pair.pair.b}).second) << "twice";
    EXPECT_LT(pair.pair.a, pair.pair.b);
  }
  return pairs;
}

void expect_measures_of_twin(const Result& result, const RankedPair& pair) {
  const auto [a, b] = pair.pair;
  const bool are_copies = result.original[a] == result.original[b];
  EXPECT_EQ(pair.passages, passages_between(result, a, b));
  EXPECT_EQ(pair.a_words, are_copies ? result.words[a] : covered(result, a, b));
  EXPECT_EQ(pair.b_words, are_copies ? result.words[b] : covered(result, b, a));
  const double smaller = static_cast<double>(
      std::min(different_words(result, a).size(), different_words(result, b).size()));
  ASSERT_TRUE(pair.vocabulary.has_value());
  EXPECT_DOUBLE_EQ(*pair.vocabulary, static_cast<double>(shared_words(result, a, b)) / smaller);
}

TEST(Ranking, HoldsThePairsAndMeasuresOfTheTwin) {
  for (const Parts& parts : {all_parts, passages_alone}) {
    for (const uint32_t seed : {1u, 2u, 3u}) {
      const Result result = compared(some_corpus(seed, 30), parts);
      EXPECT_EQ(pairs_of(result), twin_pairs(result)) << seed;
      for (const RankedPair& pair : result.ranking) {
        expect_measures_of_twin(result, pair);
      }
    }
  }
}

TEST(Ranking, SaysTheSameOfLikenessWithMatricesAndWithout) {
  const Result with = compared(some_corpus(4, 30), all_parts);
  const Result without = compared(some_corpus(4, 30), passages_alone);
  for (const RankedPair& pair : without.ranking) {
    const auto same = std::find_if(with.ranking.begin(), with.ranking.end(),
                                   [&](const RankedPair& p) { return p.pair == pair.pair; });
    if (same == with.ranking.end()) {
      continue;
    }
    EXPECT_EQ(std::tuple(pair.jaccard, pair.a_in_b, pair.b_in_a, pair.a_words, pair.b_words),
              std::tuple(same->jaccard, same->a_in_b, same->b_in_a, same->a_words, same->b_words));
    EXPECT_FALSE(pair.points.has_value());
    EXPECT_TRUE(same->points.has_value());
  }
}

double measure_of(const RankedPair& pair, RankBy by, const Result& result) {
  switch (by) {
    case RankBy::reused: return reused_words(pair, result).share;
    case RankBy::jaccard: return pair.jaccard;
    case RankBy::containment: return std::max(pair.a_in_b, pair.b_in_a);
    case RankBy::points: return *pair.points;
  }
  return 0;
}

TEST(Ranking, StandsInTheOrderOfItsMeasureAndTiesByNumbers) {
  for (const RankBy by : {RankBy::reused, RankBy::jaccard, RankBy::containment, RankBy::points}) {
    const Result result = compared(some_corpus(5, 40), all_parts, by);
    for (size_t i = 1; i < result.ranking.size(); ++i) {
      const RankedPair& before = result.ranking[i - 1];
      const RankedPair& pair = result.ranking[i];
      const auto key = [&](const RankedPair& p) {
        const ReusedWords reused = reused_words(p, result);
        return std::tuple(measure_of(p, by, result), reused.share, reused.words, p.longest,
                          p.vocabulary.value_or(0));
      };
      EXPECT_GE(key(before), key(pair)) << i;
      if (key(before) == key(pair)) {
        EXPECT_LT(before.pair, pair.pair) << i;
      }
    }
  }
}

TEST(Ranking, HoldsWhateverItsMeasureKnows) {
  const Result result = compared(some_corpus(6, 30), all_parts, RankBy::points);
  PairSet with_points;
  for (const Point& point : result.points) {
    for (const DocumentId a : point.documents) {
      for (const DocumentId b : point.documents) {
        if (a < b) {
          with_points.insert({a, b});
        }
      }
    }
  }
  const PairSet listed = pairs_of(result);
  EXPECT_TRUE(std::includes(listed.begin(), listed.end(), with_points.begin(), with_points.end()));
}

TEST(Ranking, HoldsAPairFarBelowTheThreshold) {
  const std::string shared = "the ferry to iskary will not sail before the spring";
  std::string rest_a, rest_b;
  for (int i = 0; i < 300; ++i) {
    rest_a += " a" + std::to_string(i);
    rest_b += " b" + std::to_string(i);
  }
  const Result result = compared(corpus_of({shared + rest_a, rest_b + " " + shared}), all_parts);
  EXPECT_TRUE(result.pairs.empty());
  ASSERT_EQ(result.ranking.size(), 1u);
  EXPECT_EQ(result.ranking[0].longest, 10u);
}

TEST(Ranking, ComparesDocumentsWithReferencesAlone) {
  Corpus references = corpus_of({"salt is dear this year in the towns", "bread and butter"});
  const Result result = compared(corpus_of({"bread is dear", "bread is dear and so is butter", ""}),
                                 passages_alone, RankBy::reused, std::move(references));
  const PairSet expected{{0, 3}, {1, 4}};  // "is", "dear" in salt; "bread", "and", "butter"
  EXPECT_EQ(pairs_of(result), expected);
}

TEST(Ranking, GivesCopiesAll) {
  const std::string text = "the ferry will not sail before the spring comes to us";
  const Result result = compared(corpus_of({text, "gulls", text, "", ""}), all_parts);
  const auto copies = std::find_if(result.ranking.begin(), result.ranking.end(), [](const auto& p) {
    return p.pair == DocumentPair{DocumentId(0), DocumentId(2)};
  });
  ASSERT_NE(copies, result.ranking.end());
  EXPECT_EQ(reused_words(*copies, result).share, 1);
  EXPECT_EQ(copies->longest, 11u);
  EXPECT_EQ(copies->jaccard, 1);
  EXPECT_EQ(copies->vocabulary, 1);
}

TEST(Ranking, OfNothingIsEmpty) {
  EXPECT_TRUE(compared({}, all_parts).ranking.empty());
  EXPECT_TRUE(compared(corpus_of({"alone"}), all_parts).ranking.empty());
}

TEST(Ranking, ByLikenessNeedsTheMatrices) {
  EXPECT_THROW(compared({}, passages_alone, RankBy::jaccard), Error);
}

TEST(Ranking, OfAReportWithoutOneIsMadeAnew) {
  const Result result = compared(some_corpus(7, 20), all_parts);
  std::string json = to_json(result, {});
  const size_t begin = json.find(",\n\"ranking\": [");
  const size_t end = json.find("\n]", begin) + 2;
  ASSERT_NE(begin, json.npos);
  const std::string without = json.substr(0, begin) + json.substr(end);
  EXPECT_EQ(to_json(read_report(without, "old.json"), {}), json);
}

}  // namespace
}  // namespace reprise::detail
