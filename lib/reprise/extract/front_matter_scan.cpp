#include "reprise/extract/front_matter_scan.h"

#include <algorithm>

#include "reprise/base/utf8.h"

namespace reprise::detail {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr size_t deepest = 8;
constexpr size_t longest_list = size_t{16} << 10;  // bytes; what is longer is a text

bool is_quote(char c) {
  return c == '"' || c == '\'';
}

bool is_triple(std::string_view text) {
  return text.starts_with("\"\"\"") || text.starts_with("'''");
}

// Returns the size of a quoted text, its quotes included; npos if it isn't closed.
size_t size_of_quoted(std::string_view text) {
  if (is_triple(text)) {
    const size_t end = text.find(text.substr(0, 3), 3);
    return end == text.npos ? end : end + 3;
  }
  const char quote = text.front();
  for (size_t at = 1; at < text.size(); ++at) {
    const bool doubled = quote == '\'' && text.substr(at).starts_with("''");
    const bool escaped = quote == '"' && text[at] == '\\';
    if (doubled || escaped) {
      ++at;
    } else if (text[at] == quote) {
      return at + 1;
    }
  }
  return text.npos;
}

// Appends what the escape behind a backslash means; returns how many bytes it takes.
size_t append_escape(std::string& out, std::string_view escape) {
  constexpr std::string_view names = "nrtb";
  constexpr std::string_view meanings = "\n\r\t ";
  if (const size_t at = names.find(escape.front()); at != names.npos) {
    out += meanings[at];
    return 1;
  }
  size_t digits = escape.front() == 'u' ? 4 : 0;
  if (escape.front() == 'U') {
    digits = 8;
  }
  if (digits == 0 || escape.size() <= digits) {
    out += escape.front();
    return 1;
  }
  char32_t code = 0;
  for (const char c : escape.substr(1, digits)) {
    constexpr std::string_view hex = "0123456789abcdef";
    const size_t value = hex.find(static_cast<char>(c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c));
    code = 16 * code + static_cast<char32_t>(value == hex.npos ? 0 : value);
  }
  const bool is_scalar = code < 0xD800 || (code > 0xDFFF && code <= 0x10FFFF);
  append_utf8(out, is_scalar ? code : replacement_character);
  return 1 + digits;
}

std::string unquoted(std::string_view text) {
  const size_t width = is_triple(text) ? 3 : 1;
  const char quote = text.front();
  std::string_view inside = text.substr(width, text.size() - 2 * width);
  std::string out;
  while (!inside.empty()) {
    if (quote == '"' && inside.front() == '\\' && inside.size() > 1) {
      inside.remove_prefix(1);
      inside.remove_prefix(append_escape(out, inside));
      continue;
    }
    const bool doubled = width == 1 && inside.starts_with("''") && quote == '\'';
    out += inside.front();
    inside.remove_prefix(doubled ? 2 : 1);
  }
  return out;
}

// Returns where the item ends that begins at the front of a list: its comma, or the text's end.
size_t end_of_item(std::string_view text) {
  size_t at = 0;
  while (at < text.size() && text[at] != ',') {
    const bool closes = is_quote(text[at]) || text[at] == '[' || text[at] == '{';
    const bool begins_word =
        at == 0 || blanks.find(text[at - 1]) != blanks.npos || !is_quote(text[at]);
    const size_t size = closes && begins_word ? size_of_closed(text.substr(at)) : 1;
    at += size == text.npos ? 1 : size;
  }
  return at;
}

void add_nested(FrontMatterValues& out, const std::string& key, std::string_view text, char sign,
                size_t depth);

// Adds "name: value", a member of a table in brackets.
void add_member(FrontMatterValues& out, const std::string& key, std::string_view item, char sign,
                size_t depth) {
  const size_t split = item.find(sign);
  if (split != item.npos) {
    const std::string name = plain_value(item.substr(0, split));
    add_nested(out, key + "." + name, item.substr(split + 1), sign, depth);
  }
}

void add_nested(FrontMatterValues& out, const std::string& key, std::string_view text, char sign,
                size_t depth) {
  text = trim_blanks(text);
  const bool bracket = text.starts_with('[') || text.starts_with('{');
  const bool is_list = bracket && depth < deepest && text.size() <= longest_list;
  const size_t size = is_list ? size_of_closed(text) : text.npos;
  if (size == text.npos) {
    std::string value = plain_value(text);
    const bool none = value.empty() || text == "null" || text == "~";
    if (!none) {
      out.emplace_back(key, std::move(value));
    }
    return;
  }
  std::string_view inside = text.substr(1, size - 2);
  while (!inside.empty()) {
    const size_t end = end_of_item(inside);
    const std::string_view item = trim_blanks(inside.substr(0, end));
    if (text.front() == '{') {
      add_member(out, key, item, sign, depth + 1);
    } else {
      add_nested(out, key, item, sign, depth + 1);
    }
    inside.remove_prefix(std::min(end + 1, inside.size()));
  }
}

}  // namespace

std::string_view FrontLines::peek() const {
  std::string_view line = rest_.substr(0, rest_.find('\n'));
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
  }
  return line;
}

std::string_view FrontLines::take() {
  const std::string_view line = peek();
  const size_t end = rest_.find('\n');
  rest_.remove_prefix(end == rest_.npos ? rest_.size() : end + 1);
  return line;
}

std::string_view trim_blanks(std::string_view text) {
  const size_t begin = text.find_first_not_of(blanks);
  return begin == text.npos ? std::string_view()
                            : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

size_t size_of_closed(std::string_view text) {
  if (is_quote(text.front())) {
    return size_of_quoted(text);
  }
  size_t depth = 0;
  size_t at = 0;
  while (at < text.size()) {
    const char c = text[at];
    const bool begins_word =
        at > 0 && std::string_view(" \t\r\n[{,:=").find(text[at - 1]) != text.npos;
    if (is_quote(c) && begins_word) {
      const size_t size = size_of_quoted(text.substr(at));
      at += size == text.npos ? 1 : size;
      continue;
    }
    depth += c == '[' || c == '{' ? 1U : 0U;
    depth -= c == ']' || c == '}' ? 1U : 0U;
    ++at;
    if (depth == 0) {
      return at;
    }
  }
  return text.npos;
}

size_t comment_in(std::string_view text) {
  size_t at = text.find('#');
  while (at != text.npos) {
    const bool behind_blank = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\t';
    if (behind_blank) {
      return at;
    }
    at = text.find('#', at + 1);
  }
  return text.size();
}

std::string plain_value(std::string_view text) {
  text = trim_blanks(text);
  if (!text.empty() && is_quote(text.front())) {
    const size_t size = size_of_quoted(text);
    if (size != text.npos) {
      return unquoted(text.substr(0, size));
    }
  }
  return std::string(trim_blanks(text.substr(0, comment_in(text))));
}

void add_value(FrontMatterValues& out, const std::string& key, std::string_view text, char sign) {
  add_nested(out, key, text, sign, 0);
}

}  // namespace reprise::detail
