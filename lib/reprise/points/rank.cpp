// Steps: the points are taken by their scores; of each, the sentences that were told already are
// counted, and its own are told from then on.
#include "reprise/points/rank.h"

#include <algorithm>
#include <set>
#include <tuple>
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

void order_points(std::vector<Point>& points, std::vector<Dispute>& disputes) {
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
  for (Dispute& dispute : disputes) {
    for (PointId& point : dispute.points) {
      point = rank[point];
    }
    std::sort(dispute.points.begin(), dispute.points.end());
  }
  points = std::move(ordered);
}

}  // namespace reprise::detail
