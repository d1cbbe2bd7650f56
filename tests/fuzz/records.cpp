// Any line: the record parser accepts what a strict parser accepts, with the same text; and what it
// accepts beyond that it says it has mended.
#include <nlohmann/json.hpp>

#include "fuzz/require.h"
#include "reprise/base/utf8.h"
#include "reprise/io/block_reader.h"
#include "reprise/io/json_record.h"

using reprise::detail::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static reprise::detail::JsonRecordParser parser({});
  const std::string line(reinterpret_cast<const char*>(data), size);
  std::string padded = line;
  padded.resize(size + reprise::detail::BlockReader::padding);
  reprise::detail::RecordComplaint complaint;
  const auto record = parser.parse(std::string_view(padded).substr(0, size), complaint);
  const auto json = nlohmann::json::parse(reprise::detail::repaired_utf8(line), nullptr, false);
  // The oracle takes a NUL behind an object for the end of the text; in JSON it is nothing.
  const bool has_nul = line.find('\0') != line.npos;
  const bool has_text = json.is_object() && json.contains("text") && json["text"].is_string();
  const bool good = has_text && !has_nul;
  const bool mended = record && (record->mended.surrogate || record->mended.number);
  require(record.has_value() == complaint.what.empty());
  require(mended ? !good : record.has_value() == good);
  require(!good || record->text == json["text"].get<std::string>());
  require(!record || nlohmann::json::parse(record->extra, nullptr, false).is_object());
  return 0;
}
