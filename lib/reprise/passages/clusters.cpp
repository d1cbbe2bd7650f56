// Steps, for each unit in order: its sides of passages, by groups that hang together by overlaps;
// in each group the ranges that could lead, the weightiest first; each that still has a free
// passage leads a cluster of all whose passages cover most of it; and passages between two members
// join in.
//
//     unit 0: [ p p p p p q q q ]      sides: p with unit 1, p with unit 2, q with unit 3
//     leaders     p (5 words in 3 documents); q is in 2 documents, and leads nothing
//     cluster     p in 0, 1, 2; core: all 5 words, which every member has
//     adopted     the passage of p between 1 and 2
//
// Cost: the head of clusters.h.
#include "reprise/passages/clusters.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "reprise/base/parallel.h"

namespace reprise::detail {
namespace {

constexpr size_t most_candidates = 64;
constexpr size_t least_documents = 3;

// A passage as one of its units sees it.
struct Side {
  TokenRange mine;
  uint32_t passage = 0;
  bool is_a = false;
};

// What the members of a cluster have of one of the leader's words.
struct Tally {
  uint32_t equal = 0;   // so many have it
  bool broken = false;  // one has other words before it
};

bool covers_most(TokenRange outer, TokenRange inner) {
  const uint32_t begin = std::max(outer.begin, inner.begin), end = std::min(outer.end, inner.end);
  return end > begin && 10 * uint64_t{end - begin} >= 7 * uint64_t{inner.size()};
}

class Clusterer {
 public:
  Clusterer(std::span<const TextUnit> units, std::span<Passage> passages)
      : units_(units), passages_(passages), sides_(units.size()), longest_(units.size()) {
    for (uint32_t p = 0; p < passages.size(); ++p) {
      passages[p].cluster.reset();
      sides_[passages[p].unit_a].push_back({passages[p].a, p, true});
      sides_[passages[p].unit_b].push_back({passages[p].b, p, false});
    }
    for (size_t u = 0; u < sides_.size(); ++u) {
      std::stable_sort(sides_[u].begin(), sides_[u].end(),
                       [](const Side& x, const Side& y) { return x.mine < y.mine; });
      for (const Side& side : sides_[u]) {
        longest_[u] = std::max(longest_[u], side.mine.size());
      }
    }
    for (const TextUnit& unit : units) {
      if (unit.document >= seen_.size()) {
        seen_.resize(unit.document + 1);
      }
    }
  }

  std::vector<PassageCluster> find() {
    for (UnitId u; u < units_.size(); ++u) {
      check_stop();
      for (const std::vector<Side>& group : groups_of(u)) {
        for (const TokenRange leader : leaders_of(u, group)) {
          lead(u, leader, group);
        }
      }
    }
    put_in_order();
    return std::move(clusters_);
  }

 private:
  DocumentId document(UnitId unit) const { return units_[unit].document; }
  UnitId other_unit(const Side& side) const {
    const Passage& p = passages_[side.passage];
    return side.is_a ? p.unit_b : p.unit_a;
  }

  bool is_free(const Side& side) const { return !passages_[side.passage].cluster; }

  // Returns the unit's sides, those that hang together by overlaps in one group.
  std::vector<std::vector<Side>> groups_of(UnitId unit) const {
    std::vector<std::vector<Side>> groups;
    uint32_t end = 0;
    for (const Side& side : sides_[unit]) {
      if (groups.empty() || side.mine.begin >= end) {
        groups.emplace_back();
      }
      groups.back().push_back(side);
      end = std::max(end, side.mine.end);
    }
    return groups;
  }

