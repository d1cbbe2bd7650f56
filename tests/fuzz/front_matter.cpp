// Any bytes as a Markdown file: the front matter lies inside of it and ends with a line, what it
// says is valid UTF-8, and a file of which nothing is front matter says nothing.
#include "reprise/extract/front_matter.h"
#include "fuzz/require.h"
#include "reprise/base/utf8.h"
#include "reprise/extract/markdown.h"

namespace {

using namespace reprise::detail;
using fuzz::require;

void check(std::string_view bytes) {
  const FrontMatter found = read_front_matter(bytes);
  require(found.size <= bytes.size());
  const bool ends_with_line =
      found.size == bytes.size() || found.size == 0 || bytes[found.size - 1] == '\n';
  require(ends_with_line);
  require(found.size > 0 || (!found.says.title && found.says.further.empty()));
  require(found.says.text.empty() && is_valid_utf8(found.says.title.value_or("")));
  for (const auto& [key, value] : found.says.further) {
    require(is_valid_utf8(key) && is_valid_utf8(value));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  check(bytes);
  check("---\n" + bytes + "\n---\nText.\n");
  check("+++\n" + bytes + "\n+++\nText.\n");
  check("{" + bytes + "}\nText.\n");
  read_front_yaml(bytes);
  read_front_toml(bytes);
  read_front_json(bytes);
  return 0;
}
