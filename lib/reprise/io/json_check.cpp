// What simdjson does not do by itself: numbers of any size, and mending.
//
//     1. A number that no 64 bits hold is valid JSON, but simdjson refuses it. With a 0 and blanks
//        in the place of each number the text is valid if and only if it was.
//     2. NaN, Infinity and halves of surrogate pairs are replaced, outside and inside of strings;
//        whether the text is JSON then is for the parser to say.
//
// Example: {"n": 1e999} becomes {"n": 0    }; {"n": NaN, "t": "a\ud83d"} becomes {"n": null,
// "t": "a\ufffd"}. Counter-examples: "NaN" in quotes is a string, and stays; \ud83c\udf88 is a
// whole pair, and so is what follows a doubled backslash.
//
// Cost: linear; only lines that the parser has refused come here. Source: RFC 8259, sections 6, 7.
#include "reprise/io/json_check.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace reprise::detail {
namespace {

// Returns where the digits that stand at `at` end; `at` itself if there are none.
size_t end_of_digits(std::string_view text, size_t at) {
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
    ++at;
  }
  return at;
}

// Returns where an exponent that stands at `at` ends; `at` itself if there is none.
size_t end_of_exponent(std::string_view text, size_t at) {
  const bool is_one = at < text.size() && (text[at] == 'e' || text[at] == 'E');
  if (!is_one) {
    return at;
  }
  size_t digits = at + 1;
  if (digits < text.size() && (text[digits] == '+' || text[digits] == '-')) {
    ++digits;
  }
  const size_t end = end_of_digits(text, digits);
  return end > digits ? end : at;
}

// Returns the length of the JSON number that the text begins with, or 0.
size_t number_size(std::string_view text) {
  const size_t first = text.starts_with('-') ? 1 : 0;
  const bool zero = text.substr(first).starts_with('0');  // nothing but a point may follow it
  size_t end = zero ? first + 1 : end_of_digits(text, first);
  if (end == first) {
    return 0;
  }
  if (text.substr(end).starts_with('.')) {
    const size_t fraction = end_of_digits(text, end + 1);
    if (fraction == end + 1) {
      return end;
    }
    end = fraction;
  }
  return end_of_exponent(text, end);
}

// Returns the unit of an escape "\\uXXXX" that the text begins with; 0 if it begins with none.
unsigned escaped_unit(std::string_view text) {
  constexpr size_t size = 6;
  if (text.size() < size || !text.starts_with("\\u")) {
    return 0;
  }
  unsigned unit = 0;
  const auto [end, error] = std::from_chars(text.data() + 2, text.data() + size, unit, 16);
  return error == std::errc() && end == text.data() + size ? unit : 0;
}

bool is_high(unsigned unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low(unsigned unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

// Appends the escape that the text begins with, mended if it is half of a pair; returns its size.
size_t append_escape(std::string_view text, std::string& out, Mending& mended) {
  constexpr size_t unit_size = 6;
  const unsigned unit = escaped_unit(text);
  size_t size = unit == 0 ? 2 : unit_size;
  if (is_high(unit) && is_low(escaped_unit(text.substr(unit_size)))) {
    size = 2 * unit_size;
  } else if (is_high(unit) || is_low(unit)) {
    mended.surrogate = true;
    out += "\\ufffd";
    return unit_size;
  }
  out += text.substr(0, size);
  return size;
}

// Returns the size of a number that is none in JSON, and that the text begins with; or 0. Python
// writes NaN and -Infinity, C's printf nan and -inf.
size_t odd_number_size(std::string_view text) {
  static constexpr std::array<std::string_view, 3> words{"nan", "infinity", "inf"};
  const size_t sign = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  for (const std::string_view word : words) {
    const std::string_view typed = text.substr(sign, word.size());
    const bool is_word = std::equal(typed.begin(), typed.end(), word.begin(), word.end(),
                                    [](char a, char b) { return a == b || a == b - 'a' + 'A'; });
    if (is_word) {
      return sign + word.size();
    }
  }
  return 0;
}

}  // namespace

std::string mended_json(std::string_view json, Mending& mended) {
  std::string out;
  out.reserve(json.size());
  bool in_string = false;
  for (size_t at = 0; at < json.size();) {
    const std::string_view rest = json.substr(at);
    const size_t odd = in_string ? 0 : odd_number_size(rest);
    if (in_string && rest.front() == '\\') {
      at += append_escape(rest, out, mended);
    } else if (odd > 0) {
      mended.number = true;
      out += "null";
      at += odd;
    } else {
      in_string ^= rest.front() == '"';
      out += rest.front();
      ++at;
    }
  }
  return out;
}

std::string with_small_numbers(std::string_view json) {
  std::string out(json);
  bool in_string = false;
  for (size_t at = 0; at < json.size(); ++at) {
    if (json[at] == '"') {
      in_string = !in_string;
    }
    if (in_string) {
      if (json[at] == '\\') {
        ++at;
      }
    } else if (const size_t size = number_size(json.substr(at))) {
      // The sign stays: "--1" is no number, and "-0" would be one.
      const size_t digit = json[at] == '-' ? 1 : 0;
      out.replace(at + digit, size - digit, size - digit, ' ')[at + digit] = '0';
      at += size - 1;
    }
  }
  return out;
}

std::string json_fault(int code) {
  switch (code) {
    case simdjson::UNCLOSED_STRING: return "a string is not closed";
    case simdjson::DEPTH_ERROR: return "it is nested too deeply";
    case simdjson::UNESCAPED_CHARS: return "a string holds a control character that is not escaped";
    case simdjson::STRING_ERROR:
      return "a string holds a wrong escape, perhaps half of a surrogate pair";
    case simdjson::UTF8_ERROR: return "it is no UTF-8";
    case simdjson::EMPTY: return "it is empty";
    default: return "its syntax is wrong";
  }
}

bool is_json_object(const std::string& json) {
  simdjson::dom::parser parser;
  const auto is_object = [&](const std::string& text, simdjson::error_code& code) {
    const auto parsed = parser.parse(text);
    code = parsed.error();
    return code == simdjson::SUCCESS && parsed.value_unsafe().is_object();
  };
  simdjson::error_code code;
  if (is_object(json, code)) {
    return true;
  }
  return code == simdjson::NUMBER_ERROR && is_object(with_small_numbers(json), code);
}

}  // namespace reprise::detail
