#include "reprise/points/link.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <queue>

namespace reprise {
namespace {

// A merge that could be made: two groups by their smallest place, and what their average was when it was proposed.
struct Proposal {
  double average;
  uint32_t a, b;
  uint64_t age;  // of the two groups together: a proposal is void if either has grown since

  friend bool operator<(const Proposal& x, const Proposal& y) {  // the best on top of the heap
    if (x.average != y.average) return x.average < y.average;
    return std::pair(x.a, x.b) > std::pair(y.a, y.b);
  }
};

class Linker {
 public:
  Linker(std::span<const uint32_t> voices, std::span<const ScoredPair> pairs, double least_score)
      : least_(least_score), groups_(voices.size()), voices_(voices.size()), sums_(voices.size()) {
    for (uint32_t i = 0; i < voices.size(); ++i) groups_[i] = {i}, voices_[i] = {{voices[i], 1}};
    for (const ScoredPair& p : pairs) sums_[p.a][p.b] = sums_[p.b][p.a] = p.score;
    for (const ScoredPair& p : pairs) propose(p.a, p.b);
  }

  std::vector<std::vector<uint32_t>> run() {
    while (!heap_.empty()) {
      const Proposal best = heap_.top();
      heap_.pop();
      if (!groups_[best.a].empty() && !groups_[best.b].empty() && best.age == age(best.a, best.b))
        merge(best.a, best.b);
    }
    std::vector<std::vector<uint32_t>> result;
    for (auto& group : groups_) {
      if (group.size() < 2) continue;
      std::sort(group.begin(), group.end());
      result.push_back(std::move(group));
    }
    return result;
  }

 private:
  uint64_t age(uint32_t a, uint32_t b) const { return uint64_t{groups_[a].size()} << 32 | groups_[b].size(); }

  void propose(uint32_t a, uint32_t b) {
    if (a > b) std::swap(a, b);
    const double average = sums_[a].at(b) / static_cast<double>(count_cross(a, b));
    if (average >= least_) heap_.push({average, a, b, age(a, b)});
  }

  // Returns how many pairs of two voices the groups have between them.
  uint64_t count_cross(uint32_t a, uint32_t b) const {
    uint64_t count = uint64_t{groups_[a].size()} * groups_[b].size();
    for (auto x = voices_[a].begin(), y = voices_[b].begin(); x != voices_[a].end() && y != voices_[b].end();) {
      if (x->first == y->first) count -= uint64_t{x->second} * y->second;
      const bool step_x = x->first <= y->first, step_y = y->first <= x->first;
      if (step_x) ++x;
      if (step_y) ++y;
    }
    return count;
  }

  void merge(uint32_t a, uint32_t b) {  // a < b: the group keeps the name of its smallest place
    groups_[a].insert(groups_[a].end(), groups_[b].begin(), groups_[b].end());
    groups_[b].clear();
    for (const auto& [voice, count] : voices_[b]) voices_[a][voice] += count;
    voices_[b].clear();
    sums_[a].erase(b);
    for (const auto& [other, sum] : sums_[b]) {
      sums_[other].erase(b);
      if (other == a) continue;
      sums_[a][other] += sum;
      sums_[other][a] = sums_[a][other];
    }
    sums_[b].clear();
    for (const auto& [other, sum] : sums_[a]) propose(a, other);
  }

  double least_;
  std::vector<std::vector<uint32_t>> groups_;        // by smallest place; empty once merged away
  std::vector<std::map<uint32_t, uint32_t>> voices_;  // of each group, with how many places
  std::vector<std::map<uint32_t, double>> sums_;  // of the scores between two groups
  std::priority_queue<Proposal> heap_;
};

}  // namespace

std::vector<std::vector<uint32_t>> average_link(std::span<const uint32_t> voices, std::span<const ScoredPair> pairs,
                                                double least_score) {
  return Linker(voices, pairs, least_score).run();
}

std::vector<std::vector<uint32_t>> nearest_link(std::span<const char> is_reference, std::span<const ScoredPair> pairs,
                                                double least_score) {
  struct Nearest {
    double score = 0;
    uint32_t reference = 0;
  };
  std::vector<Nearest> nearest(is_reference.size());
  for (const ScoredPair& pair : pairs) {
    const auto [target, reference] = is_reference[pair.a] ? std::pair(pair.b, pair.a) : std::pair(pair.a, pair.b);
    Nearest& best = nearest[target];
    const bool better = pair.score > best.score || (pair.score == best.score && reference < best.reference);
    if (pair.score >= least_score && better) best = {pair.score, reference};
  }
  std::map<uint32_t, std::vector<uint32_t>> by_reference;
  for (uint32_t c = 0; c < nearest.size(); ++c) {
    if (nearest[c].score > 0) by_reference[nearest[c].reference].push_back(c);
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

}  // namespace reprise
