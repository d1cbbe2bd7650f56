// Steps: of places that overlap, a group keeps the one that others are most like; groups of one
// voice are none; from the strongest on, a group that mostly repeats a stronger one joins it; what
// is too little alike goes; last, each group's nearest is found.
//
//     A: "the ferry stays in port" in three texts                     strength 0.5 × 3
//     B: "ferry stays in port until spring" in the first two of them  strength 0.4 × 2
//     C: "stays in port" in the first text, "at the pier" in a fourth strength 0.3 × 2
//     B has both its mentions inside A's: it is A. C has one of two, which is not more than half.
//
// Cost: the square of each group, for the likeness of each two of its places.
#include "reprise/points/select.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace reprise::detail {
namespace {

// The likenesses of places, by pair; of those that were not compared, 0.
class Scores {
 public:
  explicit Scores(std::span<const ScoredPair> pairs) {
    scores_.reserve(pairs.size());
    for (const ScoredPair& pair : pairs) {
      scores_[key(pair.a, pair.b)] = pair.score;
    }
  }
  double of(uint32_t a, uint32_t b) const {
    const auto entry = scores_.find(key(a, b));
    return entry == scores_.end() ? 0 : entry->second;
  }

 private:
  static uint64_t key(uint32_t a, uint32_t b) {
    return uint64_t{std::min(a, b)} << 32 | std::max(a, b);
  }
  std::unordered_map<uint64_t, double> scores_;
};

class Selector {
 public:
  Selector(const PlacePairs& found, const PointOptions& options)
      : found_(found), options_(options), likenesses_(found.pairs), roots_(found.roots) {}

  std::vector<Group> select(std::span<const std::vector<uint32_t>> lists) const {
    std::vector<Group> groups;
    for (const std::vector<uint32_t>& list : lists) {
      std::vector<PlaceId> places;
      for (uint32_t place : list) {
        places.emplace_back(place);
      }
      Group group = measure(without_overlaps(places));
      if (group.voices >= 2) {
        groups.push_back(std::move(group));
      }
    }
    std::stable_sort(groups.begin(), groups.end(),
                     [](const Group& x, const Group& y) { return strength(x) > strength(y); });
    groups = merge_repetitions(std::move(groups));
    std::erase_if(groups, [&](const Group& group) { return group.chance < needed(group); });
    std::sort(groups.begin(), groups.end(),
              [](const Group& x, const Group& y) { return x.places < y.places; });
    find_nearest(groups);
    return groups;
  }

 private:
  using GroupsOfLine = std::map<LineId, std::vector<GroupId>>;  // that have a mention in the line

  static double strength(const Group& group) { return std::sqrt(group.chance) * group.voices; }

  double needed(const Group& group) const {
    const bool is_two = group.places.size() == 2;
    return options_.least_chance + (is_two ? options_.margin_of_two : 0);
  }

  bool of_one_voice(PlaceId a, PlaceId b) const {
    return found_.places[a].voice == found_.places[b].voice;
  }

  // Two places with half of the shorter one in common are one mention.
  bool overlap(PlaceId a, PlaceId b) const {
    const MentionPlace& x = found_.places[a];
    const MentionPlace& y = found_.places[b];
    if (x.line != y.line) {
      return false;
    }
    const uint32_t shorter = std::min(x.tokens.size(), y.tokens.size());
    return 2 * common_tokens(x.tokens, y.tokens) > shorter;
  }

  bool overlaps_any(PlaceId place, std::span<const PlaceId> others) const {
    return std::any_of(others.begin(), others.end(),
                       [&](PlaceId other) { return overlap(place, other); });
  }

