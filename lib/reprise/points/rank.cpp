// Steps: the points are taken by their scores; of each, the sentences that were told already are
// counted, and its own are told from then on.
#include "reprise/points/rank.h"

#include <algorithm>
#include <set>
#include <utility>

namespace reprise::detail {
namespace {

// What a point loses if all its sentences were told before.
constexpr double loss_of_repetition = 0.6;

}  // namespace

void lessen_repetitions(std::vector<Point>& points) {
  std::vector<PointId> order;
  for (PointId i{0}; i < points.size(); ++i) {
    order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](PointId x, PointId y) { return points[x].score > points[y].score; });
  std::set<std::pair<UnitId, size_t>> told;  // sentences, by their begin
  for (const PointId i : order) {
    double again = 0;
    for (const Mention& mention : points[i].mentions) {
      again += told.contains({mention.unit, mention.sentence.begin}) ? 1 : 0;
    }
    for (const Mention& mention : points[i].mentions) {
      told.emplace(mention.unit, mention.sentence.begin);
    }
    const double share = again / static_cast<double>(points[i].mentions.size());
    points[i].score *= 1 - loss_of_repetition * share;
  }
}

}  // namespace reprise::detail
