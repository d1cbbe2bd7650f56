// Ratios: how many times as much, or what part of it.
//
//     "twice as many"   "half of"   "a third of"   "two-thirds"   "three times more"   "tenfold"
//     "10x"   "one in five"   "a tiny fraction of"   "die Hälfte"   "un tiers de"
//     "tres veces más"
//
// Words that have other meanings count only where what follows compares: "half the price", but not
// "the first half"; "a quarter of", but not "the third quarter"; "three times as much", but not "he
// called three times". Cost: a few look-ups. Pure; any thread.
#pragma once

#include <optional>

#include "reprise/language/figures/figure_number.h"

namespace reprise::detail {

struct Ratio {
  Number number;
  bool below = false;  // "a fraction of": less than the number
};

// Returns the ratio that begins with token i, if there is one. REQUIRES: i < text.size().
std::optional<Ratio> ratio_at(const FigureText& text, uint32_t i);

}  // namespace reprise::detail
