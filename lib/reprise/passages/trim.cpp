#include "reprise/passages/trim.h"

#include <algorithm>

namespace reprise {
namespace {

bool lies_in(TokenRange inner, TokenRange outer) { return outer.begin <= inner.begin && inner.end <= outer.end; }

}  // namespace

std::optional<Passage> trimmed(const Passage& passage, TokenRange a, TokenRange b, const Keys& keys) {
  Passage part = passage;
  part.a = part.b = {UINT32_MAX, 0};
  part.matched = part.near = part.informative = 0;
  part.edits.clear();
  uint32_t at_a = passage.a.begin, at_b = passage.b.begin;
  const auto take_equal = [&](uint32_t length) {
    for (uint32_t i = 0; i < length; ++i) {
      if (!lies_in({at_a + i, at_a + i + 1}, a) || !lies_in({at_b + i, at_b + i + 1}, b)) continue;
      part.a = {std::min(part.a.begin, at_a + i), at_a + i + 1};
      part.b = {std::min(part.b.begin, at_b + i), at_b + i + 1};
      ++part.matched;
      part.informative += !is_common(keys[at_a + i]);
    }
  };
  for (const Edit& edit : passage.edits) {
    take_equal(edit.a.begin - at_a);
    at_a = edit.a.end, at_b = edit.b.end;
  }
  take_equal(passage.a.end - at_a);
  if (part.matched == 0) return std::nullopt;
  for (const Edit& edit : passage.edits) {
    if (!lies_in(edit.a, part.a) || !lies_in(edit.b, part.b)) continue;
    part.edits.push_back(edit);
    part.near += edit.near ? edit.a.size() : 0;
  }
  part.identity = static_cast<double>(part.matched) / std::max(part.a.size(), part.b.size());
  return part;
}

}  // namespace reprise
