// A passage: a stretch of one text that stands in another too, word for word or lightly edited.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reprise/passage.h"
#include "reprise/words/tokenize.h"

namespace reprise::detail {

// Calls on_equal(a, b) for each stretch of equal words, in order: the ranges are of one length,
// neither is empty.
template <class OnEqual>
void for_each_equal(const Passage& p, const OnEqual& on_equal) {
  uint32_t a = p.a.begin, b = p.b.begin;
  const auto up_to = [&](uint32_t end_a, uint32_t end_b) {
    if (a < end_a) {
      on_equal(TokenRange{a, end_a}, TokenRange{b, end_b});
    }
  };
  for (const Edit& edit : p.edits) {
    up_to(edit.a.begin, edit.b.begin);
    a = edit.a.end;
    b = edit.b.end;
  }
  up_to(p.a.end, p.b.end);
}

// Returns the weight that a passage must have; less where fewer words are asked for.
inline double needed_weight(const PassageOptions& options) {
  return std::min(options.least_weight, 0.625 * options.least_words);
}

// Returns whether the passage is long and weighty enough, and its sides are alike enough, to be
// one.
inline bool is_enough(const Passage& p, const PassageOptions& options) {
  const double words = p.matched + p.near / 2.0;
  return words >= options.least_words && p.weight() >= needed_weight(options) &&
         words / std::max(p.a.size(), p.b.size()) >= options.least_identity;
}

}  // namespace reprise::detail
