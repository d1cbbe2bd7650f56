#include "reprise/points/select.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace reprise::detail {
namespace {

class Selector {
 public:
  Selector(const PlacePairs& found, const PointOptions& options)
      : found_(found), options_(options) {
    scores_.reserve(found.pairs.size());
    for (const ScoredPair& pair : found.pairs) {
      scores_[key(pair.a, pair.b)] = pair.score;
    }
  }

  std::vector<Group> select(std::vector<std::vector<uint32_t>> lists) {
    std::vector<Group> groups;
    for (std::vector<uint32_t>& list : lists) {
      Group group = measure(without_overlaps(list));
      if (group.voices >= 2) {
        groups.push_back(std::move(group));
      }
    }
    std::stable_sort(groups.begin(), groups.end(),
                     [](const Group& x, const Group& y) { return strength(x) > strength(y); });
    merge_repetitions(groups);
    std::erase_if(groups, [&](const Group& group) { return group.likeness < needed(group); });
    std::sort(groups.begin(), groups.end(),
              [](const Group& x, const Group& y) { return x.places < y.places; });
    find_nearest(groups);
    return groups;
  }

 private:
  static uint64_t key(uint32_t a, uint32_t b) {
    return uint64_t{std::min(a, b)} << 32 | std::max(a, b);
  }
  static double strength(const Group& group) { return group.likeness * group.voices; }

  double score(uint32_t a, uint32_t b) const {
    const auto it = scores_.find(key(a, b));
    return it == scores_.end() ? 0 : it->second;
  }

  double needed(const Group& group) const {
    return options_.least_score + (group.places.size() == 2 ? options_.margin_of_two : 0);
  }

  // Two places with half of the shorter one in common are one mention.
  bool overlap(uint32_t a, uint32_t b) const {
    const MentionPlace &x = found_.places[a], &y = found_.places[b];
    if (x.line != y.line) {
      return false;
    }
    const uint32_t begin = std::max(x.tokens.begin, y.tokens.begin),
                   end = std::min(x.tokens.end, y.tokens.end);
    return begin < end && 2 * (end - begin) > std::min(x.tokens.size(), y.tokens.size());
  }

  // Returns the places, of those that overlap only the one that is most like the other voices.
  std::vector<uint32_t> without_overlaps(std::span<const uint32_t> places) const {
    std::vector<std::pair<double, uint32_t>> ranked;
    for (uint32_t a : places) {
      double sum = 0;
      for (uint32_t b : places) {
        sum += a == b ? 0 : score(a, b);
      }
      ranked.emplace_back(-sum, a);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<uint32_t> kept;
    for (const auto& entry : ranked) {
      const uint32_t place = entry.second;
      if (std::none_of(kept.begin(), kept.end(),
                       [&](uint32_t other) { return overlap(place, other); })) {
        kept.push_back(place);
      }
    }
    std::sort(kept.begin(), kept.end());
    return kept;
  }

  Group measure(std::vector<uint32_t> places) const {
    Group group;
    group.places = std::move(places);
    const size_t count = group.places.size();
    std::set<uint32_t> voices;
    std::vector<double> sums(count), pairs(count);
    for (size_t i = 0; i < count; ++i) {
      voices.insert(found_.places[group.places[i]].voice);
      for (size_t j = i + 1; j < count; ++j) {
        if (found_.places[group.places[i]].voice == found_.places[group.places[j]].voice) {
          continue;
        }
        const double value = score(group.places[i], group.places[j]);
        sums[i] += value, sums[j] += value;
        ++pairs[i], ++pairs[j];
      }
    }
    double sum = 0, all = 0;
    for (size_t i = 0; i < count; ++i) {
      group.likenesses.push_back(pairs[i] > 0 ? sums[i] / pairs[i] : 0);
      sum += sums[i], all += pairs[i];
    }
    group.voices = static_cast<uint32_t>(voices.size());
    group.likeness = all > 0 ? sum / all : 0;
    return group;
  }

  // Joins to a stronger group what mostly repeats its mentions. The groups are ordered by strength.
  void merge_repetitions(std::vector<Group>& groups) const {
    std::map<uint32_t, std::vector<size_t>> of_line;  // the kept groups with a mention in this line
    std::vector<Group> kept;
    for (Group& group : groups) {
      const size_t target = repeated(group, kept, of_line);
      if (target == kept.size()) {
        kept.push_back(std::move(group));
      } else {
        std::vector<uint32_t> all = kept[target].places;
        all.insert(all.end(), group.places.begin(), group.places.end());
        kept[target] = measure(without_overlaps(all));
      }
      for (uint32_t place : kept[target].places) {
        auto& list = of_line[found_.places[place].line];
        if (std::find(list.begin(), list.end(), target) == list.end()) {
          list.push_back(target);
        }
      }
    }
    groups = std::move(kept);
  }

  // Returns the first kept group that holds more than half of the group's mentions; kept.size() if
  // there is none.
  size_t repeated(const Group& group, const std::vector<Group>& kept,
                  const std::map<uint32_t, std::vector<size_t>>& of_line) const {
    std::map<size_t, size_t> hits;
    for (uint32_t place : group.places) {
      const auto found = of_line.find(found_.places[place].line);
      if (found == of_line.end()) {
        continue;
      }
      for (size_t other : found->second) {
        const auto& places = kept[other].places;
        hits[other] += std::any_of(places.begin(), places.end(),
                                   [&](uint32_t p) { return overlap(place, p); });
      }
    }
    for (const auto& [other, count] : hits) {
      if (2 * count > group.places.size()) {
        return other;
      }
    }
    return kept.size();
  }

  // Returns how many pairs of two voices the groups have between them; at least 1.
  double count_cross(const Group& a, const Group& b) const {
    double count = 0;
    for (uint32_t x : a.places) {
      for (uint32_t y : b.places) {
        count += found_.places[x].voice != found_.places[y].voice;
      }
    }
    return std::max(count, 1.0);
  }

  void find_nearest(std::vector<Group>& groups) const {
    std::unordered_map<uint32_t, uint32_t> group_of;
    for (uint32_t g = 0; g < groups.size(); ++g) {
      for (uint32_t place : groups[g].places) {
        group_of[place] = g;
      }
    }
    std::map<std::pair<uint32_t, uint32_t>, double> sums;
    for (const ScoredPair& pair : found_.pairs) {
      const auto a = group_of.find(pair.a), b = group_of.find(pair.b);
      if (a == group_of.end() || b == group_of.end() || a->second == b->second) {
        continue;
      }
      sums[std::minmax(a->second, b->second)] += pair.score;
    }
    for (const auto& [two, sum] : sums) {
      const double mean = sum / count_cross(groups[two.first], groups[two.second]);
      for (const auto& [group, other] : {two, std::pair(two.second, two.first)}) {
        if (mean > groups[group].nearest_likeness) {
          groups[group].nearest = other, groups[group].nearest_likeness = mean;
        }
      }
    }
  }

  const PlacePairs& found_;
  const PointOptions& options_;
  std::unordered_map<uint64_t, double> scores_;
};

}  // namespace

std::vector<Group> select_groups(std::vector<std::vector<uint32_t>> groups, const PlacePairs& found,
                                 const PointOptions& options) {
  return Selector(found, options).select(std::move(groups));
}

}  // namespace reprise::detail
