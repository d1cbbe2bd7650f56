// What stands in quotation marks.
#pragma once

#include <string_view>
#include <vector>

#include "reprise/span.h"

namespace reprise::detail {

// Returns the stretches between quotation marks, without the marks, in order, without overlaps:
// “…”, „…“, ”…”, «…», »…«, ‹…›, ›…‹, 「…」, 『…』, 〝…〟, "…", ＂…＂, ``…'', and ‘…’, ‚…‘ and '…' where
// they are no apostrophes. A quotation that is never closed ends with its paragraph; straight marks
// pair up inside a paragraph. Cost: linear. Pure; any thread.
std::vector<Span> find_quotations(std::string_view text);

// Returns how many bytes of `span` lie in the quotations. REQUIRES: `quotations` as find_quotations
// gives them.
uint32_t quoted_bytes(const std::vector<Span>& quotations, Span span);

}  // namespace reprise::detail
