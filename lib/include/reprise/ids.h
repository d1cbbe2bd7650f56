// Numbers that say what they count: the place of a document in Result::documents is a DocumentId,
// that of a text unit in Result::units a UnitId, so that neither is taken for the other.
//
//     UnitId unit{3};
//     units[unit];                  // an Id serves as an index
//     DocumentId document = unit;   // does not compile
//
// An Id costs what its number costs: 4 bytes, copied in a register. None is
// std::optional<DocumentId>.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace reprise {

// The place of one thing among its kind, from 0. `Kind` is never defined; it only tells ids apart.
template <class Kind>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(size_t place) : place_(static_cast<uint32_t>(place)) {}

  constexpr operator uint32_t() const { return place_; }
  constexpr Id& operator++() {
    ++place_;
    return *this;
  }

  friend constexpr auto operator<=>(const Id&, const Id&) = default;
  friend constexpr bool operator==(const Id&, const Id&) = default;

 private:
  uint32_t place_ = 0;
};

using DocumentId = Id<struct DocumentKind>;              // in Result::documents
using UnitId = Id<struct UnitKind>;                      // in Result::units
using PointId = Id<struct PointKind>;                    // in Result::points
using StoryId = Id<struct StoryKind>;                    // in Result::stories
using ClusterId = Id<struct ClusterKind>;                // in Result::clusters
using PassageClusterId = Id<struct PassageClusterKind>;  // in Result::passage_clusters

}  // namespace reprise

template <class Kind>
struct std::hash<reprise::Id<Kind>> {
  size_t operator()(reprise::Id<Kind> id) const { return std::hash<uint32_t>()(id); }
};
