// Quotation marks at the borders of what is shown: both of a quotation, or neither.
//
//     The |ferry stays in port|, he said     as it is
//     “|The ferry stays in port|,” he said   “The ferry stays in port,”
//     “|The ferry stays. It rains.|”         as it is: the first sentence alone would lack a mark,
//                                            and is shown without
//
// Straight marks, curly ones, guillemets and „…“. Pure; any thread. Cost: linear in the span.
#pragma once

#include <string_view>

#include "reprise/span.h"

namespace reprise::detail {

// Returns whether a quotation or a bracket begins or ends in the text, and does not do both.
bool has_open_mark(std::string_view text);

// Returns the span with the quotation marks that stand on both its sides, and the stop before the
// second; without the one at its border whose partner stands further out.
Span with_whole_quotation(Span span, std::string_view text);

}  // namespace reprise::detail
