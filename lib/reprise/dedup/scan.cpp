// Every record once, by the streams that all commands read through (corpus/stream.h).
//
//     1. Inputs become shards: each file whose records are lines alone; files that are a record
//        each together, up to 256 of them, so that a shard is worth a thread's while.
//     2. Shards are read side by side. In a file of lines one thread fetches the next block while
//        others parse the last ones and give their records to a sink, one for each slot.
//     3. Blocks are finished in the order of the file: only then it is known at which line each
//        begins, and where its problems stand.
//     4. At the end records are numbered through, shard after shard.
//
// Example: a.jsonl (three lines), b.txt, c.txt: two shards, two blocks; records 0 to 2 are lines,
// 3 and 4 the texts. What comes from a pipe is put into the spool as it is read.
//
// Cost: 300 to 500 MB/s a core, nearly all of it in the sink. Memory: a block or two a thread, and
// what the sink keeps.
#include "reprise/dedup/scan.h"

#include <algorithm>
#include <filesystem>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"
#include "reprise/base/utf8.h"
#include "reprise/corpus/date.h"
#include "reprise/corpus/file_problems.h"
#include "reprise/corpus/formats.h"
#include "reprise/corpus/metadata.h"

namespace reprise::detail {
namespace {

// Files that are a record each, in a shard. Where a text has to be taken out of other bytes, one
// may take milliseconds.
constexpr size_t most_texts = 256;
constexpr size_t most_extracted = 16;

bool is_regular(const std::string& path) {
  std::error_code error;
  return path != "-" && std::filesystem::is_regular_file(path, error);
}

// Puts files that are a record each, and follow one another, into shards together.
std::vector<Shard> make_shards(std::span<const InputPath> inputs) {
  std::vector<Shard> shards;
  for (const InputPath& input : inputs) {
    // Of a file in lines it is known once that is open whether it can be read again.
    const Format* format = format_named(input.format);
    const bool is_record = format && !format->in_lines();
    const bool joins = is_record && is_regular(input.path);
    const bool has_company = !shards.empty() && shards.back().seekable;
    const size_t most = format && format->is_text ? most_texts : most_extracted;
    if (!joins || !has_company || shards.back().files.size() >= most) {
      shards.push_back({{}, false, joins});
    }
    shards.back().files.push_back(input);
  }
  return shards;
}

// What reading one shard gives.
struct ShardScan {
  std::vector<Block> blocks;
  std::vector<Problem> problems;
};

// What all shards share.
struct Context {
  const ScanOptions& options;
  const ScanCallbacks& callbacks;
  TemporaryFile& spool;
  Metadata& metadata;  // of which all tables are read
};

void check_date(const StreamRecord& record, FileBlock& block) {
  const std::optional<std::string>& value = record.values.front();
  if (!value || parse_date(*value)) {
    return;
  }
  Problem problem = no_date_problem("", *value);
  problem.what += ", so the record comes after those with one";
  block.problems.push_back({std::move(problem), record.place.line});
}

void append(std::vector<Problem>& all, std::vector<Problem> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

// Room for one block on its way through the stream, and the tools to work on it.
struct Slot {
  FileBlock read;
  Block columns;
  std::unique_ptr<BlockParser> parser;
  std::unique_ptr<RecordSink> sink;
};

// Reads one file in lines.
class LinesScan {
 public:
  LinesScan(Shard& shard, uint32_t number, FileStream& stream, const Context& context,
            ShardScan& result)
      : shard_(shard),
        number_(number),
        file_(stream.file()),
        stream_(stream),
        context_(context),
        result_(result),
        stream_options_(stream_options_of(context.options.read)),
        problems_(repaired_utf8(shard.files[0].path)) {
    stream_options_.values = context.options.fields;
    stream_options_.head = stream.head();
    shard_.head = stream.head();
  }

  void run() {
    make_slots();
    parallel_stream(slots_.size(), {[this](size_t i) { return fill(*slots_[i]); },
                                    [this](size_t i) { work(*slots_[i]); },
                                    [this](size_t i) {
                                      finish(*slots_[i]);
                                    }});
    if (file_.version() != shard_.versions[0]) {
      throw_changed(shard_.files[0].path);
    }
    append(result_.problems, problems_.all(file_.damage()));
  }

 private:
  void make_slots() {
    const InputPath& input = shard_.files[0];
    const size_t count = threads_allowed() + (threads_allowed() > 1 ? 1 : 0);
    for (size_t i = 0; i < count; ++i) {
      slots_.push_back(std::make_unique<Slot>());
      slots_.back()->parser = format_named(input.format)->make_parser(input, stream_options_);
      slots_.back()->sink = context_.callbacks.make_sink();
    }
  }

  bool fill(Slot& slot) {
    if (!stream_.next(slot.read)) {
      return false;
    }
    slot.columns = {};
    slot.columns.shard = number_;
    slot.columns.offset = slot.read.offset;
    slot.columns.size = slot.read.bytes.size();
    slot.columns.passed_over = slot.read.passed_over;
    return true;
  }

  void work(Slot& slot) {
    slot.columns.content = hash_bytes(slot.read.bytes);
    if (!shard_.seekable) {
      slot.columns.offset = context_.spool.append(slot.read.bytes);
    }
    slot.parser->parse(slot.read, [&](StreamRecord& record) {
      if (context_.options.first_is_date) {
        check_date(record, slot.read);
      }
      slot.sink->add(record.text, record.place, record.values, slot.columns);
    });
    slot.columns.lines = slot.read.lines;
    slot.sink->end_block(slot.columns);
    context_.callbacks.on_bytes(slot.columns.size + slot.columns.passed_over);
  }

  void finish(Slot& slot) {
    slot.columns.first_line = problems_.lines();
    problems_.add(slot.read);
    result_.blocks.push_back(std::move(slot.columns));
  }

  Shard& shard_;
  uint32_t number_;
  const InputFile& file_;
  FileStream& stream_;
  const Context& context_;
  ShardScan& result_;
  StreamOptions stream_options_;
  FileProblems problems_;
  std::vector<std::unique_ptr<Slot>> slots_;
};

// Reads files that are a record each into one block.
class FilesScan {
 public:
  FilesScan(Shard& shard, uint32_t number, const Context& context, ShardScan& result)
      : shard_(shard),
        context_(context),
        result_(result),
        stream_options_(stream_options_of(context.options.read)),
        sink_(context.callbacks.make_sink()) {
    stream_options_.values = context.options.fields;
    stream_options_.metadata = &context.metadata;
    block_.shard = number;
  }

  // Reads the shard's next file, which may have been opened.
  void add(std::optional<OpenInput> open) {
    const InputPath& input = shard_.files[file_];
    FileProblems problems(repaired_utf8(input.path));
    shard_.versions.push_back(version_of(input.path));
    shard_.contents.emplace_back();
    std::optional<std::string> damage;
    try {
      if (!open) {
        open = open_input(input, OnDisk::hashed);
      }
      damage = read(*open, input, problems);
      if (open->stream) {
        shard_.contents.back() = open->stream->file().on_disk();
      }
    } catch (const Error& e) {
      // What rejects nothing is no fault of the file: the spool has no room.
      if (input.path == "-" || !e.problem().rejected) {
        throw;
      }
      result_.problems.push_back(e.problem());
    }
    append(result_.problems, problems.all(damage));
    ++file_;
  }

  void finish() {
    sink_->end_block(block_);
    if (!shard_.seekable) {
      block_.offset = context_.spool.append(to_spool_);
    }
    if (block_.size_in_records() > 0) {
      result_.blocks.push_back(std::move(block_));
    }
  }

 private:
  // Returns what is wrong with the compressed data.
  std::optional<std::string> read(OpenInput& open, const InputPath& input, FileProblems& problems) {
    if (open.refusal) {
      result_.problems.push_back(*open.refusal);
      return std::nullopt;
    }
    const auto parser = open.format->make_parser(input, stream_options_);
    while (open.stream->next(read_)) {
      parser->parse(read_, [&](StreamRecord& record) { take(record); });
      problems.add(read_);
    }
    return open.stream->file().damage();
  }

  void take(const StreamRecord& record) {
    RecordPlace place{file_, 0, record.place.line};
    if (!shard_.seekable) {
      place.begin = static_cast<uint32_t>(to_spool_.size());
      place.size = static_cast<uint32_t>(record.text.size());
      to_spool_ += record.text;
    }
    sink_->add(record.text, place, record.values, block_);
    block_.size += record.text.size();
    context_.callbacks.on_bytes(record.text.size());
  }

  Shard& shard_;
  const Context& context_;
  ShardScan& result_;
  StreamOptions stream_options_;
  std::unique_ptr<RecordSink> sink_;
  FileBlock read_;
  Block block_;
  std::string to_spool_;
  uint32_t file_ = 0;  // its number in the shard
};

void scan_files(Shard& shard, uint32_t number, const Context& context, ShardScan& result,
                std::optional<OpenInput> first = std::nullopt) {
  FilesScan scan(shard, number, context, result);
  for (size_t i = 0; i < shard.files.size(); ++i) {
    scan.add(std::exchange(first, std::nullopt));
  }
  scan.finish();
}

// Reads a file of which it was not known, or known to be so, that its records are lines.
void scan_file(Shard& shard, uint32_t number, const Context& context, ShardScan& result) {
  InputPath& input = shard.files[0];
  const bool may_be_record = input.format.empty();
  OpenInput open = open_input(input, may_be_record ? OnDisk::hashed : OnDisk::ignored);
  if (open.format) {
    input.format = open.format->name;
    shard.in_lines = open.format->in_lines();
    shard.in_members = open.format->layout == Layout::members;
  }
  if (open.refusal) {
    result.problems.push_back(*open.refusal);
    return;
  }
  if (!shard.in_lines) {
    return scan_files(shard, number, context, result, std::move(open));
  }
  const InputFile& file = open.stream->file();
  // Standard input may be a file that somebody has read a part of; it has no name to open it by
  // again.
  shard.seekable = input.path != "-" && file.is_seekable();
  shard.versions = {file.version()};
  LinesScan(shard, number, *open.stream, context, result).run();
}

void scan_shard(Shard& shard, uint32_t number, const Context& context, ShardScan& result) {
  const InputPath& first = shard.files[0];
  const Format* format = format_named(first.format);
  if (format && !format->in_lines()) {
    return scan_files(shard, number, context, result);
  }
  try {
    scan_file(shard, number, context, result);
  } catch (const Error& e) {
    // A file that can't be opened is a problem; one that fails in the middle would leave a hole in
    // the output. What rejects nothing is no fault of the file: the spool has no room.
    if (first.path == "-" || !result.blocks.empty() || !e.problem().rejected) {
      throw;
    }
    result.problems.push_back(e.problem());
  }
}

// Puts the blocks of the shards together, and numbers their records.
void join(std::vector<ShardScan>& scans, Records& records) {
  uint64_t count = 0;
  for (ShardScan& scan : scans) {
    for (Block& block : scan.blocks) {
      block.first = static_cast<uint32_t>(count);
      count += block.size_in_records();
      records.bytes += block.size + block.passed_over;
      records.blocks.push_back(std::move(block));
    }
  }
  if (count > UINT32_MAX) {
    throw Error(ErrorKind::input,
                {"the input", "holds more than 4,294,967,295 records", "split it"});
  }
  records.count = static_cast<uint32_t>(count);
}

}  // namespace

Records scan(std::span<const InputPath> inputs, const ScanOptions& options,
             const ScanCallbacks& callbacks) {
  Records records;
  records.shards = make_shards(inputs);
  records.spool = std::make_unique<TemporaryFile>(temporary_folder());
  Metadata metadata(options.read.metadata, callbacks.on_problem);
  metadata.read_tables(inputs, callbacks.on_problem);
  const Context context{options, callbacks, *records.spool, metadata};
  std::vector<ShardScan> scans(records.shards.size());
  parallel_for(scans.size(), [&](size_t s) {
    scan_shard(records.shards[s], static_cast<uint32_t>(s), context, scans[s]);
  });
  join(scans, records);
  for (ShardScan& scan : scans) {
    std::for_each(scan.problems.begin(), scan.problems.end(), callbacks.on_problem);
  }
  return records;
}

}  // namespace reprise::detail
