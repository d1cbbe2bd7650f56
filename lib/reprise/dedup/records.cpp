// Where records stand, and their bytes once more.
//
//     1. A record's number leads to its block by halving, and to its place in the block.
//     2. The block's bytes are read at their offset: in the file, if that is plain and regular, or
//        in the spool.
//     3. What is read again has the hash of the first reading, or the run ends.
//     4. A file is opened when the first of its records is asked for, and stays open if few are.
//        One that has changed since the first reading ends the run: its records are gone.
//
// Example: record 1,500 of a file with blocks of 1,000 is record 500 of the second block; line
// 1,502 of the file, say, if two lines before it held none.
//
// Cost: a search among blocks of a megabyte, and one pread.
#include "reprise/dedup/records.h"

#include <fcntl.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <mutex>

#include "reprise/base/hash.h"
#include "reprise/base/utf8.h"
#include "reprise/io/block_reader.h"
#include "reprise/io/place.h"

namespace reprise::detail {

// Files that were opened to be read again. A few stay open; with thousands of shards the others are
// opened each time.
struct Records::Descriptors {
  const size_t most = most_open_files(4, 128);
  std::mutex mutex;
  std::map<const Shard*, int> open;

  ~Descriptors() {
    for (const auto& [_, descriptor] : open) {
      close(descriptor);
    }
  }
};

std::shared_ptr<Records::Descriptors> Records::make_descriptors() {
  return std::make_shared<Descriptors>();
}

TextHash hash_text(std::string_view text) {
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  return {hash.low64, hash.high64};
}

uint32_t identity_key(const TextHash& hash, uint64_t group) {
  return static_cast<uint32_t>(mix(hash.low ^ group) >> 32);
}

std::string name_of_row(uint64_t row, const std::string& file) {
  return file.empty() ? "row " + std::to_string(row) : file + ":" + std::to_string(row);
}

void throw_changed(const std::string& path) {
  throw Error(ErrorKind::system,
              {repaired_utf8(path), "was changed while it was read, so nothing was written",
               "start again when nobody writes to it", true});
}

void throw_not_opened_again(const std::string& path, int code) {
  const bool too_many = code == EMFILE || code == ENFILE;
  throw Error(
      ErrorKind::system,
      {repaired_utf8(path), "can't be opened again: " + system_message(code),
       too_many ? "allow more open files, as with ulimit -n" : "leave the inputs in their place"});
}

Records::Found Records::find(uint32_t record) const {
  const auto after =
      std::upper_bound(blocks.begin(), blocks.end(), record,
                       [](uint32_t number, const Block& block) { return number < block.first; });
  const Block& block = *std::prev(after);
  return {block, record - block.first};
}

uint64_t Records::row(uint32_t record) const {
  const auto [block, index] = find(record);
  return block.first_line + block.places[index].line;
}

std::string_view Records::text_in_memory(uint32_t record) const {
  const TableTexts& texts = *shards[find(record).block.shard].table;
  const auto mended = texts.mended.find(record);
  return mended == texts.mended.end() ? *texts.rows[row(record)] : mended->second;
}

std::string Records::where(uint32_t record) const {
  const auto [block, index] = find(record);
  const Shard& shard = shards[block.shard];
  const RecordPlace& place = block.places[index];
  if (shard.table) {
    return name_of_row(row(record), shard.table->name);
  }
  if (!shard.in_lines) {
    const std::string path = repaired_utf8(shard.file_of(place).path);
    return place.line == 0 ? path : path + ":" + std::to_string(place.line);
  }
  return repaired_utf8(shard.files[0].path) + ":" +
         std::to_string(block.first_line + place.line + 1);
}

int Records::descriptor_of(const Shard& shard, bool& close_afterwards) const {
  const std::lock_guard lock(descriptors_->mutex);
  if (const auto found = descriptors_->open.find(&shard); found != descriptors_->open.end()) {
    return found->second;
  }
  const std::string& path = shard.files[0].path;
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    throw_not_opened_again(path, errno);
  }
  if (version_of(descriptor) != shard.versions[0]) {
    close(descriptor);
    throw_changed(path);
  }
  close_afterwards = descriptors_->open.size() >= descriptors_->most;
  if (!close_afterwards) {
    descriptors_->open[&shard] = descriptor;
  }
  return descriptor;
}

std::string_view Records::read(const Block& block, uint64_t begin, uint64_t size,
                               std::vector<char>& buffer) const {
  buffer.resize(std::max(buffer.size(), size + BlockReader::padding));
  const std::span<char> room(buffer.data(), size);
  const Shard& shard = shards[block.shard];
  if (!shard.seekable) {
    spool->read(block.offset + begin, room);
    return {buffer.data(), size};
  }
  bool close_afterwards = false;
  const int descriptor = descriptor_of(shard, close_afterwards);
  const size_t got =
      read_at(descriptor, block.offset + begin, room, repaired_utf8(shard.files[0].path));
  if (close_afterwards) {
    close(descriptor);
  }
  if (got < size) {
    throw_changed(shard.files[0].path);
  }
  return {buffer.data(), size};
}

std::string_view Records::read_whole(const Block& block, std::vector<char>& buffer) const {
  const std::string_view whole = read(block, 0, block.size, buffer);
  if (hash_bytes(whole) != block.content) {
    throw_changed(shards[block.shard].files[0].path);
  }
  return whole;
}

}  // namespace reprise::detail
