#include "reprise/passages/reuse.h"

#include <algorithm>
#include <map>

namespace reprise::detail {

std::vector<Reuse> measure_reuse(std::span<const TextUnit> units, std::span<const Passage> passages,
                                 size_t documents) {
  // By document, by the other one.
  std::vector<std::map<DocumentId, std::vector<TokenRange>>> shared(documents);
  for (const Passage& p : passages) {
    const TextUnit &a = units[p.unit_a], &b = units[p.unit_b];
    if (a.field == Field::text) {
      shared[a.document][b.document].push_back(p.a);
    }
    if (b.field == Field::text) {
      shared[b.document][a.document].push_back(p.b);
    }
  }
  std::vector<Reuse> all(documents);
  for (size_t d = 0; d < documents; ++d) {
    std::vector<TokenRange> ranges;
    for (auto& [other, list] : shared[d]) {
      ranges.insert(ranges.end(), list.begin(), list.end());
      all[d].sources.push_back({other, covered_words(std::move(list))});
    }
    all[d].words = covered_words(std::move(ranges));
    std::stable_sort(
        all[d].sources.begin(), all[d].sources.end(),
        [](const Reuse::Source& x, const Reuse::Source& y) { return x.words > y.words; });
  }
  return all;
}

uint32_t covered_words(std::vector<TokenRange> ranges) {
  std::sort(ranges.begin(), ranges.end());
  uint32_t covered = 0, end = 0;
  for (const TokenRange& range : ranges) {
    if (range.end > end) {
      covered += range.end - std::max(end, range.begin);
    }
    end = std::max(end, range.end);
  }
  return covered;
}

}  // namespace reprise::detail
