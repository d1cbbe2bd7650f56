#include "reprise/points/link.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <queue>

namespace reprise::detail {
namespace {

// A merge that could be made: two groups by their smallest place, and what their average was when
// it was proposed.
struct Proposal {
  double average;
  uint32_t a, b;
  uint64_t age;  // of the two groups together: a proposal is void if either has grown since

  friend bool operator<(const Proposal& x, const Proposal& y) {  // the best on top of the heap
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
  void append(uint32_t key, Value value) {
    entries_.emplace_back(key, value);
  }  // REQUIRES: behind all others
  Value at(uint32_t key) const { return find(entries_, key)->second; }
  void erase(uint32_t key) { entries_.erase(find(entries_, key)); }
  void set(uint32_t key, Value value) {
    const auto place = find(entries_, key);
    place != entries_.end()&& place->first == key ? place->second = value
                                                  : entries_.insert(place, {key, value})->second;
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
      for (; x != entries_.end() && x->first < key; ++x) {
        sum.push_back(*x);
      }
      const bool both = x != entries_.end() && x->first == key;
      sum.emplace_back(key, both ? (x++)->second + value : value);
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
  Linker(std::span<const uint32_t> voices, std::span<const ScoredPair> pairs, double least_score)
      : least_(least_score), groups_(voices.size()), voices_(voices.size()), sums_(voices.size()) {
    for (uint32_t i = 0; i < voices.size(); ++i) {
      groups_[i] = {i};
      voices_[i].append(voices[i], 1);
    }
    std::vector<ScoredPair> turned;  // both ways round, so that each list is filled in order
    for (const ScoredPair& p : pairs) {
      turned.push_back(p), turned.push_back({p.b, p.a, p.score});
    }
    std::sort(turned.begin(), turned.end(), [](const ScoredPair& x, const ScoredPair& y) {
      return std::pair(x.a, x.b) < std::pair(y.a, y.b);
    });
    for (const ScoredPair& p : turned) {
      sums_[p.a].append(p.b, p.score);
    }
    for (const ScoredPair& p : pairs) {
      propose(p.a, p.b);
    }
  }

  std::vector<std::vector<uint32_t>> run() {
    while (!heap_.empty()) {
      const Proposal best = heap_.top();
      heap_.pop();
      if (!groups_[best.a].empty() && !groups_[best.b].empty() && best.age == age(best.a, best.b)) {
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
  uint64_t age(uint32_t a, uint32_t b) const {
    return uint64_t{groups_[a].size()} << 32 | groups_[b].size();
  }

  void propose(uint32_t a, uint32_t b) {
    if (a > b) {
      std::swap(a, b);
    }
    const double average = sums_[a].at(b) / static_cast<double>(count_cross(a, b));
    if (average >= least_) {
      heap_.push({average, a, b, age(a, b)});
    }
  }

  // Returns how many pairs of two voices the groups have between them.
  uint64_t count_cross(uint32_t a, uint32_t b) const {
    uint64_t count = uint64_t{groups_[a].size()} * groups_[b].size();
    for (auto x = voices_[a].begin(), y = voices_[b].begin();
         x != voices_[a].end() && y != voices_[b].end();) {
      if (x->first == y->first) {
        count -= uint64_t{x->second} * y->second;
      }
      const bool step_x = x->first <= y->first, step_y = y->first <= x->first;
      if (step_x) {
        ++x;
      }
      if (step_y) {
        ++y;
      }
    }
    return count;
  }

  void merge(uint32_t a, uint32_t b) {  // a < b: the group keeps the name of its smallest place
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

  double least_;
  std::vector<std::vector<uint32_t>> groups_;  // by smallest place; empty once merged away
  std::vector<SortedList<uint32_t>> voices_;   // of each group, with how many places
  std::vector<SortedList<double>> sums_;       // of the scores between two groups
  std::priority_queue<Proposal> heap_;
};

}  // namespace

std::vector<std::vector<uint32_t>> average_link(std::span<const uint32_t> voices,
                                                std::span<const ScoredPair> pairs,
                                                double least_score) {
  return Linker(voices, pairs, least_score).run();
}

std::vector<std::vector<uint32_t>> nearest_link(std::span<const char> is_reference,
                                                std::span<const ScoredPair> pairs,
                                                double least_score) {
  struct Nearest {
    double score = 0;
    uint32_t reference = 0;
  };
  std::vector<Nearest> nearest(is_reference.size());
  for (const ScoredPair& pair : pairs) {
    const auto [target, reference] =
        is_reference[pair.a] ? std::pair(pair.b, pair.a) : std::pair(pair.a, pair.b);
    Nearest& best = nearest[target];
    const bool better =
        pair.score > best.score || (pair.score == best.score && reference < best.reference);
    if (pair.score >= least_score && better) {
      best = {pair.score, reference};
    }
  }
  std::map<uint32_t, std::vector<uint32_t>> by_reference;
  for (uint32_t c = 0; c < nearest.size(); ++c) {
    if (nearest[c].score > 0) {
      by_reference[nearest[c].reference].push_back(c);
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