  // Returns the ranges of the sides that could lead, the one first for which its words times the
  // documents that hold most of it are most; of many ranges, the most frequent.
  std::vector<TokenRange> leaders_of(UnitId unit, const std::vector<Side>& sides) {
    if (sides.size() + 1 < least_documents) {
      return {};
    }
    std::map<TokenRange, uint32_t> counts;
    for (const Side& side : sides) {
      ++counts[side.mine];
    }
    std::vector<std::pair<uint64_t, TokenRange>> order;
    for (const auto& [range, count] : counts) {
      order.emplace_back(count, range);
    }
    const auto descending = [](const auto& x, const auto& y) {
      return x.first > y.first;
    };
    std::stable_sort(order.begin(), order.end(), descending);
    if (order.size() > most_candidates) {
      order.resize(most_candidates);
    }
    for (auto& [weight, range] : order) {
      const size_t documents = documents_with(unit, range, sides);
      weight = documents < least_documents ? 0 : uint64_t{range.size()} * documents;
    }
    std::stable_sort(order.begin(), order.end(), descending);
    std::vector<TokenRange> leaders;
    for (const auto& [weight, range] : order) {
      if (weight > 0) {
        leaders.push_back(range);
      }
    }
    return leaders;
  }

  // Returns in how many documents the range stands by the sides, the unit's own included.
  size_t documents_with(UnitId unit, TokenRange range, const std::vector<Side>& sides) {
    size_t count = 1;
    seen_[document(unit)] = ++round_;
    for (const Side& side : sides) {
      if (covers_most(side.mine, range)) {
        count += std::exchange(seen_[document(other_unit(side))], round_) != round_;
      }
    }
    return count;
  }

  // Makes the cluster of the leader, if one of its passages belongs to none yet. A longer passage
  // joins its other document to the cluster, but has more to tell and stays free.
  void lead(UnitId unit, TokenRange leader, const std::vector<Side>& sides) {
    const auto belongs = [&](const Side& side) {
      return is_free(side) && covers_most(side.mine, leader) && covers_most(leader, side.mine);
    };
    if (std::none_of(sides.begin(), sides.end(), belongs)) {
      return;
    }
    PassageCluster cluster;
    cluster.spans.push_back({unit, leader});
    std::vector<Side> members;
    std::vector<Tally> tally(leader.size());
    std::set<DocumentId> documents{document(unit)};
    for (const Side& side : sides) {
      if (!covers_most(side.mine, leader)) {
        continue;
      }
      const Passage& p = passages_[side.passage];
      const TokenRange common{std::max(leader.begin, side.mine.begin),
                              std::min(leader.end, side.mine.end)};
      const TokenRange theirs = project(p, side.is_a, common);
      if (2 * theirs.size() < leader.size()) {
        continue;
      }
      cluster.spans.push_back({other_unit(side), theirs});
      documents.insert(document(other_unit(side)));
      count_equal(p, side.is_a, leader, tally);
      members.push_back(side);
    }
    if (documents.size() < least_documents) {
      return;  // others run over the leader's words with an edit
    }
    const PassageClusterId id(clusters_.size());
    for (const Side& side : members) {
      if (belongs(side)) {
        passages_[side.passage].cluster = id;
      }
    }
    finish(std::move(cluster), unit, leader, tally, static_cast<uint32_t>(members.size()));
    adopt(id);
  }

  void finish(PassageCluster cluster, UnitId unit, TokenRange leader, std::span<const Tally> tally,
              uint32_t members) {
    uint64_t equal = 0;
    for (const Tally& word : tally) {
      equal += word.equal;
    }
    cluster.agreement = static_cast<double>(equal) / (static_cast<double>(members) * leader.size());
    cluster.core = core_of(unit, leader, tally, members);
    std::sort(cluster.spans.begin(), cluster.spans.end());
    cluster.spans.erase(std::unique(cluster.spans.begin(), cluster.spans.end()),
                        cluster.spans.end());
    clusters_.push_back(std::move(cluster));
  }

  static void count_equal(const Passage& p, bool leader_is_a, TokenRange leader,
                          std::vector<Tally>& tally) {
    for_each_equal(p, [&](TokenRange a, TokenRange b) {
      const TokenRange mine = leader_is_a ? a : b;
      for (uint32_t t = std::max(mine.begin, leader.begin); t < std::min(mine.end, leader.end);
           ++t) {
        ++tally[t - leader.begin].equal;
      }
    });
    for (const Edit& edit : p.edits) {
      const TokenRange mine = leader_is_a ? edit.a : edit.b;
      if (mine.size() == 0 && mine.begin >= leader.begin && mine.begin < leader.end) {
        tally[mine.begin - leader.begin].broken = true;
      }
    }
  }

