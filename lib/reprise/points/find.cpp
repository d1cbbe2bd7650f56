#include "reprise/points/find.h"

#include <algorithm>
#include <tuple>

#include "reprise/base/parallel.h"
#include "reprise/language/languages.h"
#include "reprise/points/label.h"
#include "reprise/points/link.h"
#include "reprise/points/mentions.h"
#include "reprise/points/select.h"
#include "reprise/points/statements.h"
#include "reprise/points/stories.h"
#include "reprise/points/story.h"

namespace reprise::detail {
namespace {

// Returns the groups of places that make a point each.
std::vector<std::vector<uint32_t>> group_places(const PlacePairs& found,
                                                const std::vector<char>& is_reference, bool against,
                                                const PointOptions& options) {
  if (against) {
    std::vector<char> of_reference;
    for (const MentionPlace& place : found.places) {
      of_reference.push_back(is_reference[place.line]);
    }
    return nearest_link(of_reference, found.pairs, options.least_score + options.margin_of_two);
  }
  std::vector<uint32_t> voices;
  for (const MentionPlace& place : found.places) {
    voices.push_back(place.voice);
  }
  return average_link(voices, found.pairs, options.least_score);
}

std::vector<Point> points_of(const StoryTexts& texts, const PointOptions& options,
                             uint32_t first_reference) {
  std::vector<char> is_reference;
  for (const Line& line : texts.story.lines) {
    is_reference.push_back(texts.units[line.statement->unit].document >= first_reference ? 1 : 0);
  }
  const PlacePairs found = find_places(texts.story, texts.units, is_reference, options);
  const std::vector<Group> groups = select_groups(
      group_places(found, is_reference, first_reference != UINT32_MAX, options), found, options);
  std::vector<Point> points;
  for (const Group& group : groups) {
    points.push_back(make_point(group, found, texts));
    if (group.nearest != UINT32_MAX) {
      points.back().nearest = group.nearest;
    }
    points.back().nearest_likeness = group.nearest_likeness;
  }
  return points;
}

// Orders the points, and follows their references to one another.
void order(std::vector<Point>& points) {
  std::vector<uint32_t> by_rank(points.size()), rank(points.size());
  for (uint32_t i = 0; i < points.size(); ++i) {
    by_rank[i] = i;
  }
  std::stable_sort(by_rank.begin(), by_rank.end(), [&](uint32_t x, uint32_t y) {
    const auto key = [&](uint32_t i) {
      return std::tuple(points[i].score, points[i].documents.size());
    };
    return key(x) > key(y);
  });
  std::vector<Point> ordered;
  for (uint32_t i = 0; i < by_rank.size(); ++i) {
    rank[by_rank[i]] = i;
    ordered.push_back(std::move(points[by_rank[i]]));
  }
  for (Point& point : ordered) {
    if (point.nearest) {
      point.nearest = rank[*point.nearest];
    }
  }
  points = std::move(ordered);
}

}  // namespace

PointsFound find_points(std::span<const TextUnit> units,
                        std::span<const uint32_t> voice_of_document, const PointOptions& options,
                        uint32_t first_reference) {
  std::vector<UnitLanguage> languages;
  for (const TextUnit& unit : units) {
    languages.push_back(unit.language);
  }
  const StatementTable table = make_statements(units, languages, options);
  const auto documents = static_cast<uint32_t>(voice_of_document.size());
  PointsFound found;
  found.stories = first_reference == UINT32_MAX ? group_stories(table, units, documents, options)
                                                : std::vector<uint32_t>(documents, 0);
  std::vector<std::vector<uint32_t>> statements;  // by story
  for (uint32_t s = 0; s < table.statements.size(); ++s) {
    const uint32_t story = found.stories[units[table.statements[s].unit].document];
    if (story >= statements.size()) {
      statements.resize(story + 1);
    }
    statements[story].push_back(s);
  }
  std::vector<std::vector<Point>> by_story(statements.size());
  parallel_for(by_story.size(), [&](size_t s) {
    const Story story =
        make_story(statements[s], table, units, voice_of_document, options, first_reference);
    by_story[s] = points_of({story, table, units, languages}, options, first_reference);
    for (Point& point : by_story[s]) {
      point.story = static_cast<uint32_t>(s);
    }
  });
  for (std::vector<Point>& points : by_story) {
    const auto offset = static_cast<uint32_t>(found.points.size());
    for (Point& point : points) {
      if (point.nearest) {
        *point.nearest += offset;
      }
      found.points.push_back(std::move(point));
    }
  }
  order(found.points);
  return found;
}

}  // namespace reprise::detail
