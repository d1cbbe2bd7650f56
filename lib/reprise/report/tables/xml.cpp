#include "reprise/report/tables/xml.h"

#include "reprise/base/utf8.h"

namespace reprise::detail {
namespace {

// Returns whether XML 1.0 can hold the character.
bool is_xml(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xFFFE) ||
         c > 0xFFFF;  // no surrogates come here
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    append_utf8(out, is_xml(c.code) ? c.code : replacement_character);
    at += c.size;
  }
  return out;
}

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (const char c : xml_text(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\t':
      case '\n':
      case '\r': out += "&#" + std::to_string(int{c}) + ";"; break;
      default: out += c;
    }
  }
  return out;
}

std::string xml_attribute(const char* name, std::string_view value) {
  return std::string(" ") + name + "=\"" + xml_escaped(value) + "\"";
}

std::string xml_attribute(const char* name, size_t value) {
  return xml_attribute(name, std::to_string(value));
}

}  // namespace reprise::detail
