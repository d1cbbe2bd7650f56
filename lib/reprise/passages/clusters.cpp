#include "reprise/passages/clusters.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace reprise {
namespace {

constexpr size_t most_candidates = 64;
constexpr size_t least_documents = 3;

// A passage as one of its units sees it.
struct Side {
  TokenRange mine;
  uint32_t passage = 0;
  bool is_a = false;
};

bool covers_most(TokenRange outer, TokenRange inner) {
  const uint32_t begin = std::max(outer.begin, inner.begin), end = std::min(outer.end, inner.end);
  return end > begin && 10 * uint64_t{end - begin} >= 7 * uint64_t{inner.size()};
}

class Clusterer {
 public:
  Clusterer(std::span<const TextUnit> units, std::span<Passage> passages)
      : units_(units), passages_(passages), sides_(units.size()) {
    for (uint32_t p = 0; p < passages.size(); ++p) {
      passages[p].cluster.reset();
      sides_[passages[p].unit_a].push_back({passages[p].a, p, true});
      sides_[passages[p].unit_b].push_back({passages[p].b, p, false});
    }
  }

  std::vector<PassageCluster> find() {
    for (uint32_t u = 0; u < units_.size(); ++u) {
      while (lead(u)) {
      }
    }
    put_in_order();
    return std::move(clusters_);
  }

 private:
  uint32_t document(uint32_t unit) const { return units_[unit].document; }
  uint32_t other_unit(const Side& side) const {
    const Passage& p = passages_[side.passage];
    return side.is_a ? p.unit_b : p.unit_a;
  }

  // Makes the cluster that the unit leads best, if there is one left.
  bool lead(uint32_t unit) {
    std::vector<Side>& sides = sides_[unit];
    std::erase_if(sides, [&](const Side& s) { return passages_[s.passage].cluster.has_value(); });
    const TokenRange leader = best_leader(unit);
    if (leader.size() == 0) return false;
    const auto id = static_cast<uint32_t>(clusters_.size());
    PassageCluster cluster;
    cluster.spans.push_back({unit, leader});
    std::vector<uint32_t> equal_in(leader.size());  // how many members have each of the leader's words
    uint32_t members = 0;
    for (const Side& side : sides) {
      if (!covers_most(side.mine, leader)) continue;
      Passage& p = passages_[side.passage];
      const TokenRange common{std::max(leader.begin, side.mine.begin), std::min(leader.end, side.mine.end)};
      const TokenRange theirs = project(p, side.is_a, common);
      if (theirs.size() == 0) continue;
      p.cluster = id;
      cluster.spans.push_back({other_unit(side), theirs});
      count_equal(p, side.is_a, leader, equal_in);
      ++members;
    }
    const uint64_t equal = std::accumulate(equal_in.begin(), equal_in.end(), uint64_t{0});
    cluster.agreement = static_cast<double>(equal) / (static_cast<double>(members) * leader.size());
    cluster.core = core_of(unit, leader, equal_in, members);
    std::sort(cluster.spans.begin(), cluster.spans.end());
    cluster.spans.erase(std::unique(cluster.spans.begin(), cluster.spans.end()), cluster.spans.end());
    clusters_.push_back(std::move(cluster));
    adopt(id);
    return true;
  }

  // Returns the range, out of those on the unit, for which its words times the documents that hold most of it are most; an empty
  // one if no range is in three documents.
  TokenRange best_leader(uint32_t unit) const {
    const std::vector<Side>& sides = sides_[unit];
    if (sides.size() + 1 < least_documents) return {};
    TokenRange best;
    uint64_t best_weight = 0;
    for (const TokenRange candidate : candidates(sides)) {
      std::set<uint32_t> documents{document(unit)};
      for (const Side& side : sides) {
        if (covers_most(side.mine, candidate)) documents.insert(document(other_unit(side)));
      }
      const uint64_t weight = uint64_t{candidate.size()} * documents.size();
      if (documents.size() >= least_documents && weight > best_weight) best_weight = weight, best = candidate;
    }
    return best;
  }

  // Returns the ranges that occur, the most frequent first.
  static std::vector<TokenRange> candidates(const std::vector<Side>& sides) {
    std::map<TokenRange, uint32_t> counts;
    for (const Side& side : sides) ++counts[side.mine];
    std::vector<std::pair<uint32_t, TokenRange>> order;
    for (const auto& [range, count] : counts) order.emplace_back(count, range);
    std::stable_sort(order.begin(), order.end(), [](const auto& x, const auto& y) { return x.first > y.first; });
    if (order.size() > most_candidates) order.resize(most_candidates);
    std::vector<TokenRange> ranges;
    for (const auto& [count, range] : order) ranges.push_back(range);
    return ranges;
  }

