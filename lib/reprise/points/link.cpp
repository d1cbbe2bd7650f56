// Steps: each member is a group; all pairs of groups whose mean is high enough are proposed to a
// heap; the best is merged, and the merged group's new means are proposed, until none is left.
// Proposals are never taken back: each carries the age of its two groups, and counts only while
// they have it.
//
//     0-1: 0.8, 1-2: 0.6, threshold 0.35
//     merge 0 and 1 (0.8)
//     {0,1}-2 has two pairs, of which 0-2 is no candidate: (0 + 0.6) / 2 = 0.3 < 0.35
//     {0,1} and {2}
//
// By single link, 2 would have come along, and whatever is like it. For each two groups the sum of
// their scores is kept, and the number of pairs is counted from their voices; a merge adds two
// sorted lists of neighbours.
#include "reprise/points/link.h"

#include <algorithm>
#include <map>
#include <queue>

namespace reprise::detail {
namespace {

// A merge that could be made: two groups by their smallest member, and what their average was when
// it was proposed.
struct Proposal {
  double average;
  uint32_t a, b;
  uint64_t age;  // of the two groups together: a proposal is void if either has grown since

  // The best is on top of the heap; of equals, that of the smallest members.
  friend bool operator<(const Proposal& x, const Proposal& y) {
    if (x.average != y.average) {
      return x.average < y.average;
    }
    return std::pair(x.a, x.b) > std::pair(y.a, y.b);
  }
};

// Numbers with values, ascending: a map of few entries that are mostly walked over.
template <class Value>
class SortedList {
 public:
  // REQUIRES: the key is behind all others.
  void append(uint32_t key, Value value) { entries_.emplace_back(key, value); }
  Value at(uint32_t key) const { return find(entries_, key)->second; }
  void erase(uint32_t key) { entries_.erase(find(entries_, key)); }
  void set(uint32_t key, Value value) {
    const auto place = find(entries_, key);
    const bool is_known = place != entries_.end() && place->first == key;
    if (is_known) {
      place->second = value;
    } else {
      entries_.insert(place, {key, value});
    }
  }
  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }
  void clear() { std::vector<std::pair<uint32_t, Value>>().swap(entries_); }

  // Adds the other's values to those of the same numbers.
  void add(const SortedList& other) {
    std::vector<std::pair<uint32_t, Value>> sum;
    sum.reserve(entries_.size() + other.entries_.size());
    auto x = entries_.begin();
    for (const auto& [key, value] : other.entries_) {
      while (x != entries_.end() && x->first < key) {
        sum.push_back(*x);
        ++x;
      }
      sum.emplace_back(key, value);
      if (x != entries_.end() && x->first == key) {
        sum.back().second = x->second + value;
        ++x;
      }
    }
    sum.insert(sum.end(), x, entries_.end());
    entries_ = std::move(sum);
  }

 private:
  template <class Entries>
  static auto find(Entries& entries, uint32_t key) {
    return std::lower_bound(entries.begin(), entries.end(), key,
                            [](const auto& entry, uint32_t k) { return entry.first < k; });
  }
  std::vector<std::pair<uint32_t, Value>> entries_;
};

class Linker {
 public:
  Linker(std::span<const uint32_t> voices, std::span<const ScoredPair> pairs,
         LinkThreshold threshold)
      : threshold_(threshold),
        groups_(voices.size()),
        voices_(voices.size()),
        sums_(voices.size()) {
    for (uint32_t i = 0; i < voices.size(); ++i) {
      groups_[i] = {i};
      voices_[i].append(voices[i], 1);
    }
    fill_sums(pairs);
    for (const ScoredPair& p : pairs) {
      propose(p.a, p.b);
    }
  }

  std::vector<std::vector<uint32_t>> run() {
    while (!heap_.empty()) {
      const Proposal best = heap_.top();
      heap_.pop();
      const bool both_are_there = !groups_[best.a].empty() && !groups_[best.b].empty();
      if (both_are_there && best.age == age(best.a, best.b)) {
        merge(best.a, best.b);
      }
    }
    std::vector<std::vector<uint32_t>> result;
    for (auto& group : groups_) {
      if (group.size() < 2) {
        continue;
      }
      std::sort(group.begin(), group.end());
      result.push_back(std::move(group));
    }
    return result;
  }

