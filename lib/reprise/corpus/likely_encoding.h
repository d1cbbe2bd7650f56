// Which encoding bytes are in that are no UTF-8: for advice alone, and only where something speaks
// for an answer.
//
//     "Мэр" in Windows-1251    "windows-1251"
//     caf\xe9, and little else    nothing: too little to tell
//
// Cost: half a millisecond, for a thousand bytes are looked at. Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace reprise::detail {

// Returns whether nearly all NULs stand on one side of the 16-bit units, as in UTF-16 without its
// mark.
bool looks_like_utf16(std::string_view bytes);

// Returns the name by which iconv knows the encoding; nothing if none is likely, or if it is UTF-8
// after all, with some bytes damaged.
std::optional<std::string> likely_encoding(std::string_view bytes);

// Returns what to do with a text of these bytes: "convert it: iconv -f windows-1251 -t UTF-8".
std::string remedy_for_encoding(std::string_view bytes);

}  // namespace reprise::detail