  static void count_equal(const Passage& p, bool leader_is_a, TokenRange leader, std::vector<uint32_t>& equal_in) {
    const TokenRange mine = leader_is_a ? p.a : p.b;
    auto edit = p.edits.begin();
    const auto side_of = [&](const Edit& e) { return leader_is_a ? e.a : e.b; };
    for (uint32_t t = std::max(mine.begin, leader.begin); t < std::min(mine.end, leader.end); ++t) {
      while (edit != p.edits.end() && side_of(*edit).end <= t) ++edit;
      if (edit == p.edits.end() || t < side_of(*edit).begin) ++equal_in[t - leader.begin];
    }
  }

  static PassageSpan core_of(uint32_t unit, TokenRange leader, std::span<const uint32_t> equal_in, uint32_t members) {
    TokenRange best{leader.begin, leader.begin};
    for (uint32_t begin = 0, end = 0; begin < equal_in.size(); begin = end + 1) {
      for (end = begin; end < equal_in.size() && equal_in[end] == members;) ++end;
      if (end - begin > best.size()) best = {leader.begin + begin, leader.begin + end};
    }
    return {unit, best};
  }

  // Passages between two members, about the same text, belong to the cluster too.
  void adopt(uint32_t id) {
    std::map<uint32_t, std::vector<TokenRange>> of_unit;
    for (const PassageSpan& span : clusters_[id].spans) of_unit[span.unit].push_back(span.range);
    const auto holds = [&](uint32_t unit, TokenRange range) {
      const auto found = of_unit.find(unit);
      return found != of_unit.end() && std::any_of(found->second.begin(), found->second.end(), [&](TokenRange mine) {
               return covers_most(range, mine) || covers_most(mine, range);
             });
    };
    for (const auto& [unit, ranges] : of_unit) {
      for (const Side& side : sides_[unit]) {
        Passage& p = passages_[side.passage];
        if (side.is_a && !p.cluster && holds(p.unit_a, p.a) && holds(p.unit_b, p.b)) p.cluster = id;
      }
    }
  }

  // Numbers the clusters by their first spans.
  void put_in_order() {
    std::vector<uint32_t> order(clusters_.size()), place(clusters_.size());
    for (uint32_t c = 0; c < order.size(); ++c) order[c] = c;
    std::stable_sort(order.begin(), order.end(),
                     [&](uint32_t x, uint32_t y) { return clusters_[x].spans < clusters_[y].spans; });
    std::vector<PassageCluster> ordered;
    for (uint32_t i = 0; i < order.size(); ++i) {
      place[order[i]] = i;
      ordered.push_back(std::move(clusters_[order[i]]));
    }
    clusters_ = std::move(ordered);
    for (Passage& p : passages_) {
      if (p.cluster) p.cluster = place[*p.cluster];
    }
  }

  std::span<const TextUnit> units_;
  std::span<Passage> passages_;
  std::vector<std::vector<Side>> sides_;  // by unit
  std::vector<PassageCluster> clusters_;
};

}  // namespace

std::vector<PassageCluster> cluster_passages(std::span<const TextUnit> units, std::span<Passage> passages) {
  return Clusterer(units, passages).find();
}

TokenRange project(const Passage& passage, bool from_a, TokenRange range) {
  TokenRange result{UINT32_MAX, 0};
  TokenRange from = from_a ? passage.a : passage.b, to = from_a ? passage.b : passage.a;
  uint32_t here = from.begin, there = to.begin;
  // Takes `length` equal words on both sides.
  const auto take = [&](uint32_t length) {
    const uint32_t begin = std::max(here, range.begin), end = std::min(here + length, range.end);
    if (begin < end) {
      result.begin = std::min(result.begin, there + begin - here);
      result.end = there + end - here;
    }
  };
  for (const Edit& edit : passage.edits) {
    const TokenRange mine = from_a ? edit.a : edit.b, theirs = from_a ? edit.b : edit.a;
    take(mine.begin - here);
    here = mine.begin, there = theirs.begin;
    if (edit.near) take(mine.size());
    here = mine.end, there = theirs.end;
  }
  take(from.end - here);
  return result.begin == UINT32_MAX ? TokenRange{} : result;
}

}  // namespace reprise
