#include "reprise/corpus/url.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "reprise/base/percent_escape.h"
#include "reprise/io/pack.h"

namespace reprise::detail {
namespace {

// Parameters that say where a reader came from, and nothing of the page.
// clang-format off
constexpr std::array<std::string_view, 14> following{
    "_ga", "dclid", "fbclid", "gbraid", "gclid", "gclsrc", "igshid", "mc_cid", "mc_eid", "msclkid",
    "srsltid", "twclid", "wbraid", "yclid"};
// clang-format on

bool follows_readers(std::string_view parameter) {
  const std::string name = lower_ascii(std::string(parameter.substr(0, parameter.find('='))));
  return name.starts_with("utm_") || std::binary_search(following.begin(), following.end(), name);
}

bool is_unreserved(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.' || c == '_' ||
         c == '~';
}

// Undoes the escapes that need not be.
std::string with_few_escapes(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const std::optional<char> escaped = percent_escape_at(text, i);
    if (!escaped) {
      out += text[i];
      continue;
    }
    const char byte = *escaped;
    if (is_unreserved(byte)) {
      out += byte;
    } else {
      constexpr std::string_view digits = "0123456789ABCDEF";
      const auto value = static_cast<unsigned char>(byte);
      out += {'%', digits[value >> 4], digits[value & 0xF]};
    }
    i += 2;
  }
  return out;
}

// Returns the pieces between the separators.
std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    pieces.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return pieces;
}

std::string host_of(std::string_view authority) {
  std::string host = lower_ascii(std::string(authority));
  for (const std::string_view port : {":80", ":443"}) {
    if (host.ends_with(port)) {
      host.resize(host.size() - port.size());
      break;
    }
  }
  if (host.ends_with('.')) {
    host.pop_back();
  }
  return host.starts_with("www.") ? host.substr(4) : host;
}

std::string path_of(std::string_view written) {
  const std::string path = with_few_escapes(written);
  std::vector<std::string_view> steps;
  for (const std::string_view step : split(path, '/')) {
    if (step == ".." && steps.size() > 1) {
      steps.pop_back();
    } else if (step != "." && step != "..") {
      steps.push_back(step);
    }
  }
  while (!steps.empty() && steps.back().empty()) {
    steps.pop_back();
  }
  std::string out;
  for (size_t i = 1; i < steps.size(); ++i) {
    out += '/';
    out += steps[i];
  }
  return out;
}

std::string query_of(std::string_view written) {
  const std::string query = with_few_escapes(written);
  std::vector<std::string_view> parameters = split(query, '&');
  std::erase_if(parameters, [](std::string_view parameter) {
    return parameter.empty() || follows_readers(parameter);
  });
  std::sort(parameters.begin(), parameters.end());
  std::string out;
  for (const std::string_view parameter : parameters) {
    out += out.empty() ? '?' : '&';
    out += parameter;
  }
  return out;
}

std::string_view trimmed(std::string_view value) {
  constexpr std::string_view blanks = " \t\r\n";
  const size_t first = value.find_first_not_of(blanks);
  if (first == value.npos) {
    return {};
  }
  return value.substr(first, value.find_last_not_of(blanks) - first + 1);
}

}  // namespace

std::string normalised_url(std::string_view value) {
  value = trimmed(value);
  const std::string begin = lower_ascii(std::string(value.substr(0, 8)));
  size_t scheme = 0;
  if (begin.starts_with("http://")) {
    scheme = 7;
  } else if (begin.starts_with("https://")) {
    scheme = 8;
  } else {
    return std::string(value);
  }
  std::string_view rest = value.substr(scheme);
  const std::string_view fragment = rest.substr(std::min(rest.find('#'), rest.size()));
  rest.remove_suffix(fragment.size());
  const size_t query = std::min(rest.find('?'), rest.size());
  const size_t path = std::min(rest.find('/'), query);
  std::string url = host_of(rest.substr(0, path)) + path_of(rest.substr(path, query - path));
  if (query < rest.size()) {
    url += query_of(rest.substr(query + 1));
  }
  return fragment.starts_with("#!") ? url + std::string(fragment) : url;
}

}  // namespace reprise::detail