  // Returns the places, of those that overlap only the one that is most like the others; ascending.
  std::vector<PlaceId> without_overlaps(std::span<const PlaceId> places) const {
    std::vector<std::pair<double, PlaceId>> ranked;
    for (const PlaceId a : places) {
      double sum = 0;
      for (const PlaceId b : places) {
        sum += a == b ? 0 : roots_.of(a, b);
      }
      ranked.emplace_back(-sum, a);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<PlaceId> kept;
    for (const auto& [_, place] : ranked) {
      if (!overlaps_any(place, kept)) {
        kept.push_back(place);
      }
    }
    std::sort(kept.begin(), kept.end());
    return kept;
  }

  // Returns the group of the places, with how alike they are.
  Group measure(std::vector<PlaceId> places) const {
    const size_t count = places.size();
    std::set<VoiceId> voices;
    std::vector<double> sums(count);   // by place: of its likenesses to other voices
    std::vector<double> pairs(count);  // and of how many
    double roots = 0;
    for (size_t i = 0; i < count; ++i) {
      voices.insert(found_.places[places[i]].voice);
      for (size_t j = i + 1; j < count; ++j) {
        if (of_one_voice(places[i], places[j])) {
          continue;
        }
        const double value = likenesses_.of(places[i], places[j]);
        roots += roots_.of(places[i], places[j]);
        sums[i] += value;
        sums[j] += value;
        ++pairs[i];
        ++pairs[j];
      }
    }
    Group group;
    group.places = std::move(places);
    group.voices = static_cast<uint32_t>(voices.size());
    double sum = 0;
    double all = 0;
    for (size_t i = 0; i < count; ++i) {
      group.likenesses.push_back(pairs[i] > 0 ? sums[i] / pairs[i] : 0);
      sum += sums[i];
      all += pairs[i];
    }
    group.likeness = all > 0 ? sum / all : 0;
    const double mean_root = all > 0 ? 2 * roots / all : 0;  // `all` counts each pair twice
    group.chance = mean_root * mean_root;
    return group;
  }

  // Returns the groups without those that mostly repeat a stronger one, which they join. REQUIRES:
  // the strongest first.
  std::vector<Group> merge_repetitions(std::vector<Group> groups) const {
    GroupsOfLine of_line;
    std::vector<Group> kept;
    for (Group& group : groups) {
      const std::optional<GroupId> repeated = find_repeated(group, kept, of_line);
      const GroupId target = repeated.value_or(GroupId{kept.size()});
      if (repeated) {
        std::vector<PlaceId> all = kept[target].places;
        all.insert(all.end(), group.places.begin(), group.places.end());
        kept[target] = measure(without_overlaps(all));
      } else {
        kept.push_back(std::move(group));
      }
      for (const PlaceId place : kept[target].places) {
        std::vector<GroupId>& list = of_line[found_.places[place].line];
        if (std::find(list.begin(), list.end(), target) == list.end()) {
          list.push_back(target);
        }
      }
    }
    return kept;
  }

  // Returns the first kept group that holds more than half of the group's mentions.
  std::optional<GroupId> find_repeated(const Group& group, const std::vector<Group>& kept,
                                       const GroupsOfLine& of_line) const {
    std::map<GroupId, size_t> hits;
    for (const PlaceId place : group.places) {
      const auto found = of_line.find(found_.places[place].line);
      if (found == of_line.end()) {
        continue;
      }
      for (const GroupId other : found->second) {
        if (overlaps_any(place, kept[other].places)) {
          ++hits[other];
        }
      }
    }
    for (const auto& [other, count] : hits) {
      if (2 * count > group.places.size()) {
        return other;
      }
    }
    return std::nullopt;
  }

  // Returns how many pairs of two voices the groups have between them; at least 1.
  double count_cross(const Group& a, const Group& b) const {
    double count = 0;
    for (const PlaceId x : a.places) {
      for (const PlaceId y : b.places) {
        count += of_one_voice(x, y) ? 0 : 1;
      }
    }
    return std::max(count, 1.0);
  }

  // Returns the sums of the likenesses between places of two groups, by the groups.
  std::map<std::pair<GroupId, GroupId>, double> sums_between(std::span<const Group> groups) const {
    std::vector<std::optional<GroupId>> group_of(found_.places.size());
    for (GroupId g{0}; g < groups.size(); ++g) {
      for (const PlaceId place : groups[g].places) {
        group_of[place] = g;
      }
    }
    std::map<std::pair<GroupId, GroupId>, double> sums;
    for (const ScoredPair& pair : found_.pairs) {
      const std::optional<GroupId> a = group_of[pair.a];
      const std::optional<GroupId> b = group_of[pair.b];
      if (a && b && *a != *b) {
        sums[std::minmax(*a, *b)] += pair.score;
      }
    }
    return sums;
  }

  void find_nearest(std::vector<Group>& groups) const {
    const auto improve = [](Group& group, GroupId other, double mean) {
      if (mean > group.nearest_likeness) {
        group.nearest = other;
        group.nearest_likeness = mean;
      }
    };
    for (const auto& [two, sum] : sums_between(groups)) {
      const auto [a, b] = two;
      const double mean = sum / count_cross(groups[a], groups[b]);
      improve(groups[a], b, mean);
      improve(groups[b], a, mean);
    }
  }

  const PlacePairs& found_;
  const PointOptions& options_;
  Scores likenesses_;
  Scores roots_;
};

}  // namespace

std::vector<Group> select_groups(std::span<const std::vector<uint32_t>> groups,
                                 const PlacePairs& found, const PointOptions& options) {
  return Selector(found, options).select(groups);
}

std::vector<GroupId> surest_first(std::span<const Group> groups) {
  std::vector<GroupId> order;
  for (GroupId g{0}; g < groups.size(); ++g) {
    order.push_back(g);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](GroupId x, GroupId y) { return groups[x].chance > groups[y].chance; });
  return order;
}

}  // namespace reprise::detail
