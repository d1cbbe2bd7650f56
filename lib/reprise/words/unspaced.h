// Words of scripts that set no blanks between them: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "reprise/span.h"

namespace reprise::detail {

// Calls on_segment for each word of the run of such letters that begins at `at`, and returns where
// the run ends. A line end between two Chinese or Japanese letters belongs to the run. REQUIRES:
// the class of what stands at `at` is `dictionary`.
size_t segment_unspaced(std::string_view text, size_t at,
                        const std::function<void(Span)>& on_segment);

}  // namespace reprise::detail
