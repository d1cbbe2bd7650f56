// Tables of words as they are easiest to read and to write: many in one string.
//
//     for_each_part("mr mrs ms", ' ', add)                 "mr", "mrs", "ms"
//     for_each_part("no evidence,not true", ',', add)      "no evidence", "not true"
//
// Cost: linear. Pure; any thread.
#pragma once

#include <algorithm>
#include <string_view>

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

}  // namespace reprise::detail
