// Which groups of places are points, and in which order.
//
// A group has one mention of each stretch of text; a group whose mentions are mostly those of a
// stronger one is part of it; two mentions alone have to be more alike than the many have to be on
// average.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "reprise/point.h"
#include "reprise/points/mentions.h"

namespace reprise::detail {

struct Group {
  std::vector<PlaceId> places;     // ascending
  std::vector<double> likenesses;  // beside places: mean of each one's pairs of different voices
  double likeness = 0;             // mean of its pairs of different voices, in [0, 1]
  double chance = 0;               // that they state the same: the square of the mean root
  uint32_t voices = 0;             // how many
  // The group that it was not made one with though it comes nearest, and the mean likeness between
  // the two.
  std::optional<GroupId> nearest;
  double nearest_likeness = 0;
};

// Returns the groups of two voices or more that are points, ordered by their places. `groups`: of
// places, as link.h makes them. Cost: the sum of the groups' squares.
std::vector<Group> select_groups(std::span<const std::vector<uint32_t>> groups,
                                 const PlacePairs& found, const PointOptions& options);

// Returns the groups from the surest on; of equals, the first.
std::vector<GroupId> surest_first(std::span<const Group> groups);

}  // namespace reprise::detail
