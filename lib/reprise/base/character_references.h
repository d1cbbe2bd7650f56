// Character references of HTML and XML: "&amp;" means "&".
//
//     &amp;  &eacute;  &#233;  &#xE9;  &nbsp      are  &  é  é  é  and a blank that doesn't break
//     &co;  &;  AT&T  &#0;                         are none (the last one reads as U+FFFD)
//
// The names are those of HTML 4, and what pages use of HTML 5: letters of Latin script, blanks and
// marks. Without its semicolon a name counts only if it is of Latin-1 and no letter, digit or "="
// follows, as in a browser. Numbers from 128 to 159 are read as windows-1252, as browsers do.
//
// Source: HTML 4.01, section 24; HTML Living Standard, 13.2.5.72. Pure; any thread. Cost: 50 ns a
// reference.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace reprise::detail {

struct CharacterReference {
  char32_t code = 0;
  size_t size = 0;  // bytes that it takes, from its "&"
};

// Returns the reference that begins at `at`; nothing if none does. REQUIRES: text[at] == '&'.
std::optional<CharacterReference> character_reference(std::string_view text, size_t at);

// Returns the text with its references replaced, once: "&amp;lt;" gives "&lt;".
std::string without_references(std::string_view text);

}  // namespace reprise::detail
