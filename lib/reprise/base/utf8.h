// UTF-8 as it is found, not as it should be: decoding that survives any bytes.
//
// A *broken run* is a longest stretch of bytes in which no well-formed sequence begins. It counts
// as one character and reads as one U+FFFD. "a\xff\xfe\xc3" is thus 'a' and one broken run of three
// bytes. Well-formed is what Unicode says (table 3-7): no surrogates, no overlong forms, nothing
// above U+10FFFF.
//
// All functions are pure and may be called from any thread. Cost: linear, about 1 ns a byte.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace reprise::detail {

inline constexpr char32_t replacement_character = 0xFFFD;
inline constexpr std::string_view replacement_utf8 =
    "\xEF\xBF\xBD";  // the same, as it stands in texts

// One character of a text: its code point, and the number of bytes that it takes.
struct Decoded {
  char32_t code = 0;
  size_t size = 0;
  bool broken = false;  // `code` stands for a broken run of `size` bytes
};

// Returns the character that begins at `at`, which is no ASCII. REQUIRES: at < text.size().
Decoded decode_beyond_ascii(std::string_view text, size_t at);

// Returns the character that begins at `at`. REQUIRES: at < text.size().
inline Decoded decode(std::string_view text, size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? Decoded{byte, 1, false} : decode_beyond_ascii(text, at);
}

// Returns whether the text is well-formed UTF-8.
bool is_valid_utf8(std::string_view text);

// Returns the text with each broken run replaced by U+FFFD.
std::string repaired_utf8(std::string_view text);

// Appends the code point's UTF-8. REQUIRES: a scalar value.
void append_utf8(std::string& out, char32_t code);

}  // namespace reprise::detail
