// Steps: bytes become characters, each with its columns; a text becomes runs of one style each; a
// page breaks what is too wide into lines, at blanks, and closes styles and isolates at each end.
//
//     "The ferry sails in May" on a page 12 columns wide, indented by 2: 10 are left
//       The ferry            9; with "sails" it would be 15
//       sails in             8; with "May" it would be 12
//       May
//
// A word that no line would hold is broken where it must be, between characters.
// Cost: linear, about 50 ns a character.
#include "reprise/report/terminal/layout.h"

#include <unicode/uchar.h>
#include <algorithm>
#include <array>
#include <utility>

#include "reprise/base/utf8.h"

namespace reprise::detail {
namespace {

constexpr std::string_view open_isolate = "\u2068";
constexpr std::string_view close_isolate = "\u2069";
constexpr std::string_view ellipsis = "…";

bool is_blank(char32_t code) {
  const auto c = static_cast<UChar32>(code);
  const auto type = u_charType(c);
  return u_isUWhiteSpace(c) || type == U_CONTROL_CHAR || type == U_LINE_SEPARATOR ||
         type == U_PARAGRAPH_SEPARATOR;
}

// Soft hyphens, marks of direction, tags and the like; Persian and emoji are spelt with the two
// joiners.
bool is_invisible(char32_t code) {
  return code != 0x200C && code != 0x200D &&
         u_charType(static_cast<UChar32>(code)) == U_FORMAT_CHAR;
}

size_t columns_of_code(char32_t code) {
  if (code < 0x7F) {
    return 1;
  }
  const auto c = static_cast<UChar32>(code);
  const auto type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) {
    return 0;
  }
  const int syllable = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) {
    return 0;  // drawn into the one before
  }
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_right_to_left(char32_t code) {
  const auto direction = u_charDirection(static_cast<UChar32>(code));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

bool has_right_to_left(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    if (is_right_to_left(c.code)) {
      return true;
    }
    at += c.size;
  }
  return false;
}

// Adds the text as on_one_line shows it; a blank at its end stays.
void append_folded(std::string& out, std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    at += c.size;
    if (is_blank(c.code)) {
      if (!out.empty() && out.back() != ' ') {
        out += ' ';
      }
    } else if (!is_invisible(c.code)) {
      append_utf8(out, c.code);
    }
  }
}

// Returns the bytes of the longest beginning that takes at most `columns`.
size_t bytes_within(std::string_view text, size_t columns) {
  size_t used = 0, at = 0;
  while (at < text.size()) {
    const Decoded c = decode(text, at);
    used += columns_of_code(c.code);
    if (used > columns) {
      break;
    }
    at += c.size;
  }
  return at;
}

// Returns the bytes to keep of a text that is cut to `columns`, the ellipsis included: up to the
// end of a word, if one ends near there.
size_t bytes_before_ellipsis(std::string_view text, size_t columns) {
  constexpr size_t longest_loss = 16;
  const size_t bytes = bytes_within(text, columns - std::min<size_t>(columns, 1));
  const size_t blank = text.substr(0, bytes + 1).rfind(' ');
  if (blank == text.npos) {
    return bytes;
  }
  const bool loses_little = bytes - blank < longest_loss && 2 * blank > bytes;
  return loses_little ? blank : bytes;
}

// Where a line begins and ends, in bytes of the text.
struct Piece {
  size_t begin = 0, end = 0;
};

// Returns the lines of a text that has `first` columns on the first line, and `later` on each other
// one.
std::vector<Piece> broken_into_lines(std::string_view text, size_t first, size_t later) {
  std::vector<Piece> lines(1);
  size_t left = first;
  const auto next_line = [&](size_t begin) {
    lines.push_back({begin, begin});
    left = later;
  };
  for (size_t at = 0;;) {
    size_t word = std::min(text.find_first_not_of(' ', at), text.size());
    if (word == text.size()) {
      return lines;
    }
    const size_t end = std::min(text.find(' ', word), text.size());
    size_t wide = columns_of(text.substr(word, end - word));
    const bool empty = lines.back().begin == lines.back().end;
    if (word - at + wide > left && wide <= later && !empty) {
      next_line(word);
    } else {
      left -= std::min(word - at, left);
    }
    for (; wide > left; next_line(word)) {  // no line would hold it
      size_t part = bytes_within(text.substr(word, end - word), left);
      if (part == 0 && lines.back().begin == word) {
        part = decode(text, word).size;
      }
      if (part > 0) {
        lines.back().end = word + part;
      }
      wide -= columns_of(text.substr(word, part));
      word += part;
    }
    lines.back().end = at = end;
    left -= wide;
  }
}

// The background's and the letters' places in the palette of 256 colours: from a dull khaki, which
// is quiet on dark and on light screens, to red, each with letters that can be read on it.
constexpr std::array<std::pair<int, int>, most_shade> shades{
    {{144, 16}, {179, 16}, {214, 16}, {202, 16}, {160, 231}}};

