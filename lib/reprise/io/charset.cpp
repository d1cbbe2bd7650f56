#include "reprise/io/charset.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "reprise/base/utf8.h"
#include "reprise/io/pack.h"

namespace reprise::detail {
namespace {

using Converter = std::unique_ptr<UConverter, void (*)(UConverter*)>;
using Detector = std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)>;

// What pages call by the one name and mean by the other.
std::string meant_by(const std::string& charset) {
  const std::string name = lower_ascii(charset);
  constexpr std::array<std::string_view, 5> latin1{"iso-8859-1", "iso8859-1", "latin1", "latin-1",
                                                   "us-ascii"};
  if (std::find(latin1.begin(), latin1.end(), name) != latin1.end()) {
    return "windows-1252";
  }
  return name == "gb2312" ? "gb18030" : charset;
}

// Returns the bytes that tell most: those around the first that is no ASCII.
std::string_view telling_part(std::string_view bytes) {
  constexpr size_t most = 2000;
  constexpr size_t before = 400;
  const auto found = std::find_if(bytes.begin(), bytes.end(),
                                  [](char byte) { return static_cast<uint8_t>(byte) >= 0x80; });
  const auto first = static_cast<size_t>(found - bytes.begin());
  const size_t begin = first == bytes.size() ? 0 : first - std::min(first, before);
  return bytes.substr(begin - begin % 2, most);  // a unit of UTF-16 has two bytes
}

// Writes U+FFFD for bytes without a meaning, and counts the places. ICU's own callback writes
// U+001A for some.
void replace_and_count(const void* replaced, UConverterToUnicodeArgs* args, const char*, int32_t,
                       UConverterCallbackReason reason, UErrorCode* error) {
  if (reason > UCNV_IRREGULAR) {  // the converter is reset or closed
    return;
  }
  constexpr UChar sign = 0xFFFD;
  ++*static_cast<size_t*>(const_cast<void*>(replaced));
  *error = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(args, &sign, 1, 0, error);
}

using namespace std::string_view_literals;

// What begins another stands behind it; that of UTF-8 is the last.
constexpr std::array<EncodingMark, 5> marks{{{"\xFF\xFE\0\0"sv, "UTF-32LE"},
                                             {"\0\0\xFE\xFF"sv, "UTF-32BE"},
                                             {"\xFF\xFE", "UTF-16LE"},
                                             {"\xFE\xFF", "UTF-16BE"},
                                             {"\xEF\xBB\xBF", "UTF-8"}}};

// Returns whether a unit of UTF-16 is of a text in an alphabet, which has its letters before U+2000
// and its dashes and quotation marks close behind.
bool is_of_alphabet(char16_t unit) {
  constexpr char16_t end_of_signs = 0x2070;
  return unit < end_of_signs && (u_isgraph(unit) != 0 || u_isspace(unit) != 0);
}

bool reads_as_utf16(std::string_view bytes, bool little_endian) {
  constexpr size_t least_units = 8;
  constexpr size_t most_between_blanks = 40;  // on average
  const size_t units = bytes.size() / 2;
  size_t good = 0;
  size_t blank = 0;
  for (size_t i = 0; i < units; ++i) {
    const auto first = static_cast<uint8_t>(bytes[2 * i]);
    const auto second = static_cast<uint8_t>(bytes[2 * i + 1]);
    const auto unit =
        static_cast<char16_t>(little_endian ? second << 8 | first : first << 8 | second);
    good += is_of_alphabet(unit) ? 1U : 0U;
    blank += unit == u' ' || unit == u'\n' ? 1U : 0U;
  }
  return units >= least_units && 100 * good >= 97 * units && most_between_blanks * blank >= units;
}

}  // namespace

std::vector<CharsetGuess> guess_charsets(std::string_view bytes) {
  constexpr int32_t most_guesses = 3;
  bytes = telling_part(bytes);
  UErrorCode error = U_ZERO_ERROR;
  const Detector detector(ucsdet_open(&error), ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &error);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &error);
  std::vector<CharsetGuess> guesses;
  for (int32_t i = 0; U_SUCCESS(error) && i < std::min(count, most_guesses); ++i) {
    const char* name = ucsdet_getName(matches[i], &error);
    const int32_t certainty = ucsdet_getConfidence(matches[i], &error);
    guesses.push_back({name, certainty});
  }
  return guesses;
}

