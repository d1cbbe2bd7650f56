#include "reprise/dedup/scan.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <set>

#include "reprise/base/parallel.h"
#include "reprise/base/utf8.h"
#include "reprise/corpus/date.h"
#include "reprise/corpus/file_problems.h"
#include "reprise/io/block_reader.h"

namespace reprise::detail {
namespace {

constexpr size_t block_size = size_t{1} << 20;  // with what is made of it, a second-level cache
constexpr size_t most_texts = 256;              // text files in a shard

bool is_regular(const std::string& path) {
  std::error_code error;
  return path != "-" && std::filesystem::is_regular_file(path, error);
}

// Puts text files that follow one another into shards together.
std::vector<Shard> make_shards(std::span<const InputPath> inputs) {
  std::vector<Shard> shards;
  for (const InputPath& input : inputs) {
    const bool jsonl = input.format == InputFormat::jsonl,
               text_again = !jsonl && is_regular(input.path);
    if (!text_again || shards.empty() || !shards.back().seekable ||
        shards.back().files.size() == most_texts) {
      shards.push_back({{}, jsonl, text_again});  // of a JSONL file it is known once that is open
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

// What one block of lines gives, before it is known where in the file the block begins.
struct BlockProblem {
  uint32_t line = 0;
  RecordComplaint complaint;
  bool rejected = true;
};

// Room for one block on its way through the stream, and the tools to work on it.
struct Slot {
  explicit Slot(const ScanOptions& options, const ScanCallbacks& callbacks)
      : parser(options.read.fields), sink(callbacks.make_sink()) {}
  std::vector<char> buffer;
  std::string_view bytes;
  bool first = false, last = false;
  JsonRecordParser parser;
  std::unique_ptr<RecordSink> sink;
  Block block;
  std::vector<BlockProblem> problems;
  bool repaired = false;
  bool ends_in_complaint = false;  // about its last line
};

// Reads one JSONL file.
class JsonlScan {
 public:
  JsonlScan(Shard& shard, uint32_t number, const ScanOptions& options,
            const ScanCallbacks& callbacks, TemporaryFile& spool, ShardScan& result)
      : shard_(shard),
        number_(number),
        options_(options),
        callbacks_(callbacks),
        spool_(spool),
        result_(result),
        name_(repaired_utf8(shard.files[0].path)),
        file_(shard.files[0].path),
        blocks_(file_, block_size) {}

  void run() {
    shard_.versions = {file_.version()};
    const size_t slots = threads_allowed() + (threads_allowed() > 1);
    slots_.reserve(slots);
    for (size_t i = 0; i < slots; ++i) {
      slots_.push_back(std::make_unique<Slot>(options_, callbacks_));
    }
    parallel_stream(slots, {[this](size_t i) { return fill(*slots_[i]); },
                            [this](size_t i) { work(*slots_[i]); },
                            [this](size_t i) {
                              finish(*slots_[i]);
                            }});
    if (file_.version() != shard_.versions[0]) {
      throw_changed(shard_.files[0].path);
    }
    report_damage();
    if (repaired_) {
      result_.problems.push_back(repaired_problem(name_));
    }
  }

 private:
  bool fill(Slot& slot) {
    if (utf16_) {
      return false;
    }
    slot.bytes = blocks_.next(slot.buffer);
    if (slot.bytes.empty()) {
      return false;
    }
    slot.first = read_ == 0;
    if (slot.first) {
      // Standard input may be a file that somebody has read a part of; it has no name to open it by
      // again.
      shard_.seekable = name_ != "-" && file_.is_seekable();
      utf16_ = slot.bytes.starts_with("\xFF\xFE") || slot.bytes.starts_with("\xFE\xFF");
      if (utf16_) {
        return false;
      }
    }
    slot.block = {};
    slot.block.shard = number_;
    slot.block.offset = read_;
    slot.block.size = slot.bytes.size();
    read_ += slot.bytes.size();
    return true;
  }

  void work(Slot& slot) {
    slot.problems.clear();
    slot.repaired = slot.ends_in_complaint = false;
    if (!shard_.seekable && options_.keep_bytes) {
      slot.block.offset = spool_.append(slot.bytes);
    }
    uint32_t line = 0;
    for (size_t begin = 0; begin < slot.bytes.size(); ++line) {
      const void* found = std::memchr(slot.bytes.data() + begin, '\n', slot.bytes.size() - begin);
      const size_t end =
          found ? static_cast<size_t>(static_cast<const char*>(found) - slot.bytes.data())
                : slot.bytes.size();
      slot.ends_in_complaint = false;
      read_line(slot, begin, end, line);
      begin = end + 1;
    }
    slot.block.lines = line;
    slot.sink->end_block(slot.block);
    callbacks_.on_bytes(slot.bytes.size());
  }

  void read_line(Slot& slot, size_t begin, size_t end, uint32_t number) {
    if (slot.first && number == 0 && slot.bytes.starts_with("\xEF\xBB\xBF")) {
      begin += 3;
    }
    const std::string_view line = slot.bytes.substr(begin, end - begin);
    if (line.find_first_not_of(" \t\r") == line.npos) {
      return;
    }
    RecordComplaint complaint;
    if (end > UINT32_MAX) {  // of the block, which such a line has made that long
      complaint = {"the record, or the one before it, is longer than 2 GiB",
                   "split it into several records"};
    } else if (const auto record = slot.parser.parse_text(line, options_.fields, complaint)) {
      slot.repaired |= record->repaired;
      if (options_.first_is_date) {
        check_date(record->values[0], number, slot);
      }
      const RecordPlace place{static_cast<uint32_t>(begin), static_cast<uint32_t>(line.size()),
                              number};
      return slot.sink->add(record->text, place, record->values, slot.block);
    }
    slot.problems.push_back({number, complaint});
    slot.ends_in_complaint = true;
  }

  static void check_date(const std::optional<std::string>& value, uint32_t line, Slot& slot) {
    if (!value || parse_date(*value)) {
      return;
    }
    slot.problems.push_back(
        {line,
         {"\"" + *value + "\" is no date, so the record comes after those with one", date_remedy},
         false});
  }

  void finish(Slot& slot) {
    slot.block.first_line = lines_;
    for (const BlockProblem& problem : slot.problems) {
      result_.problems.push_back({name_ + ":" + std::to_string(lines_ + problem.line + 1),
                                  problem.complaint.what, problem.complaint.remedy,
                                  problem.rejected});
    }
    lines_ += slot.block.lines;
    repaired_ |= slot.repaired;
    ends_in_complaint_ = slot.ends_in_complaint;
    result_.blocks.push_back(std::move(slot.block));
  }

  // A complaint about the last line of a file that was cut off is about the stump, not about a
  // record.
  void report_damage() {
    if (utf16_) {
      result_.problems.push_back(utf16_problem(name_));
    }
    if (const auto damage = file_.damage()) {
      if (ends_in_complaint_) {
        result_.problems.pop_back();
      }
      result_.problems.push_back(damage_problem(name_, *damage));
    }
  }

  Shard& shard_;
  uint32_t number_;
  const ScanOptions& options_;
  const ScanCallbacks& callbacks_;
  TemporaryFile& spool_;
  ShardScan& result_;
  std::string name_;
  InputFile file_;
  BlockReader blocks_;
  std::vector<std::unique_ptr<Slot>> slots_;
  uint64_t read_ = 0, lines_ = 0;
  bool utf16_ = false, repaired_ = false, ends_in_complaint_ = false;
};

// Returns the value of a field of a text file, which its table may hold.
std::optional<std::string> value_of(const Document& document, const std::string& field,
                                    const FieldNames& names) {
  if (field == names.source) {
    return document.source;
  }
  if (field == names.date) {
    return document.date;
  }
  if (field == names.title) {
    return document.title;
  }
  if (field == names.url) {
    return document.url;
  }
  if (field == names.id) {
    return document.id;
  }
  const nlohmann::json extra = nlohmann::json::parse(document.extra);
  const auto found = extra.find(field);
  if (found == extra.end()) {
    return std::nullopt;
  }
  return found->is_string() ? found->get<std::string>() : found->dump();
}

void scan_texts(Shard& shard, uint32_t number, const ScanOptions& options,
                const ScanCallbacks& callbacks, TemporaryFile& spool, ShardScan& result) {
  for (const InputPath& input : shard.files) {
    shard.versions.push_back(version_of(input.path));
  }
  const auto sink = callbacks.make_sink();
  std::string to_spool;
  Block block;
  block.shard = number;
  uint32_t file = 0;
  const auto add = [&](const Document& document) {
    while (repaired_utf8(shard.files[file].path) != document.where) {
      ++file;  // those between were left out
    }
    std::vector<std::optional<std::string>> values;
    for (const std::string& field : options.fields) {
      values.push_back(value_of(document, field, options.read.fields));
    }
    if (!shard.seekable && options.keep_bytes) {
      to_spool = document.text;
    }
    sink->add(document.text, {file++, static_cast<uint32_t>(to_spool.size()), 0}, values, block);
    block.size += document.text.size();
    callbacks.on_bytes(document.text.size());
  };
  read_inputs(shard.files, options.read, add,
              [&](Problem problem) { result.problems.push_back(std::move(problem)); });
  sink->end_block(block);
  if (!shard.seekable && options.keep_bytes) {
    block.offset = spool.append(to_spool);
  }
  if (block.size_in_records() > 0) {
    result.blocks.push_back(std::move(block));
  }
}

}  // namespace

Records scan(std::span<const InputPath> inputs, const ScanOptions& options,
             const ScanCallbacks& callbacks) {
  Records records;
  records.shards = make_shards(inputs);
  records.spool = std::make_unique<TemporaryFile>(temporary_folder());
  std::vector<ShardScan> scans(records.shards.size());
  parallel_for(scans.size(), [&](size_t s) {
    Shard& shard = records.shards[s];
    const auto number = static_cast<uint32_t>(s);
    if (!shard.jsonl) {
      return scan_texts(shard, number, options, callbacks, *records.spool, scans[s]);
    }
    try {
      JsonlScan(shard, number, options, callbacks, *records.spool, scans[s]).run();
    } catch (const Error& e) {
      // A file that can't be opened is a problem; one that fails in the middle would leave a hole
      // in the output. What rejects nothing is no fault of the file: the spool has no room.
      if (shard.files[0].path == "-" || !scans[s].blocks.empty() || !e.problem().rejected) {
        throw;
      }
      scans[s].problems.push_back(e.problem());
    }
  });
  uint64_t count = 0;
  std::set<std::pair<std::string, std::string>>
      told;  // each shard of text files finds the faults of their table anew
  for (ShardScan& scan : scans) {
    for (Block& block : scan.blocks) {
      block.first = static_cast<uint32_t>(count);
      count += block.size_in_records();
      records.bytes += block.size;
      records.blocks.push_back(std::move(block));
    }
    for (Problem& problem : scan.problems) {
      if (problem.rejected || told.emplace(problem.where, problem.what).second) {
        callbacks.on_problem(std::move(problem));
      }
    }
  }
  if (count > UINT32_MAX) {
    throw Error(ErrorKind::input,
                {"the input", "holds more than 4,294,967,295 records", "split it"});
  }
  records.count = static_cast<uint32_t>(count);
  return records;
}

}  // namespace reprise::detail
