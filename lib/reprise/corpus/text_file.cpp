// Bytes that are no UTF-8.
//
//     1. FF FE or FE FF at the beginning: UTF-16, which is converted unit by unit. Two halves of a
//        pair are one character; a half alone, and an odd last byte, become U+FFFD.
//     2. Otherwise the bytes are kept as they are, and what is broken is counted.
//
// Example: FF FE 61 00 3D D8 becomes U+FEFF "a" U+FFFD, with one place replaced.
// Cost: a check of all bytes, and where something is broken a walk over all characters.
// Source: RFC 2781 (UTF-16), RFC 3629 (UTF-8).
#include "reprise/corpus/text_file.h"

#include "reprise/base/utf8.h"

namespace reprise::detail {
namespace {

Encoding encoding_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) {
    return Encoding::utf16_little_endian;
  }
  if (bytes.starts_with("\xFE\xFF")) {
    return Encoding::utf16_big_endian;
  }
  return Encoding::utf8;
}

size_t count_broken_runs(std::string_view text) {
  if (is_valid_utf8(text)) {
    return 0;
  }
  size_t count = 0;
  for (size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    count += next.broken;
    at += next.size;
  }
  return count;
}

// Appends the UTF-8 of UTF-16 bytes; returns how many units had to be replaced.
size_t convert_utf16(std::string_view bytes, bool little_endian, std::string& out) {
  const auto unit = [&](size_t at) {
    const auto first = static_cast<uint8_t>(bytes[at]);
    const auto second = static_cast<uint8_t>(bytes[at + 1]);
    return static_cast<char32_t>(little_endian ? second << 8 | first : first << 8 | second);
  };
  size_t replaced = bytes.size() % 2;
  const size_t end = bytes.size() - replaced;
  out.reserve(bytes.size());
  for (size_t at = 0; at < end; at += 2) {
    char32_t code = unit(at);
    if (code >= 0xD800 && code < 0xE000) {
      const char32_t low = code < 0xDC00 && at + 2 < end ? unit(at + 2) : 0;
      const bool pair = low >= 0xDC00 && low < 0xE000;
      replaced += !pair;
      code = pair ? 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00) : replacement_character;
      if (pair) {
        at += 2;
      }
    }
    append_utf8(out, code);
  }
  if (end < bytes.size()) {
    append_utf8(out, replacement_character);
  }
  return replaced;
}

}  // namespace

bool looks_binary(std::string_view bytes) {
  if (encoding_of(bytes) != Encoding::utf8) {
    return false;
  }
  const std::string_view head = bytes.substr(0, 8192);
  size_t strange = 0;
  for (size_t at = 0; at < head.size();) {
    if (head[at] >= ' ' && head[at] <= '~') {  // most are: no need to look closer
      ++at;
      continue;
    }
    const Decoded next = decode(head, at);
    const bool control =
        next.code < 0x20 && !(next.code >= 0x07 && next.code <= 0x0D) && next.code != 0x1B;
    if (control || next.broken) {
      strange += next.size;
    }
    at += next.size;
  }
  return 10 * strange > head.size();
}

size_t set_text(Document& document, std::string bytes) {
  document.encoding = encoding_of(bytes);
  if (document.encoding != Encoding::utf8) {
    document.text.clear();
    document.half_unit = bytes.size() % 2 == 1;
    return convert_utf16(bytes, document.encoding == Encoding::utf16_little_endian, document.text);
  }
  document.text = std::move(bytes);
  return count_broken_runs(document.text);
}

}  // namespace reprise::detail
