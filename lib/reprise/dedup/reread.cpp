#include "reprise/dedup/reread.h"

#include "reprise/base/utf8.h"

namespace reprise {

std::string_view RecordReader::line(const Records::Found& found) {
  const RecordPlace& place = found.block.places[found.index];
  return records_.read(found.block, place.begin, place.size, buffer_);
}

const Document& RecordReader::document(const Records::Found& found) {
  const InputPath& input = records_.shards[found.block.shard].files[found.block.places[found.index].begin];
  bool read = false;
  const auto take = [&](Document d) {
    document_ = std::move(d);
    read = true;
  };
  read_inputs(std::span(&input, 1), options_, take, [](const Problem&) {});
  const Shard& shard = records_.shards[found.block.shard];
  if (!read || version_of(input.path) != shard.versions[found.block.places[found.index].begin]) {
    throw_changed(input.path);
  }
  return document_;
}

std::string_view RecordReader::text(uint32_t record) {
  const Records::Found found = records_.find(record);
  const Shard& shard = records_.shards[found.block.shard];
  if (!shard.jsonl) return shard.seekable ? document(found).text : line(found);
  RecordComplaint complaint;
  const auto parsed = parser_.parse_text(line(found), {}, complaint);
  if (!parsed) throw_changed(shard.files[0].path);
  return parsed->text;
}

std::optional<std::string> RecordReader::id(uint32_t record) {
  const Records::Found found = records_.find(record);
  const Shard& shard = records_.shards[found.block.shard];
  if (!shard.jsonl) return shard.seekable ? document(found).id : repaired_utf8(shard.files[0].id);
  RecordComplaint complaint;
  auto parsed = parser_.parse(line(found), complaint);  // in full, for a number is an id as it is written
  if (!parsed) throw_changed(shard.files[0].path);
  return std::move(parsed->id);
}

}  // namespace reprise
