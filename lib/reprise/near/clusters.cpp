// Finds who stands for whom, and gathers the clusters.
//
// Steps: pairs are sorted by their later document, so that all earlier ones are decided when its
// turn comes. Greedy: it leaves for the most similar of its partners that stay. Chains: sets are
// joined, and the earliest of a set stands for it.
//
//     pairs     0-1 0.9    1-2 0.8
//     greedy    1 leaves for 0; 2 stays, since 1 is not kept: {0 1}
//     chain     {0 1 2}
//
// Cost: a sort of the pairs; joining adds about a logarithm a pair, since paths are halved on the
// way.
// Source: Tarjan, van Leeuwen, Worst-case analysis of set union algorithms, JACM 31 (1984), for
// path halving.
#include "reprise/near/clusters.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace reprise::detail {
namespace {

// Returns for each document the one that stands for it; itself if it stays.
std::vector<DocumentId> greedy_representatives(uint32_t count, std::span<const Similarity> sorted) {
  std::vector<DocumentId> kept(count);
  std::iota(kept.begin(), kept.end(), DocumentId());
  std::vector<double> best(count, -1);
  // By b, then a: every earlier document is decided when b's turn comes.
  for (const Similarity& s : sorted) {
    const auto [a, b] = s.pair;
    if (kept[a] == a && s.jaccard > best[b]) {
      best[b] = s.jaccard;
      kept[b] = a;
    }
  }
  return kept;
}

std::vector<DocumentId> chained_representatives(uint32_t count, std::span<const Similarity> pairs) {
  std::vector<DocumentId> root(count);
  std::iota(root.begin(), root.end(), DocumentId());
  const auto find = [&](DocumentId x) {
    while (root[x] != x) {
      x = root[x] = root[root[x]];
    }
    return x;
  };
  for (const Similarity& s : pairs) {
    const DocumentId a = find(s.pair.a);
    const DocumentId b = find(s.pair.b);
    root[std::max(a, b)] = std::min(a, b);
  }
  for (DocumentId i; i < count; ++i) {
    root[i] = find(i);
  }
  return root;
}

}  // namespace

std::vector<Cluster> make_clusters(uint32_t count, std::span<const Similarity> pairs,
                                   Joining joining) {
  std::vector<Similarity> sorted(pairs.begin(), pairs.end());
  std::sort(sorted.begin(), sorted.end(), [](const Similarity& x, const Similarity& y) {
    return std::pair(x.pair.b, x.pair.a) < std::pair(y.pair.b, y.pair.a);
  });
  const std::vector<DocumentId> kept = joining == Joining::chain
                                           ? chained_representatives(count, sorted)
                                           : greedy_representatives(count, sorted);

  std::map<DocumentId, Cluster> by_kept;
  for (DocumentId d; d < count; ++d) {
    if (kept[d] == d) {
      continue;
    }
    Cluster& cluster = by_kept[kept[d]];
    if (cluster.documents.empty()) {
      cluster = {{kept[d]}, kept[d]};
    }
    cluster.documents.push_back(d);
  }
  std::vector<Cluster> clusters;
  for (auto& [_, cluster] : by_kept) {
    clusters.push_back(std::move(cluster));
  }
  return clusters;
}

}  // namespace reprise::detail
