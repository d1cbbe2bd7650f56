// Average and nearest link by their definitions: slow, and plain enough to be read as true.
#pragma once

#include <algorithm>
#include <map>
#include <vector>

#include "reprise/points/link.h"

namespace reprise::detail::support {

using Lists = std::vector<std::vector<uint32_t>>;

// The score of each two members; those that are missing count 0.
class ScoreTable {
 public:
  explicit ScoreTable(const std::vector<ScoredPair>& pairs) {
    for (const ScoredPair& pair : pairs) {
      scores_[{pair.a, pair.b}] = pair.score;
    }
  }
  double of(uint32_t x, uint32_t y) const {
    const auto entry = scores_.find({std::min(x, y), std::max(x, y)});
    return entry == scores_.end() ? 0 : entry->second;
  }

 private:
  std::map<std::pair<uint32_t, uint32_t>, double> scores_;
};

// Returns the mean score over all pairs of two voices between the groups; 0 if there are none.
inline double mean_between(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b,
                           const std::vector<uint32_t>& voices, const ScoreTable& scores) {
  double sum = 0;
  double count = 0;
  for (uint32_t x : a) {
    for (uint32_t y : b) {
      if (voices[x] != voices[y]) {
        sum += scores.of(x, y);
        ++count;
      }
    }
  }
  return count > 0 ? sum / count : 0;
}

// Merges the two groups with the highest mean, all means recomputed before each merge, while that
// is high enough.
inline Lists brute_average_link(const std::vector<uint32_t>& voices,
                                const std::vector<ScoredPair>& pairs, double least) {
  const ScoreTable scores(pairs);
  Lists groups;
  for (uint32_t i = 0; i < voices.size(); ++i) {
    groups.push_back({i});
  }
  while (groups.size() >= 2) {
    double best = -1;
    size_t best_a = 0;
    size_t best_b = 0;
    for (size_t a = 0; a < groups.size(); ++a) {
      for (size_t b = a + 1; b < groups.size(); ++b) {
        const double mean = mean_between(groups[a], groups[b], voices, scores);
        if (mean > best) {
          best = mean;
          best_a = a;
          best_b = b;
        }
      }
    }
    if (best < least) {
      break;
    }
    groups[best_a].insert(groups[best_a].end(), groups[best_b].begin(), groups[best_b].end());
    groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(best_b));
  }
  std::erase_if(groups, [](const std::vector<uint32_t>& group) { return group.size() < 2; });
  for (std::vector<uint32_t>& group : groups) {
    std::sort(group.begin(), group.end());
  }
  std::sort(groups.begin(), groups.end());
  return groups;
}

// For each member that is no reference's, looks at all references for the nearest.
inline Lists brute_nearest_link(const std::vector<char>& is_reference,
                                const std::vector<ScoredPair>& pairs, double least) {
  const ScoreTable scores(pairs);
  Lists by_reference(is_reference.size());
  for (uint32_t member = 0; member < is_reference.size(); ++member) {
    double best = 0;
    uint32_t nearest = member;
    for (uint32_t reference = 0; reference < is_reference.size(); ++reference) {
      const bool is_other = is_reference[reference] && !is_reference[member];
      const double score = is_other ? scores.of(member, reference) : 0;
      if (score >= least && score > best) {
        best = score;
        nearest = reference;
      }
    }
    if (best > 0) {
      by_reference[nearest].push_back(member);
    }
  }
  Lists groups;
  for (uint32_t reference = 0; reference < by_reference.size(); ++reference) {
    if (!by_reference[reference].empty()) {
      groups.push_back(by_reference[reference]);
      groups.back().push_back(reference);
      std::sort(groups.back().begin(), groups.back().end());
    }
  }
  std::sort(groups.begin(), groups.end());
  return groups;
}

}  // namespace reprise::detail::support
