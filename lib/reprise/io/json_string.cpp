#include "reprise/io/json_string.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "reprise/base/utf8.h"

namespace reprise::detail {
namespace {

constexpr std::string_view blanks = " \t\r\n";

// A walk over the members of objects. What is no JSON ends it: then nothing is found.
class Walk {
 public:
  explicit Walk(std::string_view line) : line_(line) {}

  // Returns the string of the field in the object that begins at `at`, and moves behind it.
  std::optional<Span> find(std::string_view field) {
    std::optional<Span> found;
    ++at_;  // {
    while (peek() == '"') {
      const std::string key = decoded(take_string());
      if (peek() != ':') {
        return std::nullopt;
      }
      ++at_;
      const bool is_it = key == field;
      const bool leads_there = field.starts_with(key) && field.substr(key.size()).starts_with('.');
      if (is_it) {
        found = string_or_nothing();
      } else if (leads_there && peek() == '{') {
        found = find(field.substr(key.size() + 1));
      } else {
        found = leads_there ? std::nullopt : found;
        skip_value();
      }
      if (peek() == ',') {
        ++at_;
      }
    }
    at_ += peek() == '}' ? 1U : 0U;
    return found;
  }

  // Returns the next byte that is no blank; 0 at the end.
  char peek() {
    at_ = std::min(line_.find_first_not_of(blanks, at_), line_.size());
    return at_ < line_.size() ? line_[at_] : '\0';
  }

 private:
  // Returns what stands between the quotes, and moves behind them.
  Span take_string() {
    const size_t begin = ++at_;
    while (at_ < line_.size() && line_[at_] != '"') {
      at_ += line_[at_] == '\\' ? 2U : 1U;
    }
    const size_t end = std::min(at_, line_.size());
    at_ = end + 1;
    return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  }

  std::optional<Span> string_or_nothing() {
    if (peek() == '"') {
      return take_string();
    }
    skip_value();
    return std::nullopt;
  }

  void skip_value() {
    size_t depth = 0;
    do {
      switch (peek()) {
        case '\0': return;
        case '"': take_string(); break;
        case '{':
        case '[':
          ++depth;
          ++at_;
          break;
        case '}':
        case ']':
          if (depth == 0) {
            return;
          }
          --depth;
          ++at_;
          break;
        case ',':
        case ':':
          if (depth == 0) {
            return;
          }
          ++at_;
          break;
        default: at_ = std::min(line_.find_first_of(" \t\r\n,:]}\"[{", at_), line_.size());
      }
    } while (depth > 0);
  }

  std::string decoded(Span key) const {
    const std::string_view written = key.in(line_);
    if (written.find('\\') == written.npos) {
      return std::string(written);
    }
    const auto json = nlohmann::json::parse("\"" + std::string(written) + "\"", nullptr, false);
    return json.is_string() ? json.get<std::string>() : std::string(written);
  }

  std::string_view line_;
  size_t at_ = 0;
};

// One character of a string: how many bytes it is written in, and how many it has.
struct Character {
  size_t written = 0;
  size_t decoded = 0;
};

// Returns the number of the escape \uXXXX that stands there; nothing if none does.
std::optional<uint32_t> escaped_unit(std::string_view written, size_t at) {
  const std::string_view escape = written.substr(std::min(at, written.size()), 6);
  if (escape.size() < 6 || !escape.starts_with("\\u")) {
    return std::nullopt;
  }
  uint32_t unit = 0;
  const auto [end, error] = std::from_chars(escape.data() + 2, escape.data() + 6, unit, 16);
  return error == std::errc() && end == escape.data() + 6 ? std::optional(unit) : std::nullopt;
}

size_t size_in_utf8(uint32_t unit) {
  if (unit < 0x80) {
    return 1;
  }
  return unit < 0x800 ? 2 : 3;
}

Character character_at(std::string_view written, size_t at) {
  if (written[at] != '\\') {
    const Decoded c = decode(written, at);
    constexpr size_t size_of_replacement = 3;
    return {c.size, c.broken ? size_of_replacement : c.size};
  }
  const std::optional<uint32_t> unit = escaped_unit(written, at);
  if (!unit) {
    return {2, 1};
  }
  if (*unit >= 0xD800 && *unit < 0xDC00) {
    const std::optional<uint32_t> next = escaped_unit(written, at + 6);
    if (next && *next >= 0xDC00 && *next < 0xE000) {
      return {12, 4};
    }
  }
  return {6, size_in_utf8(*unit)};
}

}  // namespace

std::optional<Span> find_string(std::string_view line, std::string_view field) {
  Walk walk(line);
  return walk.peek() == '{' ? walk.find(field) : std::nullopt;
}

std::string cut_string(std::string_view written, std::span<const Span> cuts) {
  std::string rest;
  size_t place = 0;  // in the decoded text
  size_t kept = 0;   // from here on nothing is copied yet
  size_t at = 0;
  for (const Span cut : cuts) {
    for (; at < written.size() && place < cut.begin;) {
      const Character c = character_at(written, at);
      at += c.written;
      place += c.decoded;
    }
    rest += written.substr(kept, at - kept);
    for (; at < written.size() && place < cut.end;) {
      const Character c = character_at(written, at);
      at += c.written;
      place += c.decoded;
    }
    kept = std::min(at, written.size());
  }
  return rest += written.substr(kept);
}

std::string written_string(const std::string& text) {
  const std::string quoted =
      nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return quoted.substr(1, quoted.size() - 2);
}

}  // namespace reprise::detail
