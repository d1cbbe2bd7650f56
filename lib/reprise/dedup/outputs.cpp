// What stays goes out in the order in which it came, without being parsed again, but for texts of
// which parts leave.
//
//     1. Blocks are read again, one after another; threads cut out the lines that leave, and pack
//        what is left if the output is packed. Each piece becomes a member or frame of its own.
//     2. Pieces are written in their order: to one file, or to the file that mirrors their shard.
//     3. Text files are listed by path in one file, or copied into the folder, byte for byte.
//     4. Files that are done wait, closed, until all are: then each is renamed to its place.
//
// Example: lines 1 and 3 of three stay: bytes 0 to the end of line 1 and line 3 are two copies; if
// nothing leaves, the block is one. Counter-example: a last line without a line end gets one only
// if something is written behind it.
//
// Cost: the input read once more, and written; packing is most of it where there is some.
#include "reprise/dedup/outputs.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <filesystem>
#include <map>
#include <optional>

#include "reprise/base/parallel.h"
#include "reprise/base/utf8.h"
#include "reprise/corpus/formats.h"
#include "reprise/dedup/copy_file.h"
#include "reprise/dedup/listings.h"
#include "reprise/dedup/output_kinds.h"
#include "reprise/dedup/parts/find.h"
#include "reprise/dedup/parts/shorten.h"
#include "reprise/dedup/records.h"
#include "reprise/io/output_set.h"
#include "reprise/io/pack.h"

namespace reprise {

using namespace detail;
namespace {

namespace fs = std::filesystem;

// One block on its way to an output.
struct Piece {
  const Block* block = nullptr;
  std::vector<char> buffer;
  std::string bytes;                                   // what goes out
  std::unique_ptr<LineShortener> shortener = nullptr;  // once a record needs it
  bool ends_without_line_end = false;
};

}  // namespace

struct DedupOutputs::State {
  DedupOutputPaths paths;
  bool folder = false;
  Packing packing = Packing::none;  // of the one file
  OutputFolders folders;
  std::unique_ptr<OutputFile> single, removed, clusters;
  std::vector<std::unique_ptr<OutputFile>> shards;  // of a folder, all but the last finished
  std::optional<uint32_t> open_shard;               // which of them takes what is written
  bool line_end_pending = false;                    // the last record came without one
  bool nothing_written = true;                      // to the output that is open

  const DedupResult* result = nullptr;
  const ReadOptions* read = nullptr;
  std::unique_ptr<ClusterTable> table;

  // --- where the bytes go

  std::unique_ptr<OutputFile> open_in_folder(const InputPath& input) {
    const fs::path path = fs::path(paths.kept) / mirrored_name(input);
    folders.make(path.parent_path());
    return std::make_unique<OutputFile>(path.string(), Durability::buffered);
  }

  OutputFile& output_of(uint32_t shard) {
    const bool is_open = folder ? shard == open_shard : open_shard.has_value();
    if (is_open) {
      return folder ? *shards.back() : *single;
    }
    if (folder) {
      end_shard();
      shards.push_back(open_in_folder(result->records->shards[shard].files[0]));
    }
    open_shard = shard;
    line_end_pending = false;
    nothing_written = true;
    OutputFile& file = folder ? *shards.back() : *single;
    write_header(shard, file);
    return file;
  }

  // A table begins with its columns.
  void write_header(uint32_t shard, OutputFile& file) {
    const std::string_view header = header_of_table(result->records->shards[shard].head);
    if (!header.empty()) {
      file.write(pack(std::string(header), packing_of_shard(shard)));
      nothing_written = false;
    }
  }

  // An empty .gz or .zst file is none; one without content is.
  void end_output(OutputFile& file, Packing wanted) const {
    if (nothing_written && wanted != Packing::none) {
      file.write(pack("", wanted));
    }
    file.finish();
  }

  void end_shard() {
    if (open_shard) {
      end_output(*shards.back(), packing_of_shard(*open_shard));
    }
    open_shard.reset();
  }

  Packing packing_of_shard(uint32_t shard) const {
    return folder ? packing_of(result->records->shards[shard].files[0].path) : packing;
  }

  // Of tables without rows the header remains.
  void write_header_of_nothing() {
    if (!result->records->shards.empty()) {
      output_of(0);
    }
  }

  // --- what is written

  bool goes_out(uint32_t record) const {
    return paths.annotation == Annotation::all || result->keeps[record];
  }

