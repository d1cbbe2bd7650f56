// Dates as ISO 8601 writes them, as far as articles carry them: a year, a month, a day, or a
// moment, with its zone or without.
//
//     2025          2025-02          2025-02-06          2025-02-06T14:30:00+01:00,
//                   2025-02-06T14:30Z, 2025-02-06 14:30:00 (as SQL and Python write it)
//
// A date that is not exact is the stretch of time that it may mean, so that "who was first" is said
// only where it is known: of 2025-02 and 2025-02-06 neither is before the other. What comes
// without a zone is taken in UTC.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reprise::detail {

// Seconds since 1970-01-01T00:00Z, half-open.
struct DateRange {
  int64_t begin = 0;
  int64_t end = 0;
  friend bool operator==(const DateRange&, const DateRange&) = default;
};

// What to tell somebody whose date is none.
inline constexpr const char* date_remedy =
    "write dates as ISO 8601: 2025, 2025-02, 2025-02-06 or 2025-02-06T14:30:00Z";

// Returns what the date covers; nothing if it is none (2025-02-30, "yesterday").
std::optional<DateRange> parse_date(std::string_view text);

// Returns the date of a cell of a table, which people write in more ways, in ISO 8601: "18 Nov
// 2019" is 2019-11-18 (extract/written_date.h). Nothing if it is none.
std::optional<std::string> date_of_cell(std::string_view cell);

// Returns whether everything that `a` may mean lies before everything that `b` may mean.
inline bool surely_before(DateRange a, DateRange b) {
  return a.end <= b.begin;
}

}  // namespace reprise::detail
