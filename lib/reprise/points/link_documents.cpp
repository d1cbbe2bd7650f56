// Steps: members are parted into those that hang together by pairs; each part gets the matrix of
// its likenesses; from any group on, a chain goes from nearest to nearest until two are each
// other's nearest; they become one, and the chain goes on from the group before them. A group
// whose nearest is too little alike is done: no merge of others brings any of them nearer.
//
// The groups are those that merging the best pair of all again and again would give, but for ties.
#include "reprise/points/link_documents.h"

#include <algorithm>
#include <numeric>

#include "reprise/base/forest.h"
#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"

namespace reprise::detail {
namespace {

using Members = std::vector<uint32_t>;

// Returns the trees of two members and more, each ascending, ordered by their first.
std::vector<Members> trees_of(std::vector<uint32_t>& parents) {
  std::vector<Members> trees(parents.size());
  for (uint32_t member = 0; member < parents.size(); ++member) {
    trees[find_root(parents, member)].push_back(member);
  }
  std::erase_if(trees, [](const Members& tree) { return tree.size() < 2; });
  return trees;
}

// Returns the members that hang together by pairs, each list ascending, ordered by their first;
// those in no pair are left out.
std::vector<Members> connected(size_t members, std::span<const ScoredPair> pairs) {
  std::vector<uint32_t> parents = lone_trees(members);
  for (const ScoredPair& pair : pairs) {
    join(parents, pair.a, pair.b);
  }
  return trees_of(parents);
}

// The mean likenesses of each two groups, below the diagonal of a matrix.
class Means {
 public:
  explicit Means(size_t groups) : means_(groups * (groups - 1) / 2) {}

  double& of(uint32_t a, uint32_t b) { return means_[place(std::max(a, b), std::min(a, b))]; }

 private:
  static size_t place(size_t larger, size_t smaller) { return larger * (larger - 1) / 2 + smaller; }

  std::vector<double> means_;
};

// Links the members of one part, which have numbers of their own from 0 on.
class ChainLinker {
 public:
  ChainLinker(size_t members, double least)
      : least_(least),
        means_(members),
        sizes_(members, 1),
        parents_(lone_trees(members)),
        left_(members) {
    std::iota(left_.begin(), left_.end(), 0u);
  }

  void add(uint32_t a, uint32_t b, double likeness) { means_.of(a, b) = likeness; }

  // Returns the groups of two members and more.
  std::vector<Members> run() {
    std::vector<uint32_t> chain;
    while (!left_.empty()) {
      if (chain.empty()) {
        chain.push_back(left_.front());
      }
      const uint32_t last = chain.back();
      const bool has_previous = chain.size() > 1;
      const uint32_t previous = has_previous ? chain[chain.size() - 2] : last;
      const uint32_t nearest = nearest_to(last, previous);
      if (nearest == last || means_.of(last, nearest) < least_) {
        take(last);
        chain.pop_back();
      } else if (has_previous && nearest == previous) {
        chain.resize(chain.size() - 2);
        merge(std::min(last, nearest), std::max(last, nearest));
      } else {
        chain.push_back(nearest);
      }
    }
    return trees_of(parents_);
  }

 private:
  // Returns the group of those left that is nearest; of equals `preferred`, then the first; the
  // group itself if there is no other. A chain that preferred another equal would run in circles.
  uint32_t nearest_to(uint32_t group, uint32_t preferred) {
    check_stop();
    uint32_t nearest = preferred;
    double best = preferred == group ? -1 : means_.of(group, preferred);
    for (const uint32_t other : left_) {
      if (other != group && means_.of(group, other) > best) {
        nearest = other;
        best = means_.of(group, other);
      }
    }
    return nearest;
  }

  void take(uint32_t group) { left_.erase(std::lower_bound(left_.begin(), left_.end(), group)); }

  // REQUIRES: a < b. The group keeps the number of its smallest member.
  void merge(uint32_t a, uint32_t b) {
    take(b);
    const double size_of_a = sizes_[a];
    const double size_of_b = sizes_[b];
    for (const uint32_t other : left_) {
      if (other != a) {
        double& mean = means_.of(a, other);
        mean = (size_of_a * mean + size_of_b * means_.of(b, other)) / (size_of_a + size_of_b);
      }
    }
    sizes_[a] += sizes_[b];
    join(parents_, a, b);
  }

  double least_;
  Means means_;
  std::vector<uint32_t> sizes_;
  std::vector<uint32_t> parents_;
  std::vector<uint32_t> left_;  // that may still become one with others, ascending
};

// The parts that are linked by themselves.
struct Parts {
  std::vector<Members> members;  // by part, ascending
  std::vector<uint32_t> part;    // of each member; `none` of those that are in no pair
  std::vector<uint32_t> place;   // of each member in its part

  static constexpr uint32_t none = UINT32_MAX;
};

Parts make_parts(size_t members, std::span<const ScoredPair> pairs, size_t most) {
  Parts parts;
  parts.part.resize(members, Parts::none);
  parts.place.resize(members);
  for (const Members& tree : connected(members, pairs)) {
    for (size_t i = 0; i < tree.size(); ++i) {
      if (i % most == 0) {
        parts.members.emplace_back();
      }
      Members& own = parts.members.back();
      parts.part[tree[i]] = static_cast<uint32_t>(parts.members.size() - 1);
      parts.place[tree[i]] = static_cast<uint32_t>(own.size());
      own.push_back(tree[i]);
    }
  }
  return parts;
}

// Returns the pairs of the member with later ones.
std::span<const ScoredPair> pairs_of(uint32_t member, std::span<const ScoredPair> pairs) {
  const auto [first, last] =
      std::equal_range(pairs.begin(), pairs.end(), ScoredPair{member, 0, 0},
                       [](const ScoredPair& x, const ScoredPair& y) { return x.a < y.a; });
  return {first, last};
}

std::vector<Members> link_part(uint32_t part, const Parts& parts, std::span<const ScoredPair> pairs,
                               double least) {
  const Members& members = parts.members[part];
  ChainLinker linker(members.size(), least);
  for (const uint32_t member : members) {
    for (const ScoredPair& pair : pairs_of(member, pairs)) {
      if (parts.part[pair.b] == part) {
        linker.add(parts.place[pair.a], parts.place[pair.b], pair.score);
      }
    }
  }
  std::vector<Members> groups = linker.run();
  for (Members& group : groups) {
    for (uint32_t& member : group) {
      member = members[member];
    }
  }
  return groups;
}

}  // namespace

std::vector<std::vector<uint32_t>> average_link_documents(size_t members,
                                                          std::span<const ScoredPair> pairs,
                                                          double least, size_t most) {
  const Parts parts = make_parts(members, pairs, most);
  std::vector<std::vector<Members>> by_part(parts.members.size());
  parallel_for(by_part.size(), [&](size_t i) {
    by_part[i] = link_part(static_cast<uint32_t>(i), parts, pairs, least);
  });
  std::vector<Members> groups = joined(by_part);
  std::sort(groups.begin(), groups.end());
  return groups;
}

}  // namespace reprise::detail