  std::span<const Span> cuts_of(uint32_t record) const {
    return result->parts ? result->parts->cuts.of(record) : std::span<const Span>();
  }

  void append_shortened(Piece& piece, std::string_view line, std::span<const Span> cuts) const {
    if (!piece.shortener) {
      piece.shortener = std::make_unique<LineShortener>(*read);
    }
    piece.bytes += piece.shortener->shorten(line, cuts);
  }

  // Puts the kept lines of a block of JSONL together.
  void fill_piece(Piece& piece) const {
    const Block& block = *piece.block;
    const std::string_view bytes = result->records->read_whole(block, piece.buffer);
    piece.bytes.clear();
    piece.ends_without_line_end = false;
    size_t begin = 0, end = 0;  // what waits to be copied
    for (uint32_t i = 0; i < block.size_in_records(); ++i) {
      const RecordPlace& place = block.places[i];
      if (!goes_out(block.first + i)) {
        continue;
      }
      const size_t place_end = size_t{place.begin} + place.size;
      const bool has_line_end = place_end < bytes.size();
      piece.ends_without_line_end = !has_line_end;
      if (paths.annotation != Annotation::none) {
        piece.bytes +=
            annotated(bytes.substr(place.begin, place.size), block.first + i, *result, *table);
        if (has_line_end) {
          piece.bytes += '\n';
        }
        continue;
      }
      if (const auto cuts = cuts_of(block.first + i); !cuts.empty()) {
        piece.bytes.append(bytes, begin, end - begin);
        append_shortened(piece, bytes.substr(place.begin, place.size), cuts);
        begin = place_end;
        end = place_end + has_line_end;
        continue;
      }
      if (place.begin != end) {
        piece.bytes.append(bytes, begin, end - begin);
        begin = place.begin;
      }
      end = place_end + has_line_end;
    }
    piece.bytes.append(bytes, begin, end - begin);
  }

  // Puts the kept records of an archive together, each of them packed alone, as its readers expect.
  void fill_with_members(Piece& piece) const {
    const Block& block = *piece.block;
    const std::string_view bytes = result->records->read_whole(block, piece.buffer);
    piece.bytes.clear();
    piece.ends_without_line_end = false;
    for (uint32_t i = 0; i < block.size_in_records(); ++i) {
      const RecordPlace& place = block.places[i];
      if (goes_out(block.first + i)) {
        const size_t end = size_t{place.begin} + place.size;
        const size_t line_end = end < bytes.size() && bytes[end] == '\n' ? 1 : 0;
        const std::string_view record = bytes.substr(place.begin, place.size + line_end);
        piece.bytes += pack(record, packing_of_shard(block.shard));
      }
    }
  }

  // Lists the text files of a block that stay.
  void list_texts(Piece& piece) const {
    const Block& block = *piece.block;
    piece.bytes.clear();
    piece.ends_without_line_end = false;
    for (uint32_t i = 0; i < block.size_in_records(); ++i) {
      if (!result->keeps[block.first + i]) {
        continue;
      }
      const RecordPlace& place = block.places[i];
      piece.bytes += result->records->shards[block.shard].file_of(place).path;
      piece.bytes += place.line == 0 ? "\n" : ":" + std::to_string(place.line) + "\n";
    }
  }

  void work(Piece& piece) const {
    const Shard& shard = result->records->shards[piece.block->shard];
    if (shard.in_members) {
      fill_with_members(piece);
    } else {
      shard.in_lines ? fill_piece(piece) : list_texts(piece);
    }
    const Packing wanted = shard.in_members ? Packing::none : packing_of_shard(piece.block->shard);
    if (wanted != Packing::none && !piece.bytes.empty()) {
      piece.bytes = pack(piece.bytes, wanted);
    }
  }

  void write_piece(const Piece& piece) {
    OutputFile& file = output_of(piece.block->shard);
    if (piece.bytes.empty()) {
      return;
    }
    nothing_written = false;
    if (std::exchange(line_end_pending, piece.ends_without_line_end)) {
      file.write(pack("\n", packing_of_shard(piece.block->shard)));
    }
    file.write(piece.bytes);
  }