 private:
  // Files each pair's score both ways round, in order, so that each list is filled from its begin.
  void fill_sums(std::span<const ScoredPair> pairs) {
    std::vector<ScoredPair> turned;
    for (const ScoredPair& p : pairs) {
      turned.push_back(p);
      turned.push_back({p.b, p.a, p.score});
    }
    std::sort(turned.begin(), turned.end(), [](const ScoredPair& x, const ScoredPair& y) {
      return std::pair(x.a, x.b) < std::pair(y.a, y.b);
    });
    for (const ScoredPair& p : turned) {
      sums_[p.a].append(p.b, p.score);
    }
  }

  uint64_t age(uint32_t a, uint32_t b) const {
    return uint64_t{groups_[a].size()} << 32 | groups_[b].size();
  }

  void propose(uint32_t a, uint32_t b) {
    if (a > b) {
      std::swap(a, b);
    }
    const double average = sums_[a].at(b) / static_cast<double>(count_cross(a, b));
    if (average >= threshold_.of(groups_[a].size() + groups_[b].size())) {
      heap_.push({average, a, b, age(a, b)});
    }
  }

  // Returns how many pairs of two voices the groups have between them.
  uint64_t count_cross(uint32_t a, uint32_t b) const {
    uint64_t count = uint64_t{groups_[a].size()} * groups_[b].size();
    auto x = voices_[a].begin();
    auto y = voices_[b].begin();
    while (x != voices_[a].end() && y != voices_[b].end()) {
      if (x->first < y->first) {
        ++x;
      } else if (y->first < x->first) {
        ++y;
      } else {
        count -= uint64_t{x->second} * y->second;
        ++x;
        ++y;
      }
    }
    return count;
  }

  // REQUIRES: a < b. The group keeps the number of its smallest member.
  void merge(uint32_t a, uint32_t b) {
    groups_[a].insert(groups_[a].end(), groups_[b].begin(), groups_[b].end());
    groups_[b].clear();
    voices_[a].add(voices_[b]);
    voices_[b].clear();
    sums_[a].erase(b);
    sums_[b].erase(a);
    for (const auto& [other, _] : sums_[b]) {
      sums_[other].erase(b);
    }
    sums_[a].add(sums_[b]);
    for (const auto& [other, _] : sums_[b]) {
      sums_[other].set(a, sums_[a].at(other));
    }
    sums_[b].clear();
    for (const auto& [other, _] : sums_[a]) {
      propose(a, other);
    }
  }

  LinkThreshold threshold_;
  std::vector<std::vector<uint32_t>> groups_;  // by smallest member; empty once merged away
  std::vector<SortedList<uint32_t>> voices_;   // of each group, with how many members
  std::vector<SortedList<double>> sums_;       // of the scores between two groups
  std::priority_queue<Proposal> heap_;
};

// The reference that a member is most like.
struct Nearest {
  double score = 0;
  uint32_t reference = 0;
};

// Returns the nearest reference of each member that has one that is near enough; else score 0.
std::vector<Nearest> find_nearest(std::span<const char> is_reference,
                                  std::span<const ScoredPair> pairs, double least_score) {
  std::vector<Nearest> nearest(is_reference.size());
  for (const ScoredPair& pair : pairs) {
    const bool a_refers = is_reference[pair.a] != 0;
    const uint32_t reference = a_refers ? pair.a : pair.b;
    Nearest& best = nearest[a_refers ? pair.b : pair.a];
    const bool is_earlier = pair.score == best.score && reference < best.reference;
    const bool is_better = pair.score > best.score || is_earlier;
    if (pair.score >= least_score && is_better) {
      best = {pair.score, reference};
    }
  }
  return nearest;
}

}  // namespace

std::vector<std::vector<uint32_t>> average_link(std::span<const uint32_t> voices,
                                                std::span<const ScoredPair> pairs,
                                                LinkThreshold threshold) {
  return Linker(voices, pairs, threshold).run();
}

std::vector<std::vector<uint32_t>> nearest_link(std::span<const char> is_reference,
                                                std::span<const ScoredPair> pairs,
                                                double least_score) {
  const std::vector<Nearest> nearest = find_nearest(is_reference, pairs, least_score);
  std::map<uint32_t, std::vector<uint32_t>> by_reference;
  for (uint32_t member = 0; member < nearest.size(); ++member) {
    if (nearest[member].score > 0) {
      by_reference[nearest[member].reference].push_back(member);
    }
  }
  std::vector<std::vector<uint32_t>> groups;
  for (auto& [reference, group] : by_reference) {
    group.push_back(reference);
    std::sort(group.begin(), group.end());
    groups.push_back(std::move(group));
  }
  std::sort(groups.begin(), groups.end());
  return groups;
}

}  // namespace reprise::detail
