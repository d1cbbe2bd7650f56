#include "reprise/words/cluster.h"

#include <unicode/uchar.h>

#include "reprise/base/utf8.h"
#include "reprise/words/signs.h"

namespace reprise::detail {

Cluster cluster_at(std::string_view text, size_t at) {
  const Decoded first = decode(text, at);
  Cluster cluster{first.code, CharacterClass::other, at + first.size, false};
  if (!first.broken) {
    cluster.kind = class_of(first.code);
  }
  if (cluster.kind == CharacterClass::space) {
    return cluster;
  }
  while (cluster.end < text.size() && static_cast<uint8_t>(text[cluster.end]) >= 0x80) {
    const Decoded next = decode(text, cluster.end);
    if (next.broken || class_of(next.code) != CharacterClass::ignorable) {
      break;
    }
    cluster.end += next.size;
    cluster.soft_hyphen |= next.code == 0xAD;
  }
  return cluster;
}

bool holds_letter_or_digit(std::string_view word) {
  for (size_t at = 0; at < word.size();) {
    const Decoded c = decode(word, at);
    const auto code = static_cast<UChar32>(c.code);
    if (!c.broken && (u_isalnum(code) || u_charType(code) == U_LETTER_NUMBER)) {
      return true;
    }
    at += c.size;
  }
  return false;
}

size_t skip_blanks(std::string_view text, size_t at) {
  while (at < text.size()) {
    const Decoded next = decode(text, at);
    const bool skipped = is_blank_sign(next.code) || is_unseen(next.code);
    if (next.broken || !skipped) {
      break;
    }
    at += next.size;
  }
  return at;
}

size_t skip_line_end(std::string_view text, size_t at) {
  if (text.substr(at).starts_with("\r\n")) {
    return at + 2;
  }
  const bool line_end = at < text.size() && (text[at] == '\n' || text[at] == '\r');
  return line_end ? at + 1 : at;
}

}  // namespace reprise::detail
