// Text in other encodings than UTF-8, by the names that web pages, iconv and ICU know them by.
//
//     decode_charset("caf\xE9", "windows-1252")    {"café", 0 replaced}
//     guess_charsets("\xCC\xFD\xF0 …")              windows-1251 (76 %), KOI8-R (10 %), …
//
// Steps of a guess: the bytes around the first that is no ASCII are shown to ICU's detector, which
// counts which bytes and pairs of bytes are frequent in each encoding that it knows.
//
// Source: ICU, converters (ucnv.h) and charset detection (ucsdet.h). Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace reprise::detail {

// What bytes are perhaps in.
struct CharsetGuess {
  std::string name;   // as ICU and iconv know it, such as "windows-1251"
  int certainty = 0;  // of 100, as ICU counts
};

// Returns the likeliest encodings, best first, at most three; none if nothing speaks for any. Looks
// at the 2,000 bytes around the first that is no ASCII. Cost: a millisecond at most.
std::vector<CharsetGuess> guess_charsets(std::string_view bytes);

// Returns the likeliest encoding, if it is likely enough to go by it: 20 of 100.
std::optional<CharsetGuess> tell_charset(std::string_view bytes);

// Returns whether the bytes have many NULs, nearly all on one side of the 16-bit units, as in
// UTF-16 without its mark; and which it is then: "UTF-16LE" or "UTF-16BE".
bool looks_like_utf16(std::string_view bytes);
std::string utf16_name(std::string_view bytes);

// Returns whether an encoding has that name.
bool is_charset(const std::string& charset);

struct CharsetText {
  std::string text;     // valid UTF-8
  size_t replaced = 0;  // places that the encoding gives no meaning, now U+FFFD
};

// Returns the text; nothing if no encoding has that name. The names "iso-8859-1" and "latin1" mean
// windows-1252, as in every browser (WHATWG Encoding). Memory: a few times the bytes.
std::optional<CharsetText> decode_charset(std::string_view bytes, const std::string& charset);

// How many bytes the characters of a text take in an encoding.
//
//     CharsetWidths("shift_jis", "日本 a").of(U'日')    2
//
// Encodings with states (ISO-2022-JP), in which that depends on what stands before, have no widths.
class CharsetWidths {
 public:
  // Of the characters of this text, and no others. Cost: linear, and an encoding for each different
  // character.
  CharsetWidths(const std::string& charset, std::string_view text);

  // Returns the bytes of one character; of U+FFFD one, where each is one. REQUIRES: it stands in
  // the text.
  size_t of(char32_t character) const;

 private:
  bool all_are_one_;
  std::unordered_map<char32_t, uint8_t> widths_;
};

// Returns the bytes of the whole text. Cost: as above.
size_t bytes_in_charset(std::string_view text, const std::string& charset);

}  // namespace reprise::detail
