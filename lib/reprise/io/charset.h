// Text in other encodings than UTF-8, by the names that web pages, iconv and ICU know them by.
//
//     decode_charset("caf\xE9", "windows-1252")    {"café", 0 replaced}
//     guess_charsets("\xCC\xFD\xF0 …")              windows-1251 (76 %), KOI8-R (10 %), …
//
// Source: ICU, converters (ucnv.h) and charset detection (ucsdet.h). Any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reprise::detail {

// What bytes are perhaps in.
struct CharsetGuess {
  std::string name;   // as ICU and iconv know it, such as "windows-1251"
  int certainty = 0;  // of 100, as ICU counts
};

// Returns the likeliest encodings, best first, at most three; none if nothing speaks for any. Looks
// at the first 4,000 bytes around the first that is no ASCII. Cost: two milliseconds at most.
std::vector<CharsetGuess> guess_charsets(std::string_view bytes);

struct DecodedText {
  std::string text;     // valid UTF-8
  size_t replaced = 0;  // places that the encoding gives no meaning, now U+FFFD
};

// Returns the text; nothing if no encoding has that name. The names "iso-8859-1" and "latin1" mean
// windows-1252, as in every browser (WHATWG Encoding). Memory: a few times the bytes.
std::optional<DecodedText> decode_charset(std::string_view bytes, const std::string& charset);

}  // namespace reprise::detail
