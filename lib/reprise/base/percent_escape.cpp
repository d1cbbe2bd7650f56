#include "reprise/base/percent_escape.h"

#include <charconv>

namespace reprise::detail {

std::optional<char> percent_escape_at(std::string_view text, size_t at) {
  constexpr size_t digits = 2;
  const std::string_view escape = text.substr(at, 1 + digits);
  if (escape.size() != 1 + digits || escape.front() != '%') {
    return std::nullopt;
  }
  constexpr int base = 16;
  unsigned value = 0;
  const char* const end = escape.data() + escape.size();
  const auto read = std::from_chars(escape.data() + 1, end, value, base);
  const bool is_whole = read.ec == std::errc() && read.ptr == end;
  return is_whole ? std::optional(static_cast<char>(value)) : std::nullopt;
}

}  // namespace reprise::detail
