#include "reprise/dedup/order.h"

#include <algorithm>
#include <numeric>

namespace reprise::detail {

Order::Order(const Records& records, const KeepRule& rule) {
  if (rule.kind == KeepRule::Kind::first) {
    return;
  }
  std::vector<double> ranks;
  ranks.reserve(records.count);
  for (const Block& block : records.blocks) {
    ranks.insert(ranks.end(), block.ranks.begin(), block.ranks.end());
  }
  records_.resize(records.count);
  std::iota(records_.begin(), records_.end(), 0u);
  std::stable_sort(records_.begin(), records_.end(),
                   [&](uint32_t x, uint32_t y) { return ranks[x] > ranks[y]; });
  places_.resize(records.count);
  for (uint32_t p = 0; p < records_.size(); ++p) {
    places_[records_[p]] = p;
  }
}

}  // namespace reprise::detail
