// Steps: texts become statements; documents are grouped into stories; each story is searched by
// itself, in parallel: its places, their likenesses, their groups, a point of each; the points of
// all stories are put in order.
//
//     a: "The ferry stays in port. It rained."      statements 0, 1    story 0
//     b: "No ferry leaves the port this week."      statement 2        story 0
//     places: statement 0, statement 2; one pair; one group; one point, of documents a and b
//
// With references there is one story, and groups are made around their statements instead.
// Cost: statements are linear in the words; a story costs what its candidates cost (mentions.h).
#include "reprise/points/find.h"

#include <algorithm>
#include <tuple>

#include "reprise/base/parallel.h"
#include "reprise/points/label.h"
#include "reprise/points/link.h"
#include "reprise/points/mentions.h"
#include "reprise/points/select.h"
#include "reprise/points/statements.h"
#include "reprise/points/stories.h"
#include "reprise/points/story.h"

namespace reprise::detail {
namespace {

// Returns the groups of places around the statements of references.
std::vector<std::vector<uint32_t>> group_by_reference(const PlacePairs& found, const Story& story,
                                                      const PointOptions& options) {
  std::vector<char> is_reference;
  for (const MentionPlace& place : found.places) {
    is_reference.push_back(story.lines[place.line].of_reference ? 1 : 0);
  }
  // Most of these groups have two mentions.
  const double least_score = options.least_score + options.margin_of_two;
  return nearest_link(is_reference, found.pairs, least_score);
}

// Returns the groups of places that make a point each.
std::vector<std::vector<uint32_t>> group_places(const PlacePairs& found, const Story& story,
                                                const PointOptions& options) {
  if (story.against_references) {
    return group_by_reference(found, story, options);
  }
  std::vector<uint32_t> voices;
  for (const MentionPlace& place : found.places) {
    voices.push_back(place.voice);
  }
  return average_link(voices, found.pairs, options.least_score);
}

std::vector<Point> points_of(const StoryTexts& texts, const PointOptions& options) {
  const PlacePairs found = find_places(texts.story, texts.units, options);
  const std::vector<std::vector<uint32_t>> places = group_places(found, texts.story, options);
  std::vector<Point> points;
  for (const Group& group : select_groups(places, found, options)) {
    points.push_back(make_point(group, found, texts));
    if (group.nearest) {
      points.back().nearest = *group.nearest;
    }
    points.back().nearest_likeness = group.nearest_likeness;
  }
  return points;
}

// Returns the statements of each story.
std::vector<std::vector<StatementId>> statements_by_story(const StatementTable& table,
                                                          std::span<const TextUnit> units,
                                                          std::span<const StoryId> stories) {
  std::vector<std::vector<StatementId>> by_story;
  for (StatementId s{0}; s < table.statements.size(); ++s) {
    const StoryId story = stories[units[table.statements[s].unit].document];
    if (story >= by_story.size()) {
      by_story.resize(story + 1);
    }
    by_story[story].push_back(s);
  }
  return by_story;
}

// Returns the points of all stories one behind the other, with their nearest ones by their new
// places.
std::vector<Point> join(std::vector<std::vector<Point>> by_story) {
  std::vector<Point> all;
  for (std::vector<Point>& points : by_story) {
    const size_t offset = all.size();
    for (Point& point : points) {
      if (point.nearest) {
        point.nearest = PointId{offset + *point.nearest};
      }
      all.push_back(std::move(point));
    }
  }
  return all;
}

// Returns the points by score, and of equals those of more documents first; their nearest ones are
// followed to their new places.
std::vector<Point> order(std::vector<Point> points) {
  std::vector<PointId> by_rank;
  for (PointId i{0}; i < points.size(); ++i) {
    by_rank.push_back(i);
  }
  const auto weight = [&](PointId i) {
    return std::tuple(points[i].score, points[i].documents.size());
  };
  std::stable_sort(by_rank.begin(), by_rank.end(),
                   [&](PointId x, PointId y) { return weight(x) > weight(y); });
  std::vector<PointId> rank(points.size());
  std::vector<Point> ordered;
  for (PointId i{0}; i < by_rank.size(); ++i) {
    rank[by_rank[i]] = i;
    ordered.push_back(std::move(points[by_rank[i]]));
  }
  for (Point& point : ordered) {
    if (point.nearest) {
      point.nearest = rank[*point.nearest];
    }
  }
  return ordered;
}

}  // namespace

PointsFound find_points(std::span<const TextUnit> units,
                        std::span<const uint32_t> voice_of_document, const PointOptions& options,
                        std::optional<DocumentId> first_reference, DocumentDates dates) {
  const StatementTable table = make_statements(units, options);

  std::vector<StoryId> stories(voice_of_document.size());  // with references, all tell one
  if (!first_reference) {
    stories = group_stories(table, units, voice_of_document.size(), options, dates);
  }

  const DocumentFacts documents{voice_of_document, first_reference};
  const auto statements = statements_by_story(table, units, stories);
  std::vector<std::vector<Point>> by_story(statements.size());
  const auto find_in_story = [&](size_t s) {
    const Story story = make_story(statements[s], table, units, documents, options);
    by_story[s] = points_of({story, table, units}, options);
    for (Point& point : by_story[s]) {
      point.story = static_cast<uint32_t>(s);
    }
  };
  parallel_for(by_story.size(), find_in_story, Progress::Phase::points);

  PointsFound found;
  found.points = order(join(std::move(by_story)));
  found.stories.assign(stories.begin(), stories.end());
  return found;
}

}  // namespace reprise::detail
