// The escapes of addresses: "chapter%201" is "chapter 1".
#pragma once

#include <optional>
#include <string_view>

namespace reprise::detail {

// Returns the byte that the three of "%20" at this place stand for; nothing if there is no such
// escape. Pure; any thread. Source: RFC 3986, 2.1.
std::optional<char> percent_escape_at(std::string_view text, size_t at);

}  // namespace reprise::detail
