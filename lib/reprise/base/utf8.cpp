#include "reprise/base/utf8.h"

#include <simdjson.h>

namespace reprise::detail {
namespace {

uint8_t byte_at(std::string_view text, size_t at) {
  return static_cast<uint8_t>(text[at]);
}

bool is_continuation(std::string_view text, size_t at, uint8_t low = 0x80, uint8_t high = 0xBF) {
  return at < text.size() && byte_at(text, at) >= low && byte_at(text, at) <= high;
}

// Returns the length of the well-formed sequence at `at`, or 0. Unicode 15, table 3-7.
size_t well_formed_size(std::string_view text, size_t at) {
  const uint8_t lead = byte_at(text, at);
  if (lead < 0x80) {
    return 1;
  }
  if (lead < 0xC2 || lead > 0xF4) {
    return 0;
  }
  if (lead < 0xE0) {
    return is_continuation(text, at + 1) ? 2 : 0;
  }
  if (lead < 0xF0) {
    const uint8_t low = lead == 0xE0 ? 0xA0 : 0x80, high = lead == 0xED ? 0x9F : 0xBF;
    return is_continuation(text, at + 1, low, high) && is_continuation(text, at + 2) ? 3 : 0;
  }
  const uint8_t low = lead == 0xF0 ? 0x90 : 0x80, high = lead == 0xF4 ? 0x8F : 0xBF;
  return is_continuation(text, at + 1, low, high) && is_continuation(text, at + 2) &&
                 is_continuation(text, at + 3)
             ? 4
             : 0;
}

char32_t code_of(std::string_view sequence) {
  const auto tail = [&](size_t i) {
    return static_cast<char32_t>(byte_at(sequence, i) & 0x3F);
  };
  const char32_t lead = byte_at(sequence, 0);
  switch (sequence.size()) {
    case 1: return lead;
    case 2: return (lead & 0x1F) << 6 | tail(1);
    case 3: return (lead & 0x0F) << 12 | tail(1) << 6 | tail(2);
    default: return (lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3);
  }
}

}  // namespace

Decoded decode_beyond_ascii(std::string_view text, size_t at) {
  if (const size_t size = well_formed_size(text, at)) {
    return {code_of(text.substr(at, size)), size, false};
  }
  size_t end = at + 1;
  while (end < text.size() && well_formed_size(text, end) == 0) {
    ++end;
  }
  return {replacement_character, end - at, true};
}

bool is_valid_utf8(std::string_view text) {
  return simdjson::validate_utf8(text.data(), text.size());
}

std::string repaired_utf8(std::string_view text) {
  if (is_valid_utf8(text)) {
    return std::string(text);
  }
  std::string out;
  out.reserve(text.size() + 16);
  for (size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    if (next.broken) {
      append_utf8(out, replacement_character);
    } else {
      out.append(text.substr(at, next.size));
    }
    at += next.size;
  }
  return out;
}

void append_utf8(std::string& out, char32_t code) {
  const auto put = [&](char32_t byte) {
    out.push_back(static_cast<char>(byte));
  };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

}  // namespace reprise::detail
