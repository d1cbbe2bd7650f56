#include "reprise/points/quotation_marks.h"

#include <array>
#include <cstdint>
#include <utility>

namespace reprise::detail {
namespace {

size_t count(std::string_view text, std::string_view mark) {
  size_t found = 0;
  for (size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size())) {
    ++found;
  }
  return found;
}

// Returns whether a quotation that begins or ends in the text does not do both.
bool has_open_quotation(std::string_view text) {
  const bool low_marks_open = text.find("„") != text.npos;  // then “ closes
  const size_t opened = count(text, low_marks_open ? "„" : "“");
  const size_t closed = count(text, low_marks_open ? "“" : "”");
  return opened != closed || count(text, "«") != count(text, "»") || count(text, "\"") % 2 != 0;
}

Span with_both_marks(Span span, std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> pairs{
      {{"“", "”"}, {"„", "“"}, {"«", "»"}, {"\"", "\""}}};
  const std::string_view before = text.substr(0, span.begin);
  std::string_view behind = text.substr(span.end);
  const size_t stop = behind.find_first_not_of(",.!?");
  if (stop == behind.npos || stop > 1) {
    return span;
  }
  behind.remove_prefix(stop);
  for (const auto& [open, close] : pairs) {
    if (before.ends_with(open) && behind.starts_with(close)) {
      return {span.begin - static_cast<uint32_t>(open.size()),
              span.end + static_cast<uint32_t>(stop + close.size())};
    }
  }
  return span;
}

Span without_lonely_mark(Span span, std::string_view text) {
  constexpr std::array<std::string_view, 5> marks{"“", "”", "«", "»", "\""};
  for (const std::string_view mark : marks) {
    const std::string_view shown = span.in(text);
    if (!has_open_quotation(shown)) {
      return span;
    }
    const auto size = static_cast<uint32_t>(mark.size());
    if (shown.starts_with(mark)) {
      span.begin += size;
    } else if (shown.ends_with(mark)) {
      span.end -= size;
    }
  }
  return span;
}

}  // namespace

bool has_open_mark(std::string_view text) {
  return has_open_quotation(text) || count(text, "(") != count(text, ")");
}

Span with_whole_quotation(Span span, std::string_view text) {
  return without_lonely_mark(with_both_marks(span, text), text);
}

}  // namespace reprise::detail
