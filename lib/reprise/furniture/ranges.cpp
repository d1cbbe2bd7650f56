// Sets of ranges, for each unit a map from where a range begins to where it ends.
//
// Steps of adding: ranges that overlap the new one, or touch it, are taken out and become part of
// it; so the ranges of a map always lie apart, and in order.
//
//     {2-5, 8-10}    add 5-8      {2-10}
//     {2-10}         covered 0-4  2 words
//     {2-10}         around 3-4   2-10
//
// Cost: a search in a tree; a range is taken out once at most.
#include "reprise/furniture/ranges.h"

#include <algorithm>

namespace reprise::detail {

void UnitRanges::add(UnitId unit, TokenRange range) {
  auto& own = ranges_[unit];
  auto at = own.upper_bound(range.begin);
  if (at != own.begin() && std::prev(at)->second >= range.begin) {
    --at;
  }
  while (at != own.end() && at->first <= range.end) {
    range = {std::min(range.begin, at->first), std::max(range.end, at->second)};
    words_ -= at->second - at->first;
    at = own.erase(at);
  }
  words_ += range.size();
  own.emplace(range.begin, range.end);
}

uint32_t UnitRanges::covered(UnitId unit, TokenRange range) const {
  const auto found = ranges_.find(unit);
  if (found == ranges_.end()) {
    return 0;
  }
  const auto& own = found->second;
  auto at = own.upper_bound(range.begin);
  if (at != own.begin()) {
    --at;
  }
  uint32_t words = 0;
  for (; at != own.end() && at->first < range.end; ++at) {
    const uint32_t begin = std::max(at->first, range.begin), end = std::min(at->second, range.end);
    if (begin < end) {
      words += end - begin;
    }
  }
  return words;
}

std::vector<TokenRange> UnitRanges::of(UnitId unit) const {
  std::vector<TokenRange> all;
  const auto found = ranges_.find(unit);
  if (found != ranges_.end()) {
    for (const auto& [begin, end] : found->second) {
      all.push_back({begin, end});
    }
  }
  return all;
}

TokenRange UnitRanges::around(UnitId unit, TokenRange range) const {
  const auto found = ranges_.find(unit);
  if (found == ranges_.end()) {
    return {};
  }
  auto at = found->second.upper_bound(range.begin);
  if (at == found->second.begin() || (--at)->second <= range.begin) {
    return {};
  }
  return {at->first, at->second};
}

}  // namespace reprise::detail
