// What a report shows of a text, found again in it. A report shows a broken run as U+FFFD, so what
// it shows may take other bytes in the text than in the report: "caf\uFFFD" is found in "caf\xE9".
//
// Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "reprise/language/unit.h"
#include "reprise/span.h"

namespace reprise::detail {

// Returns where what reads like `shown` from byte `at` on ends; nothing if the text reads
// differently. REQUIRES: a character or a broken run begins at `at`, or the text ends there.
std::optional<size_t> end_of_shown(std::string_view text, size_t at, std::string_view shown);

// Returns the place in the unit's text that reads like `shown` and begins nearest to byte `near`,
// the earlier of two; nothing if none begins within 4,000 bytes of it. Cost: linear in these bytes.
// REQUIRES: as above, for `near`.
std::optional<Span> nearest_shown(const TextUnit& unit, std::string_view shown, uint32_t near);

}  // namespace reprise::detail
