// Any bytes as the target of a request: it is refused, or its parts are texts without control
// characters, which mean the same when they are written as a target again.
#include "serve/target.h"

#include <cctype>

#include "fuzz/require.h"
#include "reprise/base/utf8.h"

namespace {

using namespace reprise::program;
using reprise::detail::fuzz::require;

std::string escaped(const std::string& text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    out += '%';
    out += digits[byte / 16];
    out += digits[byte % 16];
  }
  return out;
}

std::string written(const Target& target) {
  std::string text;
  for (const std::string& part : target.path) {
    text += "/" + escaped(part);
  }
  text += text.empty() ? "/?" : "?";
  for (const auto& [name, value] : target.query) {
    text += escaped(name) + "=" + escaped(value) + "&";
  }
  return text;
}

void require_text(const std::string& text) {
  require(reprise::detail::is_valid_utf8(text));
  for (const char letter : text) {
    require(std::iscntrl(static_cast<unsigned char>(letter)) == 0);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::optional<Target> target = parse_target(bytes);
  if (!target) {
    return 0;
  }
  for (const std::string& part : target->path) {
    require_text(part);
  }
  for (const auto& [name, value] : target->query) {
    require_text(name);
    require_text(value);
  }
  const std::optional<Target> again = parse_target(written(*target));
  require(again && again->path == target->path && again->query == target->query);
  return 0;
}
