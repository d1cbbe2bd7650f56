#include "reprise/points/find.h"

#include <algorithm>
#include <tuple>

#include "reprise/points/label.h"
#include "reprise/points/link.h"
#include "reprise/points/score.h"
#include "reprise/points/terms.h"

namespace reprise {

std::vector<Point> find_points(std::span<const TextUnit> units, std::span<const uint32_t> voice_of_document,
                               const PointOptions& options, uint32_t first_reference) {
  const ClauseTable table = make_clauses(units, options.language);
  const std::vector<ScoredPair> pairs = score_pairs(table, units, options, first_reference);
  const std::vector<double> weights = stem_weights(table);

  std::vector<char> is_reference;
  for (const Clause& clause : table.clauses) is_reference.push_back(units[clause.unit].document >= first_reference);
  const auto groups = first_reference == UINT32_MAX
                          ? average_link(static_cast<uint32_t>(table.clauses.size()), pairs, options.least_score)
                          : nearest_link(is_reference, pairs, options.least_score);
  std::vector<Point> points;
  for (const auto& group : groups) {
    Point point = make_point(group, table, units, weights, voice_of_document);
    if (point.voices >= 2) points.push_back(std::move(point));
  }
  std::stable_sort(points.begin(), points.end(), [](const Point& x, const Point& y) {
    return std::tuple(x.score, x.documents.size()) > std::tuple(y.score, y.documents.size());
  });
  return points;
}

}  // namespace reprise