std::optional<CharsetGuess> tell_charset(std::string_view bytes) {
  constexpr int least_certainty = 20;
  const std::vector<CharsetGuess> guesses = guess_charsets(bytes);
  const bool is_sure = !guesses.empty() && guesses.front().certainty >= least_certainty;
  return is_sure ? std::optional(guesses.front()) : std::nullopt;
}

const EncodingMark* mark_of(std::string_view bytes) {
  const auto found = std::find_if(marks.begin(), marks.end(), [&](const EncodingMark& mark) {
    return bytes.starts_with(mark.bytes);
  });
  return found == marks.end() ? nullptr : &*found;
}

bool has_wide_mark(std::string_view bytes) {
  const EncodingMark* mark = mark_of(bytes);
  return mark && mark->charset != "UTF-8";
}

std::string_view without_mark(std::string_view bytes) {
  return bytes.substr(bytes.starts_with(marks.back().bytes) ? marks.back().bytes.size() : 0);
}

std::optional<std::string> unmarked_utf16(std::string_view bytes) {
  for (const bool little_endian : {true, false}) {
    if (reads_as_utf16(bytes.substr(0, 8192), little_endian)) {
      return little_endian ? "UTF-16LE" : "UTF-16BE";
    }
  }
  return std::nullopt;
}

bool is_charset(const std::string& charset) {
  UErrorCode error = U_ZERO_ERROR;
  const Converter from(ucnv_open(meant_by(charset).c_str(), &error), ucnv_close);
  return U_SUCCESS(error) && !charset.empty();
}

std::optional<CharsetText> decode_charset(std::string_view bytes, const std::string& charset) {
  UErrorCode error = U_ZERO_ERROR;
  const Converter from(ucnv_open(meant_by(charset).c_str(), &error), ucnv_close);
  const Converter to(ucnv_open("UTF-8", &error), ucnv_close);
  if (U_FAILURE(error) || charset.empty()) {
    return std::nullopt;
  }
  constexpr size_t room_size = 8192;
  CharsetText decoded;
  ucnv_setToUCallBack(from.get(), replace_and_count, &decoded.replaced, nullptr, nullptr, &error);
  std::array<char, room_size> room;
  std::array<UChar, room_size> pivot;
  const char* source = bytes.data();
  UChar* pivot_read = pivot.data();
  UChar* pivot_write = pivot.data();
  UBool is_first = 1;
  do {
    char* target = room.data();
    error = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, room.data() + room.size(), &source,
                   bytes.data() + bytes.size(), pivot.data(), &pivot_read, &pivot_write,
                   pivot.data() + pivot.size(), is_first, true, &error);
    decoded.text.append(room.data(), target);
    is_first = 0;
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  return decoded;
}

CharsetWidths::CharsetWidths(const std::string& charset, std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const Converter to(ucnv_open(meant_by(charset).c_str(), &error), ucnv_close);
  all_are_one_ = U_FAILURE(error) || ucnv_getMaxCharSize(to.get()) == 1;
  for (size_t at = 0; !all_are_one_ && at < text.size();) {
    const Decoded next = decode(text, at);
    at += next.size;
    uint8_t& width = widths_[next.code];
    if (width == 0) {
      std::array<UChar, 2> units;
      const bool is_pair = next.code > 0xFFFF;
      units[0] = static_cast<UChar>(is_pair ? U16_LEAD(next.code) : next.code);
      units[1] = static_cast<UChar>(is_pair ? U16_TRAIL(next.code) : 0);
      error = U_ZERO_ERROR;
      width = static_cast<uint8_t>(
          ucnv_fromUChars(to.get(), nullptr, 0, units.data(), is_pair ? 2 : 1, &error));
    }
  }
}

size_t CharsetWidths::of(char32_t character) const {
  return all_are_one_ ? 1 : widths_.at(character);
}

size_t bytes_in_charset(std::string_view text, const std::string& charset) {
  const CharsetWidths widths(charset, text);
  size_t bytes = 0;
  for (size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    bytes += widths.of(next.code);
    at += next.size;
  }
  return bytes;
}

}  // namespace reprise::detail
