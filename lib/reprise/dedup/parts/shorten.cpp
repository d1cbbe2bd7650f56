#include "reprise/dedup/parts/shorten.h"

#include "reprise/base/utf8.h"
#include "reprise/corpus/formats.h"
#include "reprise/dedup/parts/cuts.h"
#include "reprise/dedup/reread.h"
#include "reprise/io/block_reader.h"
#include "reprise/io/json_string.h"
#include "reprise/io/pack.h"

namespace reprise::detail {
namespace {

std::string replaced(std::string_view line, Span old, std::string_view text) {
  std::string out(line.substr(0, old.begin));
  out += text;
  return out += line.substr(old.end);
}

// Front matter is no text: blanks stand in its place.
bool is_text_of(std::string_view text, std::string_view content) {
  if (text.size() != content.size()) {
    return false;
  }
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != content[i] && text[i] != ' ') {
      return false;
    }
  }
  return true;
}

}  // namespace

std::string LineShortener::shorten(std::string_view line, std::span<const Span> cuts) {
  RecordComplaint complaint;
  const auto whole = before_.parse_text(line, {}, complaint);
  const std::optional<Span> place = find_string(line, field_);
  if (!whole || !place) {
    throw Error(ErrorKind::system,
                {field_, "a record was read, and its text is not found again", "report this"});
  }
  const std::string expected = without(whole->text, cuts);
  std::string shortened = replaced(line, *place, cut_string(place->in(line), cuts));
  const size_t size = shortened.size();
  shortened.resize(size + BlockReader::padding);
  const auto again = after_.parse_text(std::string_view(shortened).substr(0, size), {}, complaint);
  shortened.resize(size);
  if (again && again->text == expected) {
    return shortened;
  }
  return replaced(line, *place, written_string(expected));
}

std::string shortened_file(const Records& records, uint32_t record, std::span<const Span> cuts,
                           const ReadOptions& options) {
  RecordReader reader(records, options);
  const std::string text(reader.text(record));
  const Records::Found found = records.find(record);
  const Shard& shard = records.shards[found.block.shard];
  const InputPath& input = shard.file_of(found.block.places[found.index]);
  std::string content = text;
  if (shard.seekable) {
    const OpenInput open = open_input(input);
    FileBlock block;
    content.clear();
    while (open.stream && open.stream->next(block)) {
      content += block.bytes;
    }
  }
  if (!is_text_of(text, content)) {
    throw Error(ErrorKind::usage,
                {repaired_utf8(input.path),
                 "is not in UTF-8, so it can't be written without some of its parts",
                 "convert it, as with iconv"});
  }
  return pack(without(content, cuts), packing_of(input.path));
}

}  // namespace reprise::detail
