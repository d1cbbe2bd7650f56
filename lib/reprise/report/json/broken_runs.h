// Broken runs of UTF-8 (base/utf8.h), of which a report shows U+FFFD alone: where they were, so
// that who reads the report can count the bytes of the file.
//
//     "caf\xE9 au lait"   ->   text "caf\uFFFD au lait", broken [[3, 1]]
//
// Pure; any thread. Cost: linear; of a valid text, that of finding it valid.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/span.h"

namespace reprise::detail {

// Returns the broken runs of the text, in order, in its bytes.
std::vector<Span> broken_runs(std::string_view text);

// The inverse of repaired_utf8: returns the text with a broken run at each of these places, where
// it has U+FFFD. Which bytes stand in a run is not known any more; they are FF. Nothing if the runs
// are not such as broken_runs would return. REQUIRES: `repaired` is valid UTF-8.
std::optional<std::string> with_broken_runs(std::string_view repaired, std::span<const Span> runs);

}  // namespace reprise::detail
