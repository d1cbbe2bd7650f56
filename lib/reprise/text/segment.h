// Where words begin and end: UAX #29 with our additions (tokenize.h), before anything is folded or hashed.
#pragma once

#include <functional>
#include <string_view>

#include "reprise/base/span.h"

namespace reprise {

// Calls on_segment for every stretch that UAX #29 calls a word and that may hold a letter or a digit, in order.
// Punctuation and symbols come too if `with_punctuation`, one character at a time; white space never.
void segment(std::string_view text, bool with_punctuation, const std::function<void(Span)>& on_segment);

}  // namespace reprise
