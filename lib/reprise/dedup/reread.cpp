#include "reprise/dedup/reread.h"

#include "reprise/base/utf8.h"
#include "reprise/corpus/text_file.h"

namespace reprise::detail {

std::string_view RecordReader::line(const Records::Found& found) {
  const RecordPlace& place = found.block.places[found.index];
  return records_.read(found.block, place.begin, place.size, buffer_);
}

const InputPath& RecordReader::file_of(const Records::Found& found) const {
  return records_.shards[found.block.shard].files[found.block.places[found.index].begin];
}

std::string_view RecordReader::text_of_file(const Records::Found& found) {
  const std::string& path = file_of(found).path;
  std::optional<std::string> damage;  // was reported when the file was read first
  set_text(document_, read_whole(path, damage));
  if (version_of(path) !=
      records_.shards[found.block.shard].versions[found.block.places[found.index].begin]) {
    throw_changed(path);
  }
  return document_.text;
}

std::string RecordReader::id_of_file(const Records::Found& found) {
  if (!metadata_) {
    metadata_ = std::make_unique<Metadata>(options_.metadata, [](const Problem&) {});
  }
  const InputPath& input = file_of(found);
  const MetadataRow* row = metadata_->find(input);
  return row && row->id ? *row->id : repaired_utf8(input.id);
}

std::string_view RecordReader::text(uint32_t record) {
  const Records::Found found = records_.find(record);
  const Shard& shard = records_.shards[found.block.shard];
  if (!shard.jsonl) {
    return shard.seekable ? text_of_file(found) : line(found);
  }
  RecordComplaint complaint;
  const auto parsed = parser_.parse_text(line(found), {}, complaint);
  if (!parsed) {
    throw_changed(shard.files[0].path);
  }
  return parsed->text;
}

std::optional<std::string> RecordReader::id(uint32_t record) {
  const Records::Found found = records_.find(record);
  const Shard& shard = records_.shards[found.block.shard];
  if (!shard.jsonl) {
    return id_of_file(found);
  }
  RecordComplaint complaint;
  auto parsed =
      parser_.parse(line(found), complaint);  // in full, for a number is an id as it is written
  if (!parsed) {
    throw_changed(shard.files[0].path);
  }
  return std::move(parsed->id);
}

}  // namespace reprise::detail
