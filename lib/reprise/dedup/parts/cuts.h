// Which bytes leave a text, so that some of its units do, and what remains reads well.
//
//     "One. Two. Three."   without Two.     "One. Three."      the gap before it stays
//     "A\n\nB\n"           without B        "A\n"              what ends the text stays
//     "A b\n\nC"           without b        "A\n\nC"           the gap with more line ends stays
//
// A text without any of its units is empty. Cuts are ascending spans that do not touch, in bytes of
// the text as it was read. Pure; any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reprise/span.h"

namespace reprise::detail {

// A half-open range of units, by their numbers in the text.
struct UnitRange {
  uint32_t begin = 0;
  uint32_t end = 0;
};

// Returns the ranges ascending, those that touch or overlap made one.
std::vector<UnitRange> joined_ranges(std::vector<UnitRange> ranges);

inline uint64_t count_units(std::span<const UnitRange> ranges) {
  uint64_t count = 0;
  for (const UnitRange range : ranges) {
    count += range.end - range.begin;
  }
  return count;
}

// Returns the bytes that leave. REQUIRES: joined ranges, inside of `units`.
std::vector<Span> cut_units(std::string_view text, std::span<const Span> units,
                            std::span<const UnitRange> leaving);

std::string without(std::string_view text, std::span<const Span> cuts);

// Where things of a shortened text stood before its cuts, which must outlive this.
class CutMap {
 public:
  explicit CutMap(std::span<const Span> cuts);

  // Returns where a stretch stood; cuts may lie inside of it. REQUIRES: it is not empty. Cost: a
  // search among the cuts.
  Span before(Span of_shortened) const;

  // Returns the cuts, and more of them that were made in the shortened text, as cuts of the
  // original.
  std::vector<Span> with(std::span<const Span> of_shortened) const;

 private:
  uint32_t byte_before(uint32_t at) const;

  std::span<const Span> cuts_;
  std::vector<uint32_t> places_;  // of the cuts, in the shortened text
};

// The cuts of those records that have any, by their numbers.
class CutTable {
 public:
  std::span<const Span> of(uint32_t record) const {
    const auto found = cuts_.find(record);
    return found == cuts_.end() ? std::span<const Span>() : std::span<const Span>(found->second);
  }
  void set(uint32_t record, std::vector<Span> cuts) { cuts_[record] = std::move(cuts); }
  size_t size() const { return cuts_.size(); }
  // Returns how many bytes they take away.
  uint64_t bytes() const;

 private:
  std::unordered_map<uint32_t, std::vector<Span>> cuts_;
};

}  // namespace reprise::detail
