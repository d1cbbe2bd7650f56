#include "reprise/passages/trim.h"

#include <algorithm>

namespace reprise::detail {
namespace {

bool lies_in(TokenRange inner, TokenRange outer) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

}  // namespace

std::optional<Passage> trimmed(const Passage& passage, TokenRange a, TokenRange b,
                               const Keys& keys) {
  Passage part = passage;
  part.a = part.b = {UINT32_MAX, 0};
  part.matched = part.near = part.informative = 0;
  part.edits.clear();
  for_each_equal(passage, [&](TokenRange equal_a, TokenRange equal_b) {
    for (uint32_t i = 0; i < equal_a.size(); ++i) {
      const uint32_t at_a = equal_a.begin + i, at_b = equal_b.begin + i;
      if (!lies_in({at_a, at_a + 1}, a) || !lies_in({at_b, at_b + 1}, b)) {
        continue;
      }
      part.a = {std::min(part.a.begin, at_a), at_a + 1};
      part.b = {std::min(part.b.begin, at_b), at_b + 1};
      ++part.matched;
      part.informative += !is_common(keys[at_a]);
    }
  });
  if (part.matched == 0) {
    return std::nullopt;
  }
  for (const Edit& edit : passage.edits) {
    if (!lies_in(edit.a, part.a) || !lies_in(edit.b, part.b)) {
      continue;
    }
    part.edits.push_back(edit);
    part.near += edit.near ? edit.a.size() : 0;
  }
  part.identity = static_cast<double>(part.matched) / std::max(part.a.size(), part.b.size());
  return part;
}

}  // namespace reprise::detail
