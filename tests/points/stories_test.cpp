// Which documents tell one story, against the definition.
#include "reprise/points/stories.h"

#include <gtest/gtest.h>

#include <algorithm>
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

// Links articles by their likenesses, gives each short text the story of its nearest
// article, all others together one, and numbers the stories by their first documents.
std::vector<uint32_t> brute_force_stories(const Collection& c, const PointOptions& options) {
  const auto count = static_cast<uint32_t>(c.units().size());
  std::vector<ScoredPair> pairs;
  const auto is_article = [&](uint32_t d) {
    return c.units()[d].tokens.size() >= 60;
  };
  std::vector<uint32_t> first(count);
  std::iota(first.begin(), first.end(), 0u);
  double articles = 0;
  for (uint32_t d = 0; d < count; ++d) {
    articles += is_article(d) ? 1 : 0;
  }
  const double needed = options.story_likeness * std::pow(std::min(1.0, articles / 12), 1.5);
  const std::vector<ScoredPair> likenesses =
      compare_documents(statements_of(c), c.units(), count, {}, 0.25 * needed);
  const support::ScoreTable likeness_of(likenesses);
  for (const ScoredPair& pair : likenesses) {
    if (is_article(pair.a) && is_article(pair.b)) {
      pairs.push_back(pair);
    }
  }
  for (const auto& group : support::brute_average_link(first, pairs, needed)) {
    for (uint32_t d : group) {
      first[d] = group.front();
    }
  }
  uint32_t like_none = count;
  for (uint32_t d = 0; d < count; ++d) {
    double best = 0;
    for (uint32_t article = 0; article < count && !is_article(d); ++article) {
      const double likeness = is_article(article) ? likeness_of.of(d, article) : 0;
      if (likeness > best) {
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
  std::vector<std::string> texts = tell_stories(3, random);
  texts.emplace_back("tale1x1 tale1x2 tale1x3");
  texts.emplace_back("Something else altogether");
  texts.emplace_back("");
  texts.emplace_back("Nobody heard of it");
  const std::vector<uint32_t> stories = stories_of(Collection(texts));
  EXPECT_EQ(stories[18], stories[6]);
  EXPECT_EQ(stories[19], 3u);
  EXPECT_EQ(stories[20], 4u);
  EXPECT_EQ(stories[21], stories[19]);
}

// An article about one trial out of many: words that all have, beside what only this one has,
// and what no other article says.
std::string tell_trial(const std::vector<std::string>& own, Random& random) {
  const std::vector<std::string> who{"judge",    "jury",      "prosecutor", "lawyer", "police",
                                     "witness",  "defendant", "court",      "clerk",  "expert",
                                     "reporter", "neighbour", "officer",    "doctor", "colleague",
                                     "guard",    "accused",   "detective"};
  const std::vector<std::string> does{
      "heard",     "asked",   "questioned", "told",        "saw",          "named",
      "dismissed", "charged", "praised",    "interrupted", "contradicted", "thanked",
      "warned",    "doubted", "followed",   "believed",    "met",          "remembered"};
  const auto any_of = [&](const std::vector<std::string>& words) {
    return words[random.below(words.size())];
  };
  std::string text;
  for (int sentence = 0; sentence < 10; ++sentence) {
    text += "The " + any_of(who) + " " + any_of(does) + " the " + any_of(who) + ". ";
    text += any_of(own) + ". ";
    for (int w = 0; w < 8; ++w) {
      text += "aside" + std::to_string(random.below(5000)) + " ";
    }
    text += ". ";
  }
  return text;
}

const std::vector<std::vector<std::string>> trials{
    {"Jana Orvik is accused of selling the ferry Salmara twice",
     "The ferry Salmara sank off Norvane with a cargo of salt",
     "Orvik told the harbour office that the Salmara was seaworthy",
     "A diver found the hull of the Salmara open below the waterline",
     "The insurers in Norvane paid Orvik before the wreck was found"},
    {"Piet Tann is accused of forging paintings by Elsa Brandt",
     "Tann mixed his colours in a barn near Kelmond",
     "The gallery in Kelmond sold four pictures signed Brandt",
     "A chemist dated the white paint on the Brandt pictures to last year",
     "Tann told a collector that his aunt had owned the pictures"},
    {"Rosa Velde is accused of poisoning the wells of Tarrow",
     "Farmers around Tarrow lost a hundred sheep in one night",
     "Velde bought a barrel of pesticide under her sister's name",
     "The wells of Tarrow have been closed since the spring",
     "A vet warned Velde that the pesticide would kill sheep"}};

TEST(Stories, LookAlikesOfOneTradeStayApart) {
  Random random(14);
  std::vector<std::string> texts;
  for (const auto& trial : trials) {
    for (int i = 0; i < 6; ++i) {
      texts.push_back(tell_trial(trial, random));
    }
  }
  const std::vector<uint32_t> stories = stories_of(Collection(texts));
  for (uint32_t d = 0; d < texts.size(); ++d) {
    EXPECT_EQ(stories[d], d / 6) << texts[d];
  }
}

TEST(Stories, AFewArticlesOfOneEventAreOne) {
  Random random(15);
  std::vector<std::string> texts;
  for (int i = 0; i < 4; ++i) {
    texts.push_back(tell_trial(trials[1], random));
  }
  EXPECT_EQ(stories_of(Collection(texts)), std::vector<uint32_t>(4));
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
