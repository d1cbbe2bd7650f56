// Any bytes as an archive: every step goes on, records are sound, and a buffer that grows by a few
// bytes gives the records that the whole gives.
#include "reprise/extract/warc.h"

#include "fuzz/extracted.h"

using reprise::detail::fuzz::require;
using Kind = reprise::detail::WarcStep::Kind;

namespace {

// Returns the records, one after the other, and checks what each gives.
std::string streamed_records(std::string_view bytes, size_t piece) {
  reprise::detail::ExtractOptions options;
  options.most_text = size_t{1} << 20;
  std::string records;
  size_t begin = 0;
  size_t end = 0;
  while (true) {
    const std::string_view buffer = bytes.substr(begin, end - begin);
    const auto step = reprise::detail::warc_step(buffer, end == bytes.size());
    if (step.kind == Kind::end) {
      return records;
    }
    if (step.kind == Kind::more) {
      require(step.bytes > buffer.size() && end < bytes.size());
      end = std::min(end + piece, bytes.size());
      continue;
    }
    require(step.bytes > 0 && step.bytes <= buffer.size());
    if (step.kind == Kind::record) {
      const auto extraction = reprise::detail::extract_warc_record(step.record, "warc", options);
      reprise::detail::fuzz::require_sound(extraction, "warc");
    }
    records += step.record;
    begin += step.bytes;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  require(streamed_records(bytes, 7) == streamed_records(bytes, size + 1));
  return 0;
}
