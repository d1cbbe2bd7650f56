// Lists that parallel rounds have filled, made one; lists that serve as sets.
//
//     joined({{3, 1}, {}, {2}})    3 1 2
//     make_set({3, 1, 3})          1 3
//     for_each_run({1, 1, 2}, std::identity(), use)          use({1, 1}), use({2})
//     for_each_common({1, 2}, {2, 3}, std::identity(), f)    f(2, 2)
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <span>
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

// Calls on_both(x, y) for the entries of two ascending lists that have equal keys, in order. `key`:
// of an entry, a function or a member. REQUIRES: no list has a key twice. Cost: linear.
template <class List, class Key, class OnBoth>
void for_each_common(const List& a, const List& b, const Key& key, const OnBoth& on_both) {
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    if (std::invoke(key, *x) < std::invoke(key, *y)) {
      ++x;
    } else if (std::invoke(key, *y) < std::invoke(key, *x)) {
      ++y;
    } else {
      on_both(*x, *y);
      ++x;
      ++y;
    }
  }
}

// Calls use(run) for each longest run of neighbours with equal keys, in order. `key`: of an entry,
// a function or a member. Cost: linear.
template <class List, class Key, class Use>
void for_each_run(const List& list, const Key& key, const Use& use) {
  const std::span entries(list);
  size_t begin = 0;
  while (begin < entries.size()) {
    size_t end = begin + 1;
    while (end < entries.size() &&
           std::invoke(key, entries[end]) == std::invoke(key, entries[begin])) {
      ++end;
    }
    use(entries.subspan(begin, end - begin));
    begin = end;
  }
}

// Sorts the list, and leaves one of each.
template <class Entry>
void make_set(std::vector<Entry>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace reprise::detail
