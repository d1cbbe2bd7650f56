// Which numbers hang together: a forest in which each number has a parent, and is a root where it
// is its own. A root is the smallest number of its tree.
//
//     join(parents, 2, 5); join(parents, 5, 1);
//     find_root(parents, 2)    1
//
// Cost: nearly constant. One thread. Source: Tarjan, van Leeuwen 1984 (path halving).
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace reprise::detail {

// Returns the parents of numbers of which none hang together.
inline std::vector<uint32_t> lone_trees(size_t count) {
  std::vector<uint32_t> parents(count);
  std::iota(parents.begin(), parents.end(), 0u);
  return parents;
}

// Returns the root of the number's tree, and shortens the way to it.
inline uint32_t find_root(std::vector<uint32_t>& parents, uint32_t x) {
  while (parents[x] != x) {
    parents[x] = parents[parents[x]];
    x = parents[x];
  }
  return x;
}

// Makes the trees of the two one.
inline void join(std::vector<uint32_t>& parents, uint32_t x, uint32_t y) {
  x = find_root(parents, x);
  y = find_root(parents, y);
  parents[std::max(x, y)] = std::min(x, y);
}

}  // namespace reprise::detail
