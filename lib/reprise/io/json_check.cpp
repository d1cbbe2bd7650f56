#include "reprise/io/json_check.h"

#include <simdjson.h>

namespace reprise::detail {
namespace {

// Returns the length of the JSON number that the text begins with, or 0.
size_t number_size(std::string_view text) {
  size_t at = text.starts_with('-') ? 1 : 0;
  const auto digits = [&] {
    const size_t begin = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
      ++at;
    }
    return at > begin;
  };
  if (text.substr(at).starts_with('0')) {
    ++at;
  } else if (!digits()) {
    return 0;
  }
  size_t end = at;
  if (text.substr(at).starts_with('.') && (++at, digits())) {
    end = at;
  }
  at = end;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) {
      ++at;
    }
    if (digits()) {
      end = at;
    }
  }
  return end;
}

}  // namespace

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
      const size_t digit =
          json[at] == '-' ? 1 : 0;  // the sign stays: "--1" is no number, and "-0" would be one
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
