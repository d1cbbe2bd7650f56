// Any bytes as a feed: its items are sound and numbered in order, or it says why there are none.
#include "reprise/extract/feed.h"

#include "fuzz/extracted.h"

using reprise::detail::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto feed = reprise::detail::extract_feed(bytes, "feed", {});
  reprise::detail::fuzz::require_sound(feed, "feed");
  require(!feed.documents.empty() || !feed.problems.empty());
  uint64_t last = 0;
  for (const auto& document : feed.documents) {
    require(document.number > last);
    last = *document.number;
  }
  return 0;
}
