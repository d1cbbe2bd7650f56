// The records in the order of keeping: by rank, of equal rank in the order of the input.
//
//     --keep longest    texts of 5, 9 and 9 words: records 1, 2, 0
//
// Where that is the order of the input, nothing is stored; else 8 bytes a record.
#pragma once

#include <span>
#include <vector>

#include "reprise/dedup.h"
#include "reprise/dedup/records.h"

namespace reprise::detail {

class Order {
 public:
  Order(const Records& records, const KeepRule& rule);

  uint32_t record(uint32_t place) const { return records_.empty() ? place : records_[place]; }
  uint32_t place(uint32_t record) const { return places_.empty() ? record : places_[record]; }
  // Empty: the order of the input.
  std::span<const uint32_t> records() const { return records_; }

 private:
  std::vector<uint32_t> records_, places_;
};

}  // namespace reprise::detail
