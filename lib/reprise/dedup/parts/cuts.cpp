#include "reprise/dedup/parts/cuts.h"

#include <algorithm>
#include <tuple>

namespace reprise::detail {
namespace {

// What a gap is worth to a reader: its line ends first, then its size.
std::tuple<size_t, size_t> worth(std::string_view gap) {
  return {static_cast<size_t>(std::count(gap.begin(), gap.end(), '\n')), gap.size()};
}

Span cut_range(std::string_view text, std::span<const Span> units, UnitRange range) {
  const bool is_first = range.begin == 0;
  const bool is_last = range.end == units.size();
  const Span bare{units[range.begin].begin, units[range.end - 1].end};
  if (is_first && is_last) {
    return {0, static_cast<uint32_t>(text.size())};
  }
  if (is_first) {
    return {bare.begin, units[range.end].begin};
  }
  const Span gap_before{units[range.begin - 1].end, bare.begin};
  if (is_last) {
    return {gap_before.begin, bare.end};
  }
  const Span gap_behind{bare.end, units[range.end].begin};
  if (worth(gap_behind.in(text)) > worth(gap_before.in(text))) {
    return {gap_before.begin, bare.end};
  }
  return {bare.begin, gap_behind.end};
}

void append_cut(std::vector<Span>& cuts, Span cut) {
  if (!cuts.empty() && cut.begin <= cuts.back().end) {
    cuts.back().end = std::max(cuts.back().end, cut.end);
  } else {
    cuts.push_back(cut);
  }
}

}  // namespace

std::vector<UnitRange> joined_ranges(std::vector<UnitRange> ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](UnitRange x, UnitRange y) { return x.begin < y.begin; });
  std::vector<UnitRange> joined;
  for (const UnitRange range : ranges) {
    if (!joined.empty() && range.begin <= joined.back().end) {
      joined.back().end = std::max(joined.back().end, range.end);
    } else {
      joined.push_back(range);
    }
  }
  return joined;
}

std::vector<Span> cut_units(std::string_view text, std::span<const Span> units,
                            std::span<const UnitRange> leaving) {
  std::vector<Span> cuts;
  for (const UnitRange range : leaving) {
    append_cut(cuts, cut_range(text, units, range));
  }
  return cuts;
}

std::string without(std::string_view text, std::span<const Span> cuts) {
  std::string rest;
  size_t done = 0;
  for (const Span cut : cuts) {
    rest += text.substr(done, cut.begin - done);
    done = cut.end;
  }
  return rest += text.substr(done);
}

CutMap::CutMap(std::span<const Span> cuts) : cuts_(cuts) {
  uint32_t gone = 0;
  for (const Span cut : cuts) {
    places_.push_back(cut.begin - gone);
    gone += cut.size();
  }
}

uint32_t CutMap::byte_before(uint32_t at) const {
  const auto behind = std::upper_bound(places_.begin(), places_.end(), at);
  if (behind == places_.begin()) {
    return at;
  }
  const auto last = static_cast<size_t>(behind - places_.begin()) - 1;
  return at - places_[last] + cuts_[last].end;
}

Span CutMap::before(Span of_shortened) const {
  return {byte_before(of_shortened.begin), byte_before(of_shortened.end - 1) + 1};
}

std::vector<Span> CutMap::with(std::span<const Span> of_shortened) const {
  std::vector<Span> all(cuts_.begin(), cuts_.end());
  for (const Span cut : of_shortened) {
    all.push_back(before(cut));
  }
  std::sort(all.begin(), all.end());
  std::vector<Span> joined;
  for (const Span cut : all) {
    append_cut(joined, cut);
  }
  return joined;
}

uint64_t CutTable::bytes() const {
  uint64_t sum = 0;
  for (const auto& [_, cuts] : cuts_) {
    for (const Span cut : cuts) {
      sum += cut.size();
    }
  }
  return sum;
}

}  // namespace reprise::detail
