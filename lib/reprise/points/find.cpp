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
#include <cmath>

#include "reprise/base/parallel.h"
#include "reprise/points/assertions.h"
#include "reprise/points/bind_figures.h"
#include "reprise/points/counted.h"
#include "reprise/points/differ.h"
#include "reprise/points/disputes.h"
#include "reprise/points/evidence.h"
#include "reprise/points/label.h"
#include "reprise/points/link.h"
#include "reprise/points/mentions.h"
#include "reprise/points/rank.h"
#include "reprise/points/select.h"
#include "reprise/points/statements.h"
#include "reprise/points/stories.h"
#include "reprise/points/story.h"
#include "reprise/points/verdicts.h"

namespace reprise::detail {
namespace {

// By how much more alike the many have to be than two (link.h).
constexpr double growth_of_threshold = 0.04;

// Returns the groups of places around the statements of references.
std::vector<std::vector<uint32_t>> group_by_reference(const PlacePairs& found, const Story& story,
                                                      const PointOptions& options) {
  std::vector<char> is_reference;
  for (const MentionPlace& place : found.places) {
    is_reference.push_back(story.lines[place.line].of_reference ? 1 : 0);
  }
  // Most of these groups have two mentions.
  const double least_chance = options.least_chance + options.margin_of_two;
  return nearest_link(is_reference, found.roots, std::sqrt(least_chance));
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
  // Statements that are texts of their own offer no choice of stretches, so that no luck grows.
  const double growth = story.of_statements ? 0 : growth_of_threshold;
  return average_link(voices, found.roots, {std::sqrt(options.least_chance), growth});
}

// Returns the figures that can't both be right, having made sure that these stand in one group.
FigurePairs relate_figures(const StoryTexts& texts, PlacePairs& found, std::vector<Group>& groups) {
  std::vector<CountedFigure> figures = counted_figures(texts.story, texts.units);
  note_groups(figures, found, groups);
  const auto differing = find_differing(figures, texts.story);
  if (!texts.story.against_references) {  // there, each group is of one reference
    bind_figures(figures, differing, texts.story, found, groups);
  }
  return {figures, differing};
}

// Takes the groups that assert nothing; what was nearest to others is nearest to none then.
std::vector<Group> assertions_among(std::vector<Group> groups, const PlacePairs& found,
                                    const StoryTexts& texts) {
  std::vector<std::optional<GroupId>> number;  // among those that stay
  std::vector<Group> kept;
  for (Group& group : groups) {
    number.emplace_back();
    if (asserts_something(group, found, texts)) {
      number.back() = GroupId{kept.size()};
      kept.push_back(std::move(group));
    }
  }
  for (Group& group : kept) {
    if (group.nearest) {
      group.nearest = number[*group.nearest];
      group.nearest_likeness = group.nearest ? group.nearest_likeness : 0;
    }
  }
  return kept;
}

// What one story holds.
struct StoryFound {
  std::vector<Point> points;
  std::vector<Dispute> disputes;  // their points by place in `points`
};

StoryFound points_of(StoryTexts texts, const PointOptions& options, Advisers advisers) {
  PlacePairs found = find_places(texts.story, texts.units, options, advisers.encoder);
  if (advisers.judge != nullptr) {
    ask_judge(*advisers.judge, options, texts.story, texts.units, found);
  }
  const std::vector<std::vector<uint32_t>> places = group_places(found, texts.story, options);
  std::vector<Group> groups = select_groups(places, found, options);
  if (!texts.story.against_references) {
    groups = assertions_among(std::move(groups), found, texts);
  }
  texts.differing = relate_figures(texts, found, groups);
  std::vector<Point> points(groups.size());
  const std::vector<GroupEvidence> evidence = find_group_evidence(groups, found, texts.story);
  Shown shown;
  // The surest have the first choice of words.
  for (const GroupId g : surest_first(groups)) {
    Point& point = points[g];
    point = make_point(groups[g], found, texts, shown);
    if (groups[g].nearest) {
      point.nearest = PointId(*groups[g].nearest);
    }
    point.nearest_likeness = groups[g].nearest_likeness;
    point.evidence = evidence[g].pieces;
    point.compared = evidence[g].compared;
  }
  lessen_repetitions(points);
  std::vector<Dispute> disputes = find_disputes(points, found, texts);
  return {std::move(points), std::move(disputes)};
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

// Returns the points of all stories one behind the other, and the disputes, with the points that
// they name by their new places.
StoryFound join(std::vector<StoryFound> by_story) {
  StoryFound all;
  for (StoryFound& found : by_story) {
    const size_t offset = all.points.size();
    for (Point& point : found.points) {
      if (point.nearest) {
        point.nearest = PointId{offset + *point.nearest};
      }
      all.points.push_back(std::move(point));
    }
    for (Dispute& dispute : found.disputes) {
      for (PointId& point : dispute.points) {
        point = PointId{offset + point};
      }
      all.disputes.push_back(std::move(dispute));
    }
  }
  return all;
}

}  // namespace

PointsFound find_points(std::span<const TextUnit> units,
                        std::span<const uint32_t> voice_of_document, const PointOptions& options,
                        std::optional<DocumentId> first_reference, DocumentDates dates,
                        const UnitRanges& left_out, Advisers advisers) {
  const StatementTable table = make_statements(units, options, left_out);

  std::vector<StoryId> stories(voice_of_document.size());  // with references, all tell one
  if (!first_reference) {
    stories = group_stories(table, units, voice_of_document.size(), options, dates);
  }

  const DocumentFacts documents{voice_of_document, first_reference};
  const auto statements = statements_by_story(table, units, stories);
  std::vector<StoryFound> by_story(statements.size());
  const auto find_in_story = [&](size_t s) {
    const Story story = make_story(statements[s], table, units, documents, options);
    by_story[s] = points_of({story, table, units}, options, advisers);
    for (Point& point : by_story[s].points) {
      point.story = StoryId(s);
    }
    for (Dispute& dispute : by_story[s].disputes) {
      dispute.story = StoryId(s);
    }
  };
  parallel_for(by_story.size(), find_in_story, Progress::Phase::points);

  StoryFound all = join(std::move(by_story));
  order_points(all.points, all.disputes);
  return {std::move(all.points), std::move(all.disputes), std::move(stories)};
}

}  // namespace reprise::detail
