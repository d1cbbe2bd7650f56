// Tables of words as they are easiest to read and to write: many in one string.
//
//     for_each_part("mr mrs ms", ' ', add)                 "mr", "mrs", "ms"
//     words_in("mr mrs ms").contains("mrs")                true
//     for_each_part("no evidence,not true", ',', add)      "no evidence", "not true"
//
// Cost: linear. Pure; any thread.
#pragma once

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace reprise::detail {

// Calls on_part(view) for each part of the list that is not empty, in order. The views point into
// the list.
template <class OnPart>
void for_each_part(std::string_view list, char mark, const OnPart& on_part) {
  for (size_t at = 0; at < list.size();) {
    const size_t stop = std::min(list.find(mark, at), list.size());
    if (stop > at) {
      on_part(list.substr(at, stop - at));
    }
    at = stop + 1;
  }
}

using WordSet = std::unordered_set<std::string_view>;

// Returns the words of a list that stand between blanks. The views point into the list.
inline WordSet words_in(std::string_view list) {
  WordSet words;
  for_each_part(list, ' ', [&](std::string_view word) { words.insert(word); });
  return words;
}

}  // namespace reprise::detail
