// Steps: each two documents that share something are compared; articles that are alike enough are
// linked; a short text gets the story of the article that it is most like.
//
//     a, b: articles about a ferry    c: an article about a museum
//     d: "The ferry is late."         e: "Bread is cheap."    f: ""
//     stories: a 0, b 0, c 1, d 0 (most like b), e 2 (a statement like no article), f 3 (empty)
//
// Short texts are not linked with one another: two of them share half their words by chance.
#include "reprise/points/stories.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>

#include "reprise/points/link_documents.h"

namespace reprise::detail {
namespace {

constexpr uint32_t least_article = 60;  // words; what is shorter is a statement

// Articles from which on they have to be as alike as the options say. Of fewer, somebody has chosen
// them for what they have in common, and less is enough: five articles of one trial are one story
// though each tells of another witness.
constexpr double many_articles = 12;

// Of the mean likeness of a story: two documents that are less alike are taken to share nothing.
constexpr double share_kept = 0.25;

enum class Length : uint8_t { empty, statement, article };

// Returns how long each document is.
std::vector<Length> lengths_of(const StatementTable& table, std::span<const TextUnit> units,
                               size_t documents) {
  std::vector<size_t> words(documents);
  for (const TextUnit& unit : units) {
    words[unit.document] += unit.tokens.size();
  }
  std::vector<Length> lengths(documents, Length::empty);
  for (const Statement& statement : table.statements) {
    lengths[units[statement.unit].document] = Length::statement;
  }
  for (size_t d = 0; d < documents; ++d) {
    if (words[d] >= least_article) {
      lengths[d] = Length::article;
    }
  }
  return lengths;
}

// Returns the mean likeness from which articles tell one story.
double likeness_needed(std::span<const Length> lengths, double of_many) {
  const auto articles =
      static_cast<double>(std::count(lengths.begin(), lengths.end(), Length::article));
  const double share = std::min(1.0, articles / many_articles);
  return of_many * share * std::sqrt(share);
}

// Returns the first document of each one's story, of articles alone; all others are by themselves.
// `pairs`: of articles, ascending.
std::vector<uint32_t> link_articles(std::span<const ScoredPair> pairs, size_t documents,
                                    double least_likeness) {
  std::vector<uint32_t> first(documents);
  std::iota(first.begin(), first.end(), 0u);
  for (const std::vector<uint32_t>& group :
       average_link_documents(documents, pairs, least_likeness)) {
    for (uint32_t d : group) {
      first[d] = group.front();
    }
  }
  return first;
}

// Gives each statement the story of the article that it is most like; those that are like none
// share one.
void attach_statements(std::span<const ScoredPair> pairs, std::span<const Length> lengths,
                       std::vector<uint32_t>& first) {
  std::vector<double> best(first.size());
  for (const ScoredPair& pair : pairs) {
    const bool a_is_article = lengths[pair.a] == Length::article;
    const bool b_is_article = lengths[pair.b] == Length::article;
    if (a_is_article == b_is_article) {
      continue;
    }
    const uint32_t article = a_is_article ? pair.a : pair.b;
    const uint32_t statement = a_is_article ? pair.b : pair.a;
    if (pair.score > best[statement]) {
      best[statement] = pair.score;
      first[statement] = first[article];
    }
  }
  std::optional<uint32_t> like_none;
  for (uint32_t d = 0; d < first.size(); ++d) {
    if (lengths[d] == Length::statement && best[d] <= 0) {
      like_none = like_none.value_or(d);
      first[d] = *like_none;
    }
  }
}

}  // namespace

std::vector<StoryId> group_stories(const StatementTable& table, std::span<const TextUnit> units,
                                   size_t documents, const PointOptions& options,
                                   DocumentDates dates) {
  const std::vector<Length> lengths = lengths_of(table, units, documents);
  const double needed = likeness_needed(lengths, options.story_likeness);
  std::vector<ScoredPair> pairs =
      compare_documents(table, units, documents, dates, share_kept * needed);
  const auto behind_articles =
      std::stable_partition(pairs.begin(), pairs.end(), [&](const ScoredPair& pair) {
        return lengths[pair.a] == Length::article && lengths[pair.b] == Length::article;
      });

  std::vector<uint32_t> first = link_articles({pairs.begin(), behind_articles}, documents, needed);
  attach_statements({behind_articles, pairs.end()}, lengths, first);

  std::map<uint32_t, StoryId> numbers;
  std::vector<StoryId> stories;
  for (uint32_t document : first) {
    const auto entry = numbers.try_emplace(document, StoryId{numbers.size()}).first;
    stories.push_back(entry->second);
  }
  return stories;
}

}  // namespace reprise::detail
