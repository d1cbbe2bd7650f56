// Where words begin and end: UAX #29 with our additions (tokenize.h), before anything is folded or
// hashed.
#pragma once

#include <functional>
#include <string_view>

#include "reprise/span.h"

namespace reprise::detail {

// Calls on_segment for every stretch that UAX #29 calls a word and that may hold a letter or a
// digit, in order. Punctuation and symbols come too if `with_punctuation`, one character at a time;
// white space never.
void segment(std::string_view text, bool with_punctuation,
             const std::function<void(Span)>& on_segment);

// The same for one step: what begins at `at`, where a step before ended. Returns where the next
// step begins; nothing before `at` counts, so that any such place is a place to begin. REQUIRES: at
// < text.size().
size_t segment_one(std::string_view text, size_t at, bool with_punctuation,
                   const std::function<void(Span)>& on_segment);

// Is the word letters with a full stop between each two, as in "U.S"?
bool is_dotted(std::string_view word);

}  // namespace reprise::detail
