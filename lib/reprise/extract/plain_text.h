// Plain text inside of something else: a record of an archive, the lines of a converted page.
//
//     "Ferry delayed\r\n\r\nThe quay …"     as it is, with "\n" for line ends
//     of a conversion: "News\nFerry delayed\nThe quay …"     a line a unit
#pragma once

#include <string>
#include <string_view>

#include "reprise/extract/extracted.h"

namespace reprise::detail {

// Returns the text as one document. `claimed_charset` is what the text comes with; it may lie.
Extraction extract_plain_text(std::string_view bytes, const std::string& name,
                              const ExtractOptions& options,
                              const std::string& claimed_charset = "");

// Returns the text with each line as a unit of its own: of WET, where a line is a block of a page.
Extraction extract_lines(std::string_view bytes, const std::string& name,
                         const ExtractOptions& options);

}  // namespace reprise::detail
