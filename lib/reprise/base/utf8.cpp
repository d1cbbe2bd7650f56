// UTF-8 byte by byte, for texts that may be broken.
//
// Steps of decoding: the lead byte says how long the sequence is and what its second byte may be;
// if all of it stands there, its bits are joined. If not, all bytes up to the next whole sequence
// are one broken place.
//
//     caf C3 A9       é, of two bytes
//     caf E9 " and"   E9 leads three bytes, and a blank is none of them: broken, one byte
//     FF FE "a"       broken, two bytes at once: one replacement character
//
// Cost: a few comparisons a character; a text to be repaired is first validated with vectors.
// Source: the Unicode Standard 15, table 3-7, "Well-Formed UTF-8 Byte Sequences".
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

// What a lead byte promises.
struct Lead {
  size_t size;  // of the sequence; 0: no sequence begins so
  uint8_t low = 0x80;
  uint8_t high = 0xBF;  // the bounds of its second byte
};

// Table 3-7. The narrow bounds keep out longer forms than needed (E0, F0), halves of surrogate
// pairs (ED) and what lies beyond U+10FFFF (F4).
Lead lead_of(uint8_t byte) {
  if (byte < 0x80) {
    return {1};
  }
  if (byte < 0xC2 || byte > 0xF4) {
    return {0};
  }
  if (byte < 0xE0) {
    return {2};
  }
  switch (byte) {
    case 0xE0: return {3, 0xA0, 0xBF};
    case 0xED: return {3, 0x80, 0x9F};
    case 0xF0: return {4, 0x90, 0xBF};
    case 0xF4: return {4, 0x80, 0x8F};
    default: return {byte < 0xF0 ? size_t{3} : size_t{4}};
  }
}

// Returns the length of the well-formed sequence at `at`, or 0.
size_t well_formed_size(std::string_view text, size_t at) {
  const Lead lead = lead_of(byte_at(text, at));
  if (lead.size < 2) {
    return lead.size;
  }
  if (!is_continuation(text, at + 1, lead.low, lead.high)) {
    return 0;
  }
  for (size_t i = 2; i < lead.size; ++i) {
    if (!is_continuation(text, at + i)) {
      return 0;
    }
  }
  return lead.size;
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
