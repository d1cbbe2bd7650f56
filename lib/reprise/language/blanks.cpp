#include "reprise/language/blanks.h"

#include <unicode/uchar.h>

#include "reprise/base/utf8.h"
#include "reprise/words/signs.h"

namespace reprise::detail {

size_t blank_at(std::string_view text) {
  if (text.empty()) {
    return 0;
  }
  const Decoded first = decode(text, 0);
  return u_isUWhiteSpace(static_cast<UChar32>(first.code)) ? first.size : 0;
}

size_t blank_at_end(std::string_view text) {
  if (text.empty()) {
    return 0;
  }
  size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) {
    --at;
  }
  return blank_at(text.substr(at));
}

bool is_one_blank(std::string_view gap) {
  if (gap.empty()) {
    return false;
  }
  const Decoded first = decode(gap, 0);
  return first.size == gap.size() && is_blank_sign(first.code);
}

bool is_narrow_blank(std::string_view gap) {
  if (!is_one_blank(gap)) {
    return false;
  }
  const char32_t code = decode(gap, 0).code;
  const bool narrow = code >= 0x2004 && code <= 0x200A;
  return narrow || code == 0xA0 || code == 0x202F || code == 0x205F;
}

}  // namespace reprise::detail
