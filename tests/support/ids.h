// Ids in lists, as tests write them.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <vector>

#include "reprise/near.h"
#include "reprise/result.h"

namespace reprise::detail::support {

// ids<StoryId>({0, 1, 0})
template <class Id>
std::vector<Id> ids(std::initializer_list<size_t> places) {
  std::vector<Id> list;
  for (const size_t place : places) {
    list.emplace_back(place);
  }
  return list;
}

inline DocumentPair pair_of(size_t a, size_t b) {
  return {DocumentId(a), DocumentId(b)};
}

inline Matrix::Entry entry(size_t from, size_t to, double value) {
  return {DocumentId(from), DocumentId(to), value};
}

}  // namespace reprise::detail::support
