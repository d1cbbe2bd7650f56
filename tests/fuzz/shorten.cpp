// Lines of JSON without parts of their text: whatever a record looks like, the rest of its text is
// what is read of it afterwards. The first two bytes say what is cut.
#include <cstdint>
#include <string>

#include "fuzz/require.h"
#include "reprise/dedup/parts/cuts.h"
#include "reprise/dedup/parts/shorten.h"
#include "reprise/io/block_reader.h"

using namespace reprise;
using namespace reprise::detail;
using reprise::detail::fuzz::require;

namespace {

// Every so many characters, so many leave.
std::vector<Span> cuts_of(std::string_view text, size_t step, size_t size) {
  std::vector<Span> cuts;
  const auto is_inside = [&](size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  for (size_t at = step; at < text.size(); at += step + size + 1) {
    size_t begin = at;
    while (is_inside(begin)) {
      ++begin;
    }
    size_t end = std::min(begin + size, text.size());
    while (is_inside(end)) {
      ++end;
    }
    if (begin < end && (cuts.empty() || cuts.back().end < begin)) {
      cuts.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    }
  }
  return cuts;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2) {
    return 0;
  }
  std::string line(reinterpret_cast<const char*>(data) + 2, size - 2);
  std::erase(line, '\n');
  line.reserve(line.size() + BlockReader::padding);
  RecordComplaint complaint;
  JsonRecordParser parser(FieldNames{});
  const auto record = parser.parse_text(line, {}, complaint);
  if (!record) {
    return 0;
  }
  const std::string text(record->text);
  const std::vector<Span> cuts = cuts_of(text, data[0] % 16, 1 + data[1] % 32);
  ReadOptions options;
  std::string shortened = LineShortener(options).shorten(line, cuts);
  shortened.reserve(shortened.size() + BlockReader::padding);
  const auto again = parser.parse_text(shortened, {}, complaint);
  require(again && again->text == without(text, cuts));
  return 0;
}
