#include "serve/target.h"

#include <algorithm>

#include "library.h"
#include "reprise/base/percent_escape.h"
#include "reprise/base/utf8.h"

namespace reprise::program {
namespace {

bool is_control(char byte) {
  return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F;
}

// What "+" stands for.
enum class Plus { itself, blank };

// Returns the text with its escapes undone; nothing if one is none, or makes what is no text.
std::optional<std::string> decoded(std::string_view part, Plus plus) {
  std::string text;
  for (size_t at = 0; at < part.size(); ++at) {
    char byte = part[at];
    if (byte == '%') {
      const std::optional<char> escaped = detail::percent_escape_at(part, at);
      if (!escaped) {
        return std::nullopt;
      }
      byte = *escaped;
      at += 2;
    } else if (byte == '+' && plus == Plus::blank) {
      byte = ' ';
    }
    text += byte;
  }
  const bool is_text = is_valid_utf8(text) && std::none_of(text.begin(), text.end(), is_control);
  return is_text ? std::optional(std::move(text)) : std::nullopt;
}

// Calls take(part) for each part between the marks; returns whether it took them all.
template <class Take>
bool each_part(std::string_view text, char mark, const Take& take) {
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(mark, begin), text.size());
    if (!take(text.substr(begin, end - begin))) {
      return false;
    }
    begin = end + 1;
  }
  return true;
}

bool take_parameter(std::string_view parameter, Target& target) {
  if (parameter.empty()) {
    return true;
  }
  const size_t sign = std::min(parameter.find('='), parameter.size());
  const auto name = decoded(parameter.substr(0, sign), Plus::blank);
  const std::string_view rest = parameter.substr(std::min(sign + 1, parameter.size()));
  const auto value = decoded(rest, Plus::blank);
  return name && value && target.query.emplace(*name, *value).second;
}

}  // namespace

std::optional<Target> parse_target(std::string_view text) {
  if (!text.starts_with('/') || text.find('#') != text.npos) {
    return std::nullopt;
  }
  const size_t mark = std::min(text.find('?'), text.size());
  const std::string_view path = text.substr(1, mark - 1);
  Target target;
  const bool has_path = path.empty() || each_part(path, '/', [&](std::string_view part) {
                          auto segment = decoded(part, Plus::itself);
                          if (segment) {
                            target.path.push_back(std::move(*segment));
                          }
                          return segment.has_value();
                        });
  const std::string_view query = text.substr(std::min(mark + 1, text.size()));
  const bool has_query = each_part(
      query, '&', [&](std::string_view parameter) { return take_parameter(parameter, target); });
  return has_path && has_query ? std::optional(std::move(target)) : std::nullopt;
}

}  // namespace reprise::program
