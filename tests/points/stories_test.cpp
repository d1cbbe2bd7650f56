// Which documents tell one story, against the definition.
#include "reprise/points/stories.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "reprise/points/find.h"
#include "support/brute_link.h"
#include "support/collection.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Collection;
using support::Random;

StatementTable statements_of(const Collection& c) {
  return make_statements(c.units());
}

std::vector<uint32_t> stories_of(const Collection& c, const PointOptions& options = {}) {
  const std::vector<StoryId> stories =
      group_stories(statements_of(c), c.units(), c.units().size(), options);
  return {stories.begin(), stories.end()};
}

// Articles of a story, each with its words; six to a story.
std::vector<std::string> tell_stories(int stories, Random& random, int sentences = 8) {
  std::vector<std::string> texts;
  const support::Vocabulary common(400);
  for (int s = 0; s < stories; ++s) {
    std::vector<std::string> own;
    for (int w = 0; w < 30; ++w) {
      own.push_back("tale" + std::to_string(s) + "x" + std::to_string(w));
    }
    for (int d = 0; d < 6; ++d) {
      std::string text;
      for (int sentence = 0; sentence < sentences; ++sentence) {
        for (int w = 0; w < 6; ++w) {
          text += own[random.below(own.size())] + " ";
        }
        text += support::write_text(support::make_words(6, common, random), random).bytes + ". ";
      }
      texts.push_back(text);
    }
  }
  return texts;
}

// Each term's count in each document, by document.
using Counts = std::vector<std::map<TermId, double>>;

Counts count_terms(const StatementTable& table, const Collection& c) {
  Counts counts(c.units().size());
  for (const Statement& statement : table.statements) {
    for (const Term& term : statement.terms) {
      ++counts[c.units()[statement.unit].document][term.id];
    }
  }
  return counts;
}

// Turns counts to weights: tf-idf, without terms of one document.
Counts weigh(const Counts& counts) {
  double all = 0;
  std::map<TermId, double> holders;
  for (const auto& document : counts) {
    all += document.empty() ? 0 : 1;
    for (const auto& [term, _] : document) {
      ++holders[term];
    }
  }
  Counts weights(counts.size());
  for (size_t d = 0; d < counts.size(); ++d) {
    for (const auto& [term, count] : counts[d]) {
      if (holders[term] >= 2) {
        weights[d][term] = (1 + std::log(count)) * std::log((all + 1) / (holders[term] + 0.5));
      }
    }
  }
  return weights;
}

double cosine_of(const std::map<TermId, double>& a, const std::map<TermId, double>& b) {
  double both = 0;
  double of_a = 0;
  double of_b = 0;
  for (const auto& [term, weight] : a) {
    of_a += weight * weight;
    both += b.contains(term) ? weight * b.at(term) : 0;
  }
  for (const auto& [_, weight] : b) {
    of_b += weight * weight;
  }
  return both > 0 ? both / std::sqrt(of_a * of_b) : 0;
}

// Links articles by the cosines of their terms, gives each short text the story of its nearest
// article, all others together one, and numbers the stories by their first documents.
std::vector<uint32_t> brute_force_stories(const Collection& c, const PointOptions& options) {
  const auto count = static_cast<uint32_t>(c.units().size());
  const Counts weights = weigh(count_terms(statements_of(c), c));
  std::vector<ScoredPair> pairs;
  const auto is_article = [&](uint32_t d) {
    return c.units()[d].tokens.size() >= 60;
  };
  std::vector<uint32_t> first(count);
  std::iota(first.begin(), first.end(), 0u);
  for (uint32_t a = 0; a < count; ++a) {
    for (uint32_t b = a + 1; b < count; ++b) {
      const double likeness = cosine_of(weights[a], weights[b]);
      if (is_article(a) && is_article(b) && likeness >= 0.05) {
        pairs.push_back({a, b, likeness});
      }
    }
  }
  for (const auto& group : support::brute_average_link(first, pairs, options.story_likeness)) {
    for (uint32_t d : group) {
      first[d] = group.front();
    }
  }
  uint32_t like_none = count;
  for (uint32_t d = 0; d < count; ++d) {
    double best = 0;
    for (uint32_t article = 0; article < count && !is_article(d); ++article) {
      const double likeness = is_article(article) ? cosine_of(weights[d], weights[article]) : 0;
      if (likeness >= 0.05 && likeness > best) {
        best = likeness;
        first[d] = first[article];
      }
    }
    const bool is_statement = !is_article(d) && !c.units()[d].tokens.empty();
    if (is_statement && best == 0) {
      like_none = std::min(like_none, d);
      first[d] = like_none;
    }
  }
  std::map<uint32_t, uint32_t> numbers;
  for (uint32_t& story : first) {
    story = numbers.try_emplace(story, static_cast<uint32_t>(numbers.size())).first->second;
  }
  return first;
}

TEST(Stories, AreThoseOfBruteForce) {
  Random random(10);
  for (int round = 0; round < 20; ++round) {
    std::vector<std::string> texts = tell_stories(3, random);
    for (std::string& text : tell_stories(3, random, 1)) {
      texts.push_back(text);
    }
    texts.emplace_back("Something else altogether");
    texts.emplace_back("Unheard of things");
    texts.emplace_back("");
    for (size_t i = texts.size(); i > 1; --i) {
      std::swap(texts[i - 1], texts[random.below(i)]);
    }
    const Collection c(texts);
    EXPECT_EQ(stories_of(c), brute_force_stories(c, {})) << round;
  }
}

TEST(Stories, AreTheGroupsThatWereTold) {
  Random random(11);
  const std::vector<uint32_t> stories = stories_of(Collection(tell_stories(12, random)));
  for (uint32_t d = 0; d < 72; ++d) {
    EXPECT_EQ(stories[d], d / 6) << d;
  }
}

TEST(Stories, ShortTextsBelongToTheNearestOrTogetherAndEmptyOnesAlone) {
  Random random(12);
  std::vector<std::string> texts = tell_stories(2, random);
  texts.emplace_back("tale1x1 tale1x2 tale1x3");
  texts.emplace_back("Something else altogether");
  texts.emplace_back("");
  texts.emplace_back("Nobody heard of it");
  const std::vector<uint32_t> stories = stories_of(Collection(texts));
  EXPECT_EQ(stories[12], stories[6]);
  EXPECT_EQ(stories[13], 2u);
  EXPECT_EQ(stories[14], 3u);
  EXPECT_EQ(stories[15], stories[13]);
}

TEST(Stories, APointAndItsNearestStayInsideOne) {
  Random random(13);
  const Collection c(tell_stories(6, random));
  std::vector<uint32_t> voices(c.units().size());
  std::iota(voices.begin(), voices.end(), 0u);
  const PointsFound found = find_points(c.units(), voices, {});
  EXPECT_FALSE(found.points.empty());
  for (const Point& point : found.points) {
    for (uint32_t d : point.documents) {
      EXPECT_EQ(found.stories[d], point.story);
    }
    EXPECT_TRUE(!point.nearest || found.points[*point.nearest].story == point.story);
  }
}

}  // namespace
}  // namespace reprise::detail