  // Streams all blocks but those of text files in a folder, which are copied.
  void write_blocks() {
    const std::vector<Block>& blocks = result->records->blocks;
    const size_t slots = 2 * size_t{threads_allowed()};
    std::vector<Piece> pieces(slots);
    size_t next = 0;
    uint64_t done = 0;
    const auto fill = [&](size_t slot) {
      while (next < blocks.size() && folder &&
             !result->records->shards[blocks[next].shard].in_lines) {
        ++next;
      }
      if (next == blocks.size()) {
        return false;
      }
      pieces[slot].block = &blocks[next++];
      return true;
    };
    const auto finish = [&](size_t slot) {
      write_piece(pieces[slot]);
      done += pieces[slot].block->size;
      tell_progress({Progress::Phase::writing, done, result->records->bytes});
    };
    parallel_stream(slots, {fill, [&](size_t slot) { work(pieces[slot]); }, finish});
  }

  // A shard from which nothing was read is an empty file.
  void write_empty_shards() {
    std::vector<bool> has_block(result->records->shards.size());
    for (const Block& block : result->records->blocks) {
      has_block[block.shard] = true;
    }
    for (uint32_t s = 0; s < has_block.size(); ++s) {
      if (!has_block[s] && result->records->shards[s].in_lines) {
        output_of(s);
      }
    }
    end_shard();
  }

  void copy_texts() {
    for (const Block& block : result->records->blocks) {
      const Shard& shard = result->records->shards[block.shard];
      for (uint32_t i = 0; !shard.in_lines && i < block.size_in_records(); ++i) {
        if (!result->keeps[block.first + i]) {
          continue;
        }
        check_stop();
        const RecordPlace& place = block.places[i];
        const InputPath& input = shard.file_of(place);
        shards.push_back(open_in_folder(input));
        if (const auto cuts = cuts_of(block.first + i); !cuts.empty()) {
          shards.back()->write(shortened_file(*result->records, block.first + i, cuts, *read));
        } else if (shard.seekable) {
          copy_file(shard, place.begin, *shards.back());
        } else {
          std::vector<char> buffer;
          shards.back()->write(result->records->read(block, place.begin, place.size, buffer));
        }
        shards.back()->finish();
      }
    }
  }
};

DedupOutputs::DedupOutputs(const DedupOutputPaths& paths, std::span<const InputPath> inputs)
    : state_(std::make_unique<State>()) {
  State& s = *state_;
  s.paths = paths;
  s.folder = is_folder(paths.kept);
  check_kinds(paths, inputs, s.folder);
  if (s.folder) {
    check_folder(paths.kept, inputs);
    s.folders.make(paths.kept.ends_with('/') ? paths.kept.substr(0, paths.kept.size() - 1)
                                             : paths.kept);
  } else {
    s.single = std::make_unique<OutputFile>(paths.kept, Durability::buffered);
    s.packing = packing_of(paths.kept);
  }
  if (!paths.removed.empty()) {
    s.removed = std::make_unique<OutputFile>(paths.removed, Durability::buffered);
  }
  if (!paths.clusters.empty()) {
    s.clusters = std::make_unique<OutputFile>(paths.clusters, Durability::buffered);
  }
}

DedupOutputs::~DedupOutputs() = default;

void DedupOutputs::write(const DedupResult& result, const DedupOptions& options,
                         const RunControl& control) {
  const Workers workers(options.threads, control);
  tell_progress({Progress::Phase::writing, 0, result.records->bytes});
  State& s = *state_;
  s.result = &result;
  s.read = &options.read;
  check_kinds_again(s.paths, result.records->shards, s.folder);
  if (s.clusters || s.paths.annotation != Annotation::none) {
    s.table = std::make_unique<ClusterTable>(result);
  }
  s.write_blocks();
  if (s.folder) {
    s.write_empty_shards();
    s.copy_texts();
  } else {
    s.write_header_of_nothing();
    s.end_output(*s.single, s.packing);
  }
  check_stop();
  if (s.removed) {
    write_removed(result, options, *s.removed);
  }
  if (s.clusters) {
    write_clusters(result, *s.table, *s.clusters);
  }
}

void DedupOutputs::add_to(OutputSet& set) {
  State& s = *state_;
  for (const auto& shard : s.shards) {
    set.add(*shard);
  }
  for (const auto* file : {&s.single, &s.removed, &s.clusters}) {
    if (*file) {
      set.add(**file);
    }
  }
  set.add(s.folders);
}

void DedupOutputs::commit() {
  OutputSet set;
  add_to(set);
  set.commit();
}

}  // namespace reprise
