#include "reprise/report/layout.h"

#include <unicode/uchar.h>
#include <algorithm>

#include "reprise/base/utf8.h"

namespace reprise {
namespace {

bool is_blank(char32_t code) {
  const auto c = static_cast<UChar32>(code);
  // Formatting characters that turn the direction of writing could make a line lie about itself.
  const bool turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
  return u_isUWhiteSpace(c) || u_iscntrl(c) || turns || code == 0xFEFF;
}

size_t columns_of_code(char32_t code) {
  const auto c = static_cast<UChar32>(code);
  const auto type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

const char* code_of(Colour colour) {
  switch (colour) {
    case Colour::bold: return "\x1b[1m";
    case Colour::dim: return "\x1b[2m";
    case Colour::red: return "\x1b[31m";
    case Colour::green: return "\x1b[32m";
    case Colour::yellow: return "\x1b[33m";
    case Colour::cyan: return "\x1b[36m";
    case Colour::plain: break;
  }
  return "";
}

}  // namespace

std::string on_one_line(std::string_view text) {
  std::string out;
  bool pending = false;  // a blank, once something follows
  for (size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    at += c.size;
    if (is_blank(c.code)) {
      pending = !out.empty();
      continue;
    }
    if (pending) out += ' ';
    pending = false;
    append_utf8(out, c.code);
  }
  return out;
}

size_t columns_of(std::string_view text) {
  size_t columns = 0;
  for (size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    at += c.size;
    columns += columns_of_code(c.code);
  }
  return columns;
}

std::string cut_to(std::string_view text, size_t columns) {
  size_t used = 0, last_fit = 0;  // last_fit: bytes that leave a column for the ellipsis
  for (size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    used += columns_of_code(c.code);
    if (used > columns) return std::string(text.substr(0, last_fit)) + "…";
    at += c.size;
    if (used < columns) last_fit = at;
  }
  return std::string(text);
}

std::string grouped(size_t number) {
  std::string digits = std::to_string(number);
  for (size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

std::string counted(size_t number, std::string_view noun) {
  return grouped(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

Page::Page(size_t width, bool colour) : width_(width == 0 ? SIZE_MAX : std::max<size_t>(width, 40)), colour_(colour) {}

void Page::line(size_t indent, size_t hang, std::string_view text, Colour colour) {
  const bool coloured = colour_ && colour != Colour::plain;
  std::string_view rest = text;
  std::string current(indent, ' ');
  size_t columns = indent;
  bool empty = true;  // no word yet on this line
  const auto flush = [&] {
    text_ += coloured ? code_of(colour) + current + "\x1b[0m\n" : current + "\n";
    current.assign(hang, ' ');
    columns = hang;
    empty = true;
  };
  while (!rest.empty()) {
    const size_t space = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, space);
    rest.remove_prefix(std::min(space + 1, rest.size()));
    const size_t wide = columns_of(word);
    if (!empty && columns + 1 + wide > width_) flush();
    if (!empty) current += ' ', ++columns;
    current += word;
    columns += wide;
    empty = false;
  }
  flush();
}

void Page::blank() { text_ += '\n'; }

}  // namespace reprise
