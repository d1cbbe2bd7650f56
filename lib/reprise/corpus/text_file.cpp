// Bytes become UTF-8.
//
//     1. FF FE or FE FF at the beginning: UTF-16, which is converted unit by unit. Two halves of a
//        pair are one character; a half alone, and an odd last byte, become U+FFFD. With two NULs
//        beside them it is UTF-32.
//     2. The encoding that the user names.
//     3. UTF-16 without its mark, if that makes words of an alphabet of it.
//     4. UTF-8, also where some of it is damaged, or cut off: the bytes are kept as they are, and
//        what is broken is counted. So are bytes that are no text at all.
//     5. The likeliest encoding, by ICU's detector.
//
// Example: FF FE 61 00 3D D8 becomes U+FEFF "a" U+FFFD, with one place replaced; a Russian text
// with bytes above C0 alone is windows-1251.
// Cost: a check of all bytes, and where something is broken a walk over all characters.
// Source: RFC 2781 (UTF-16), RFC 3629 (UTF-8).
#include "reprise/corpus/text_file.h"

#include "reprise/base/utf8.h"
#include "reprise/io/pack.h"

namespace reprise::detail {
namespace {

// Of the names that this file converts itself.
std::optional<Encoding> unicode_named(const std::string& charset) {
  const std::string name = lower_ascii(charset);
  if (name == "utf-8" || name == "utf8") {
    return Encoding::utf8;
  }
  if (name == "utf-16le" || name == "utf-16") {
    return Encoding::utf16_little_endian;
  }
  return name == "utf-16be" ? std::optional(Encoding::utf16_big_endian) : std::nullopt;
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

// What bytes are made of that are no valid UTF-8.
struct Makeup {
  size_t controls = 0;
  size_t whole = 0;  // bytes of UTF-8 beyond ASCII
  size_t broken = 0;
};

Makeup makeup_of(std::string_view bytes) {
  Makeup found;
  for (size_t at = 0; at < bytes.size();) {
    const Decoded next = decode(bytes, at);
    const bool is_blank_or_escape = (next.code >= 0x07 && next.code <= 0x0D) || next.code == 0x1B;
    const bool is_cut_off = next.broken && at + next.size == bytes.size();
    const bool is_c1_control = next.code >= 0x80 && next.code < 0xA0;  // by chance, in Shift-JIS
    if (is_cut_off || (!next.broken && next.code >= 0xA0)) {
      found.whole += next.size;
    } else if (next.broken || is_c1_control) {
      found.broken += next.size;
    } else if (next.code < 0x20 && !is_blank_or_escape) {
      ++found.controls;
    }
    at += next.size;
  }
  return found;
}

// UTF-8 of which some is damaged, or no text at all.
bool is_in_no_other_encoding(std::string_view bytes) {
  const Makeup makeup = makeup_of(bytes);
  return makeup.whole >= 4 * makeup.broken || 100 * makeup.controls > bytes.size();
}

// Converts bytes of an encoding that ICU knows. Returns whether each character has its place on
// disk; if not, nothing has changed.
bool convert_charset(Document& document, std::string_view bytes, const std::string& charset,
                     TextReading& reading) {
  std::optional<CharsetText> decoded = decode_charset(bytes, charset);
  if (!decoded || bytes_in_charset(decoded->text, charset) != bytes.size()) {
    return false;
  }
  document.encoding = Encoding::other;
  document.charset = charset;
  document.text = std::move(decoded->text);
  reading.broken = decoded->replaced;
  return true;
}

void set_unicode(Document& document, std::string bytes, Encoding encoding, TextReading& reading) {
  document.encoding = encoding;
  if (encoding == Encoding::utf8) {
    document.text = std::move(bytes);
    reading.broken = count_broken_runs(document.text);
    return;
  }
  document.text.clear();
  document.half_unit = bytes.size() % 2 == 1;
  reading.broken = convert_utf16(bytes, encoding == Encoding::utf16_little_endian, document.text);
}

// Returns the guess by the name that people know: what pages call ISO-8859-1 is windows-1252, and
// so is what would read the same in it.
CharsetGuess in_plain_words(std::string_view bytes, CharsetGuess guess) {
  const std::string common = "windows-1252";
  const bool is_western = guess.name.starts_with("ISO-8859-") || guess.name == "windows-1250";
  if (is_western &&
      decode_charset(bytes, guess.name)->text == decode_charset(bytes, common)->text) {
    guess.name = common;
  }
  return guess;
}

// Sets the text by what the bytes look like.
void set_unknown(Document& document, std::string_view bytes, TextReading& reading) {
  if (const auto told = tell_charset(bytes)) {
    const CharsetGuess best = in_plain_words(bytes, *told);
    if (convert_charset(document, bytes, best.name, reading)) {
      reading.told = best;
      return;
    }
  }
  reading.likeliest = guess_charsets(bytes);
  reading.is_unknown = true;
  document.text.clear();
}

}  // namespace

bool looks_binary(std::string_view bytes) {
  if (has_wide_mark(bytes)) {
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

TextReading set_text(Document& document, std::string bytes, const std::string& named) {
  TextReading reading;
  const EncodingMark* mark = mark_of(bytes);
  const std::string charset = mark ? std::string(mark->charset) : named;
  if (const auto unicode = unicode_named(charset)) {
    set_unicode(document, std::move(bytes), *unicode, reading);
  } else if (!charset.empty()) {
    reading.is_unknown = !convert_charset(document, bytes, charset, reading);
  } else if (const auto wide = unmarked_utf16(bytes)) {
    reading.told = {*wide, 100};
    set_unicode(document, std::move(bytes), *unicode_named(*wide), reading);
  } else if (is_valid_utf8(bytes) || is_in_no_other_encoding(bytes)) {
    set_unicode(document, std::move(bytes), Encoding::utf8, reading);
  } else {
    set_unknown(document, bytes, reading);
  }
  return reading;
}

}  // namespace reprise::detail
