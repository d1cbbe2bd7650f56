// Steps: statements, stories and places once; then for each choice of parts the chances of pairs,
// groups, figures, points. Each step is that of find.cpp.
#include "point_search.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "reprise/near/find.h"
#include "reprise/points/assertions.h"
#include "reprise/points/bind_figures.h"
#include "reprise/points/counted.h"
#include "reprise/points/differ.h"
#include "reprise/points/link.h"
#include "reprise/points/rank.h"
#include "reprise/points/select.h"
#include "reprise/points/statements.h"
#include "reprise/points/trim.h"

namespace reprise::detail::bench {
namespace {

std::vector<uint32_t> voices_in(const Result& result) {
  NearFound near;
  near.clusters = result.clusters;
  near.cluster_of = result.cluster_of;
  return voices_of(near, false);
}

Evidence evidence_from(const Pieces& pieces) {
  return {pieces[0], pieces[1], pieces[2],       pieces[3], pieces[4],
          pieces[5], pieces[6], pieces[7] > 0.5, pieces[8], pieces[9]};
}

// Returns the evidence with one piece as it is in the story's mean; few pairs oppose each other, so
// that none does then.
std::vector<Evidence> without_piece(std::vector<Evidence> evidence, size_t piece) {
  double sum = 0;
  for (const Evidence& each : evidence) {
    sum += pieces_of(each)[piece];
  }
  for (Evidence& each : evidence) {
    Pieces pieces = pieces_of(each);
    pieces[piece] = sum / static_cast<double>(evidence.size());
    each = evidence_from(pieces);
  }
  return evidence;
}

double chance_by(const PieceWeights& weights, const Evidence& evidence) {
  const Pieces pieces = pieces_of(evidence);
  double sum = weights.none;
  for (size_t i = 0; i < pieces.size(); ++i) {
    sum += weights.of[i] * pieces[i];
  }
  return 1 / (1 + std::exp(-sum));
}

std::vector<ScoredPair> roots_of(const StoryPlaces& places, const Parts& parts) {
  std::vector<Evidence> evidence = places.evidence;
  if (parts.without) {
    evidence = without_piece(std::move(evidence), *parts.without);
  }
  std::vector<ScoredPair> roots = places.found.pairs;
  for (size_t i = 0; i < roots.size(); ++i) {
    const EvidenceOf kind = places.kind(roots[i]);
    double chance = chance_of(evidence[i], kind, places.found.weights);
    if (parts.weights && is_of_prose(kind)) {
      chance = chance_by(*parts.weights, evidence[i]);
    }
    roots[i].score = std::sqrt(chance);
  }
  return roots;
}

std::vector<std::vector<uint32_t>> link(const StoryPlaces& places,
                                        std::span<const ScoredPair> roots, const Parts& parts,
                                        double least_chance) {
  std::vector<uint32_t> voices;
  for (const MentionPlace& place : places.found.places) {
    voices.push_back(place.voice);
  }
  const double growth = places.story.of_statements ? 0 : parts.growth;
  return average_link(voices, roots, {std::sqrt(least_chance), growth});
}

FigurePairs relate_figures(const StoryTexts& texts, PlacePairs& found, std::vector<Group>& groups) {
  std::vector<CountedFigure> figures = counted_figures(texts.story, texts.units);
  note_groups(figures, found, groups);
  const auto differing = find_differing(figures, texts.story);
  bind_figures(figures, differing, texts.story, found, groups);
  return {figures, differing};
}

void order(std::vector<Point>& points) {
  std::stable_sort(points.begin(), points.end(), [](const Point& x, const Point& y) {
    return std::tuple(x.score, x.documents.size()) > std::tuple(y.score, y.documents.size());
  });
}

}  // namespace

Pieces pieces_of(const Evidence& e) {
  return {e.likeness, e.sentences,           e.shared,  e.relative, e.support, e.place,
          e.distance, e.opposed ? 1.0 : 0.0, e.meaning, e.surplus};
}

EvidenceOf StoryPlaces::kind(const ScoredPair& pair) const {
  const auto is_whole = [this](uint32_t place) {
    return story.lines[found.places[place].line].whole;
  };
  const bool statements = is_whole(pair.a) && is_whole(pair.b);
  if (found.meanings.empty()) {
    return statements ? EvidenceOf::statements : EvidenceOf::prose;
  }
  return statements ? EvidenceOf::statements_with_meaning : EvidenceOf::prose_with_meaning;
}

bool is_of_prose(EvidenceOf kind) {
  return kind == EvidenceOf::prose || kind == EvidenceOf::prose_with_meaning;
}

PointSearch::PointSearch(const Result& result, const Encoder* encoder)
    : result_(result), table_(make_statements(result.units, result.options.points)) {
  const PointOptions& options = result.options.points;
  const std::vector<uint32_t> voices = voices_in(result);
  std::vector<std::vector<StatementId>> by_story(result.documents.size());
  for (StatementId s{0}; s < table_.statements.size(); ++s) {
    const DocumentId document = result.units[table_.statements[s].unit].document;
    by_story[result.stories[document]].push_back(s);
  }
  for (const std::vector<StatementId>& statements : by_story) {
    StoryPlaces places;
    places.story = make_story(statements, table_, result.units, {voices, std::nullopt}, options);
    places.found = find_places(places.story, result.units, options, encoder);
    places.evidence = find_evidence(places.found, places.story);
    stories_.push_back(std::move(places));
  }
}

std::vector<Point> PointSearch::find(const Parts& parts, double least_chance) const {
  PointOptions options = result_.options.points;
  options.least_chance = least_chance;
  std::vector<Point> points;
  for (const StoryPlaces& places : stories_) {
    for (Point& point : find_in(places, parts, options)) {
      points.push_back(std::move(point));
    }
  }
  order(points);
  return points;
}

Mention PointSearch::mention_at(const MentionPlace& place, const Story& story, bool widened) const {
  const Statement& statement = *story.lines[place.line].statement;
  const TextUnit& unit = result_.units[statement.unit];
  const TokenRange stretch = widened ? stretch_of_mention(place.tokens, statement, unit)
                                     : trim(place.tokens, unit, unit.language.language);
  Mention mention;
  mention.unit = statement.unit;
  mention.span = bytes_of_mention(stretch, statement, unit);
  return mention;
}

std::vector<Point> PointSearch::find_in(const StoryPlaces& places, const Parts& parts,
                                        const PointOptions& options) const {
  StoryTexts texts{places.story, table_, result_.units};
  PlacePairs found = places.found;
  found.roots = roots_of(places, parts);
  const auto linked = link(places, found.roots, parts, options.least_chance);
  std::vector<Group> groups = select_groups(linked, found, options);
  if (parts.assertions) {
    std::erase_if(groups,
                  [&](const Group& group) { return !asserts_something(group, found, texts); });
  }
  for (Group& group : groups) {
    group.nearest.reset();  // counted with those that are gone, and asked by nobody
  }
  texts.differing = relate_figures(texts, found, groups);
  std::vector<Point> points(groups.size());
  Shown shown;
  for (const GroupId g : surest_first(groups)) {
    points[g] = make_point(groups[g], found, texts, shown);
    if (!parts.widened) {
      std::vector<Mention>& mentions = points[g].mentions;
      mentions.clear();
      for (const PlaceId place : groups[g].places) {
        mentions.push_back(mention_at(found.places[place], places.story, false));
      }
    }
  }
  lessen_repetitions(points);
  return points;
}

bool same_points(std::span<const Point> some, std::span<const Point> others) {
  const auto same_mention = [](const Mention& x, const Mention& y) {
    return x.unit == y.unit && x.span == y.span;
  };
  const auto same = [&](const Point& x, const Point& y) {
    return std::equal(x.mentions.begin(), x.mentions.end(), y.mentions.begin(), y.mentions.end(),
                      same_mention) &&
           x.disagreements == y.disagreements;
  };
  return std::equal(some.begin(), some.end(), others.begin(), others.end(), same);
}

}  // namespace reprise::detail::bench
