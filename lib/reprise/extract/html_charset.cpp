#include "reprise/extract/html_charset.h"

#include <algorithm>

#include "reprise/base/utf8.h"
#include "reprise/extract/html_tokens.h"
#include "reprise/io/charset.h"
#include "reprise/io/pack.h"

namespace reprise::detail {
namespace {

constexpr size_t head_bytes = 8192;  // where a page names its encoding; the standard says 1024
constexpr size_t most_broken = 20;   // one broken letter of so many is an accident, not a lie
constexpr int least_certainty = 10;  // of 100, as ICU counts
constexpr const char* charset_remedy = "if that is wrong, name the encoding with --encoding";

// Returns the value behind `name=`, or behind `name:` as in a style sheet, quoted or not.
std::string value_behind(std::string_view text, std::string_view name) {
  const size_t found = text.find(name);
  if (found == text.npos) {
    return "";
  }
  const size_t begin = text.find_first_not_of(" \t\r\n=\"'", found + name.size());
  const size_t end = std::min(text.find_first_of(" \t\r\n\"';/>?", begin), text.size());
  return begin == text.npos ? "" : std::string(text.substr(begin, end - begin));
}

bool is_utf8_name(const std::string& charset) {
  const std::string name = lower_ascii(charset);
  return name == "utf-8" || name == "utf8";
}

// A page whose tags could be read to find the name is in no encoding of two bytes a letter.
bool is_wide_name(const std::string& charset) {
  const std::string name = lower_ascii(charset);
  return name.starts_with("utf-16") || name.starts_with("utf-32") || name.starts_with("ucs");
}

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return static_cast<uint8_t>(c) < 0x80; });
}

struct Letters {
  size_t whole = 0;
  size_t broken = 0;
};

// Counts the letters beyond ASCII, if the bytes were UTF-8.
Letters letters_as_utf8(std::string_view bytes) {
  Letters letters;
  for (size_t at = 0; at < bytes.size();) {
    const Decoded character = decode(bytes, at);
    letters.broken += character.broken ? 1 : 0;
    letters.whole += character.code >= 0x80 && !character.broken ? 1 : 0;
    at += character.size;
  }
  return letters;
}

void say(PageText& page, std::string what, std::string remedy = charset_remedy) {
  page.problems.push_back({"", std::move(what), std::move(remedy), false});
}

bool decode_as(std::string_view bytes, const std::string& charset, PageText& page) {
  auto decoded = decode_charset(bytes, charset);
  if (!decoded) {
    return false;
  }
  page.decoded = std::move(decoded->text);
  page.text = page.decoded;
  return true;
}

void repair(std::string_view bytes, PageText& page) {
  page.decoded = repaired_utf8(bytes);
  page.text = page.decoded;
}

// Reads bytes that are not valid UTF-8 and say nothing that helps.
void guess(std::string_view bytes, const std::string& declared, PageText& page) {
  std::string claim = "the page names no encoding";
  if (!declared.empty()) {
    claim = "the page says that it is " + declared + ", and is not";
  }
  for (const CharsetGuess& guess : guess_charsets(bytes)) {
    const bool is_same =
        is_utf8_name(guess.name) || lower_ascii(guess.name) == lower_ascii(declared);
    const bool is_usable = guess.certainty >= least_certainty && !is_same;
    if (is_usable && decode_as(bytes, guess.name, page)) {
      say(page, claim + "; it was read as " + guess.name + " (" + std::to_string(guess.certainty) +
                    " % certain)");
      return;
    }
  }
  if (decode_as(bytes, "windows-1252", page)) {
    say(page, claim + "; it was read as windows-1252");
  }
}

void read_declared(std::string_view bytes, const std::string& declared, PageText& page) {
  const bool claims_utf8 = declared.empty() || is_utf8_name(declared) || is_wide_name(declared);
  if (is_valid_utf8(bytes)) {
    const bool is_lie = !claims_utf8 && !is_ascii(bytes);
    const bool is_shifted = !claims_utf8 && !is_lie && bytes.find('\x1B') != bytes.npos;
    if (is_shifted && decode_as(bytes, declared, page)) {
      return;  // ISO-2022 writes everything in ASCII
    }
    if (is_lie) {
      say(page, "the page says that it is " + declared + ", and is UTF-8; it was read as UTF-8");
    }
    page.text = bytes;
    return;
  }
  if (!claims_utf8) {
    if (!decode_as(bytes, declared, page)) {
      guess(bytes, declared, page);
    }
    return;
  }
  const Letters letters = letters_as_utf8(bytes);
  if (letters.whole >= most_broken * letters.broken) {
    repair(bytes, page);
    say(page, std::to_string(letters.broken) + " places are no UTF-8 and were replaced",
        "save the page again");
    return;
  }
  guess(bytes, declared, page);
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  const std::string head = lower_ascii(bytes.substr(0, head_bytes));
  if (trimmed(head).starts_with("<?xml")) {
    const size_t end = std::min(head.find("?>"), head.size());
    std::string named = value_behind(std::string_view(head).substr(0, end), "encoding");
    if (!named.empty()) {
      return named;
    }
  }
  HtmlTokens tokens(head);
  HtmlToken token;
  while (tokens.next(token)) {
    if (token.tag != HtmlTag::meta || token.kind != HtmlTokenKind::start) {
      continue;
    }
    if (!token.attribute("charset").empty()) {
      return std::string(token.attribute("charset"));
    }
    std::string named = value_behind(token.attribute("content"), "charset");
    if (same_name(token.attribute("http-equiv"), "content-type") && !named.empty()) {
      return named;
    }
  }
  return "";
}

bool read_page_text(std::string_view bytes, const std::string& charset, const std::string& claimed,
                    PageText& page) {
  if (const EncodingMark* mark = mark_of(bytes)) {
    const std::string_view rest = bytes.substr(mark->bytes.size());
    if (mark->charset != "UTF-8") {
      return decode_as(rest, std::string(mark->charset), page);
    }
    read_declared(rest, "utf-8", page);
    return true;
  }
  if (!charset.empty()) {
    if (decode_as(bytes, charset, page)) {
      return true;
    }
    page.problems.push_back({"", "no encoding is named \"" + charset + "\"",
                             "name one such as utf-8, windows-1252 or shift-jis", true});
    return false;
  }
  const bool looks_wide = bytes.size() >= 2 && (bytes[0] == '\0') != (bytes[1] == '\0');
  if (looks_wide) {
    return decode_as(bytes, bytes[0] == '\0' ? "UTF-16BE" : "UTF-16LE", page);
  }
  read_declared(bytes, claimed.empty() ? declared_charset(bytes) : claimed, page);
  return true;
}

}  // namespace reprise::detail
