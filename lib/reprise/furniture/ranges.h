// Ranges of the words of many units, in which what overlaps is one.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "reprise/words/tokenize.h"

namespace reprise::detail {

class UnitRanges {
 public:
  // Cost: the logarithm of what is there.
  void add(UnitId unit, TokenRange range);
  bool empty() const { return ranges_.empty(); }

  // Returns how many words of the range lie in the ranges of the unit.
  uint32_t covered(UnitId unit, TokenRange range) const;

  // Returns the ranges of the unit, in order.
  std::vector<TokenRange> of(UnitId unit) const;

  // Returns all that was added without a gap around the range's first word; an empty range if
  // nothing was.
  TokenRange around(UnitId unit, TokenRange range) const;

  // Calls on_range(unit, range) for each range, in order.
  template <class OnRange>
  void for_each(const OnRange& on_range) const {
    for (const auto& [unit, own] : ranges_) {
      for (const auto& [begin, end] : own) {
        on_range(UnitId(unit), TokenRange{begin, end});
      }
    }
  }

  // Returns how many words lie in the ranges of all units.
  uint64_t words() const { return words_; }

  // Returns whether three words in four of the range do.
  bool hold_most_of(UnitId unit, TokenRange range) const {
    return 4 * uint64_t{covered(unit, range)} >= 3 * uint64_t{range.size()};
  }

 private:
  uint64_t words_ = 0;
  // By unit: ends by begins; apart from one another.
  std::map<uint32_t, std::map<uint32_t, uint32_t>> ranges_;
};

}  // namespace reprise::detail
