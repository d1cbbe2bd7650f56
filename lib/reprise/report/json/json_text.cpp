#include "reprise/report/json/json_text.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace reprise::detail {
namespace {

bool needs_escape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void append_escape(std::string& out, char c) {
  switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    default:
      constexpr char digits[] = "0123456789abcdef";
      out.append("\\u00").append(1, digits[c >> 4]).append(1, digits[c & 15]);
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  size_t written = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    if (!needs_escape(text[at])) {
      continue;
    }
    out.append(text, written, at - written);
    append_escape(out, text[at]);
    written = at + 1;
  }
  out.append(text, written, text.size() - written);
  out += '"';
}

void append_json_number(std::string& out, double value) {
  // Shares and counts; what would be written with an exponent is left to the library.
  if (value != 0 && !(std::abs(value) >= 1e-4 && std::abs(value) < 1e15)) {
    out += nlohmann::json(value).dump();
    return;
  }
  char digits[32];
  const char* end =
      std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed).ptr;
  const std::string_view written(digits, static_cast<size_t>(end - digits));
  out += written;
  if (written.find('.') == written.npos) {
    out += ".0";
  }
}

}  // namespace reprise::detail
