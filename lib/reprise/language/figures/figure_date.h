// Dates: days and months, with or without their year.
//
//     "January 21, 2025"   "21 January 2025"   "21. Januar 2025"   "21 de enero de 2025"
//     "2025-01-21"   "21.01.2025"
//     "Jan. 20"   "Jan. 20-22"   "the 21st of January"   "January 2025"   "since January"
//
// A month alone is a date only behind a word that dates ("in", "since", "last"). Days with a known
// year count from 1970-01-01, others from 1 in a leap year, so that January 20 is 20 and March 1 is
// 61. Cost: a few look-ups. Pure; any thread.
#pragma once

#include <optional>
#include <string_view>

#include "reprise/language/figures/figure_text.h"

namespace reprise::detail {

struct FigureDate {
  uint32_t end = 0;       // the token behind
  std::string_view unit;  // "day" or "month-day"
  double low = 0, high = 0;
};

// Returns the date that begins with token i, if there is one. REQUIRES: i < text.size().
std::optional<FigureDate> date_at(const FigureText& text, uint32_t i);

}  // namespace reprise::detail
