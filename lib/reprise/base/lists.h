// Lists that parallel rounds have filled, made one; lists that serve as sets.
//
//     joined({{3, 1}, {}, {2}})    3 1 2
//     make_set({3, 1, 3})          1 3
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace reprise::detail {

// Returns the entries of all lists, one list behind the other. Cost: linear.
template <class Entry>
std::vector<Entry> joined(const std::vector<std::vector<Entry>>& lists) {
  size_t count = 0;
  for (const std::vector<Entry>& list : lists) {
    count += list.size();
  }
  std::vector<Entry> all;
  all.reserve(count);
  for (const std::vector<Entry>& list : lists) {
    all.insert(all.end(), list.begin(), list.end());
  }
  return all;
}

// Sorts the list, and leaves one of each.
template <class Entry>
void make_set(std::vector<Entry>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace reprise::detail
