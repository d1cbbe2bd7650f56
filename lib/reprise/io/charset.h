// Text in other encodings than UTF-8, by the names that web pages, iconv and ICU know them by.
//
//     decode_charset("caf\xE9", "windows-1252")    {"café", 0 replaced}
//     guess_charsets("\xCC\xFD\xF0 …")              windows-1251 (76 %), KOI8-R (10 %), …
//     mark_of("\xFF\xFE" "a\0")                    UTF-16LE
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

// A byte-order mark, and the encoding that it says.
struct EncodingMark {
  std::string_view bytes;
  std::string_view charset;
};

// Returns the mark of UTF-8, UTF-16 or UTF-32 at the front; nullptr if there is none.
const EncodingMark* mark_of(std::string_view bytes);

// Returns whether a mark at the front says that it is UTF-16 or UTF-32.
bool has_wide_mark(std::string_view bytes);

// Returns the bytes behind the mark of UTF-8, if they begin with it.
std::string_view without_mark(std::string_view bytes);

// Returns "UTF-16LE" or "UTF-16BE" if the bytes are that, without its mark: read so, nearly all of
// the first 8 KiB are letters, signs and blanks of an alphabet. What has no blanks, as Chinese, is
// not told from noise.
std::optional<std::string> unmarked_utf16(std::string_view bytes);

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