// Returns the sequence that begins the style.
std::string code_of(const TextStyle& style) {
  std::string code;
  const auto add = [&](const std::string& parameter) {
    code += (code.empty() ? "\x1b[" : ";") + parameter;
  };
  if (style.bold) {
    add("1");
  }
  if (style.dim) {
    add("2");
  }
  if (style.underline) {
    add("4");
  }
  if (style.strike) {
    add("9");
  }
  if (style.colour == Colour::red) {
    add("31");
  }
  if (style.colour == Colour::green) {
    add("32");
  }
  if (style.colour == Colour::magenta) {
    add("35");
  }
  if (style.shade > 0) {
    const auto& [background, letters] = shades[std::min(style.shade, most_shade) - 1];
    add("38;5;" + std::to_string(letters) + ";48;5;" + std::to_string(background));
  }
  return code.empty() ? code : code + "m";
}

}  // namespace

std::string on_one_line(std::string_view text) {
  std::string out;
  append_folded(out, text);
  if (!out.empty() && out.back() == ' ') {
    out.pop_back();
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
  if (columns_of(text) <= columns) {
    return std::string(text);
  }
  return std::string(text.substr(0, bytes_before_ellipsis(text, columns))).append(ellipsis);
}

std::string cut_in_the_middle(std::string_view text, size_t columns) {
  const size_t all = columns_of(text);
  if (all <= columns) {
    return std::string(text);
  }
  const size_t kept = columns - std::min<size_t>(columns, 1), head = (kept + 1) / 2;
  // What the end must lose; a wide character may make it one column more.
  size_t tail = bytes_within(text, all - (kept - head));
  if (columns_of(text.substr(tail)) > kept - head) {
    tail += decode(text, tail).size;
  }
  while (tail < text.size() && columns_of_code(decode(text, tail).code) == 0) {
    tail += decode(text, tail).size;
  }
  return std::string(text.substr(0, bytes_within(text, head)))
      .append(ellipsis)
      .append(text.substr(tail));
}

std::string isolated(std::string_view text) {
  return has_right_to_left(text) ? std::string(open_isolate).append(text).append(close_isolate)
                                 : std::string(text);
}

std::string grouped(size_t number) {
  std::string digits = std::to_string(number);
  for (size_t i = digits.size(); i > 3; i -= 3) {
    digits.insert(i - 3, ",");
  }
  return digits;
}

std::string counted(size_t number, std::string_view noun) {
  return grouped(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

void StyledText::close_run(TextStyle style) {
  if (!runs_.empty() && (runs_.back().style == style || runs_.back().end == text_.size())) {
    runs_.back().end = text_.size();
  } else if (!text_.empty()) {
    runs_.push_back({text_.size(), style});
  }
}

StyledText& StyledText::add(std::string_view text, TextStyle style) {
  text_ += text;
  close_run(style);
  return *this;
}

StyledText& StyledText::append(const StyledText& other) {
  size_t begin = 0;
  for (const Run& run : other.runs_) {
    add(std::string_view(other.text_).substr(begin, run.end - begin), run.style);
    begin = run.end;
  }
  return *this;
}

StyledText& StyledText::fold(std::string_view text, TextStyle style) {
  append_folded(text_, text);
  close_run(style);
  return *this;
}

StyledText& StyledText::pad(size_t columns) {
  const size_t used = columns_of(text_);
  return used < columns ? add(std::string(columns - used, ' ')) : *this;
}

void StyledText::cut(size_t columns) {
  if (columns_of(text_) <= columns) {
    return;
  }
  text_.resize(bytes_before_ellipsis(text_, columns));
  while (runs_.size() > 1 && runs_[runs_.size() - 2].end >= text_.size()) {
    runs_.pop_back();
  }
  runs_.back().end = text_.size();
  add(ellipsis);
}

void StyledText::isolate() {
  if (!has_right_to_left(text_)) {
    return;
  }
  text_.insert(0, open_isolate);
  for (Run& run : runs_) {
    run.end += open_isolate.size();
  }
  add(close_isolate);
}

Page::Page(size_t width, bool colour)
    : width_(width == 0 ? SIZE_MAX : std::max<size_t>(width, 40)), colour_(colour) {}

void Page::line(size_t indent, size_t hang, const StyledText& text) {
  bool first = true;
  for (const Piece& piece : broken_into_lines(text.text(), width_ - indent, width_ - hang)) {
    text_.append(std::exchange(first, false) ? indent : hang, ' ');
    if (isolating_) {
      text_ += open_isolate;
    }
    put(text, piece.begin, piece.end);
    if (isolating_) {
      text_ += close_isolate;
    }
    text_ += '\n';
  }
  isolating_ = false;
}

// Adds a stretch of the text, each style closed behind its letters.
void Page::put(const StyledText& text, size_t begin, size_t end) {
  const std::string_view all = text.text();
  for (const StyledText::Run& run : text.runs()) {
    if (run.end <= begin) {
      continue;
    }
    if (begin >= end) {
      break;
    }
    const std::string_view part = all.substr(begin, std::min(run.end, end) - begin);
    begin += part.size();
    const std::string code = colour_ ? code_of(run.style) : "";
    text_.append(code).append(part).append(code.empty() ? "" : "\x1b[0m");
  }
  const std::string_view shown = std::string_view(text_).substr(text_.rfind('\n') + 1);
  const size_t opened = shown.rfind(open_isolate), closed = shown.rfind(close_isolate);
  if (opened != shown.npos) {
    isolating_ = closed == shown.npos || closed < opened;
  }
}

void Page::blank() {
  text_ += '\n';
}

}  // namespace reprise::detail
