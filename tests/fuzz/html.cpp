// Any bytes as a page: it gives one sound document or says why not, the main content is no more
// than all that is seen, and both modes agree on whether there is any.
#include "reprise/extract/html.h"

#include "fuzz/extracted.h"

using reprise::detail::fuzz::require;
using reprise::detail::fuzz::require_sound;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto main = reprise::detail::extract_html(bytes, "page", {});
  reprise::detail::ExtractOptions options;
  options.main_content = false;
  const auto all = reprise::detail::extract_html(bytes, "page", options);
  require_sound(main, "page");
  require_sound(all, "page");
  require(main.documents.size() <= 1);
  require(!main.documents.empty() || main.problems.back().rejected);
  require(all.documents.empty() || !main.documents.empty());
  return 0;
}