  static PassageSpan core_of(UnitId unit, TokenRange leader, std::span<const Tally> tally,
                             uint32_t members) {
    TokenRange best{leader.begin, leader.begin};
    for (uint32_t begin = 0, t = 0; t <= tally.size(); ++t) {
      const bool held = t < tally.size() && tally[t].equal == members;
      if (held && !tally[t].broken) {
        continue;
      }
      if (t > begin + best.size()) {
        best = {leader.begin + begin, leader.begin + t};
      }
      begin = held ? t : t + 1;
    }
    return {unit, best};
  }

  // Passages between two members, about the same text, belong to the cluster too.
  void adopt(PassageClusterId id) {
    std::map<UnitId, std::vector<TokenRange>> of_unit;
    for (const PassageSpan& span : clusters_[id].spans) {
      of_unit[span.unit].push_back(span.range);
    }
    const auto holds = [&](UnitId unit, TokenRange range) {
      const auto found = of_unit.find(unit);
      return found != of_unit.end() &&
             std::any_of(found->second.begin(), found->second.end(),
                         [&](TokenRange mine) { return covers_most(mine, range); });
    };
    for (const PassageSpan& span : clusters_[id].spans) {
      const std::vector<Side>& sides = sides_[span.unit];
      const uint32_t earliest = span.range.begin - std::min(span.range.begin, longest_[span.unit]);
      auto side =
          std::lower_bound(sides.begin(), sides.end(), earliest,
                           [](const Side& s, uint32_t begin) { return s.mine.begin < begin; });
      for (; side != sides.end() && side->mine.begin < span.range.end; ++side) {
        Passage& p = passages_[side->passage];
        if (side->is_a && !p.cluster && holds(p.unit_a, p.a) && holds(p.unit_b, p.b)) {
          p.cluster = id;
        }
      }
    }
  }

  // Numbers the clusters by their first spans.
  void put_in_order() {
    std::vector<PassageClusterId> order(clusters_.size()), place(clusters_.size());
    for (PassageClusterId c; c < order.size(); ++c) {
      order[c] = c;
    }
    std::stable_sort(order.begin(), order.end(), [&](PassageClusterId x, PassageClusterId y) {
      return clusters_[x].spans < clusters_[y].spans;
    });
    std::vector<PassageCluster> ordered;
    for (PassageClusterId i; i < order.size(); ++i) {
      place[order[i]] = i;
      ordered.push_back(std::move(clusters_[order[i]]));
    }
    clusters_ = std::move(ordered);
    for (Passage& p : passages_) {
      if (p.cluster) {
        p.cluster = place[*p.cluster];
      }
    }
  }

  std::span<const TextUnit> units_;
  std::span<Passage> passages_;
  std::vector<std::vector<Side>> sides_;  // by unit, in the order of the text
  std::vector<uint32_t> longest_;         // of the sides of each unit
  std::vector<PassageCluster> clusters_;
  std::vector<uint32_t> seen_;  // of each document: the round in which it was last counted
  uint32_t round_ = 0;
};

}  // namespace

std::vector<PassageCluster> cluster_passages(std::span<const TextUnit> units,
                                             std::span<Passage> passages) {
  return Clusterer(units, passages).find();
}

TokenRange project(const Passage& passage, bool from_a, TokenRange range) {
  TokenRange result{UINT32_MAX, 0};
  // Both ranges are of one length, word for word.
  const auto take = [&](TokenRange a, TokenRange b) {
    const TokenRange here = from_a ? a : b, there = from_a ? b : a;
    const uint32_t begin = std::max(here.begin, range.begin), end = std::min(here.end, range.end);
    if (begin >= end) {
      return;
    }
    result.begin = std::min(result.begin, there.begin + begin - here.begin);
    result.end = std::max(result.end, there.begin + end - here.begin);
  };
  for_each_equal(passage, take);
  for (const Edit& edit : passage.edits) {
    if (edit.near) {
      take(edit.a, edit.b);
    }
  }
  return result.begin == UINT32_MAX ? TokenRange{} : result;
}

}  // namespace reprise::detail
