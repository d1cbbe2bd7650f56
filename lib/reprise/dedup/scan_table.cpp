// Rows become records.
//
//     1. Rows are cut into blocks of about a megabyte of text, each a round of the loop.
//     2. A row's text goes to the sink as it lies in memory; one that is no valid UTF-8 as a
//        mended copy, which the records keep.
//     3. Rows without a text are told, one by one up to a few, then as a number.
//     4. Of a batch that is gone afterwards the texts go to the spool, block by block.
//     5. Records are numbered through; a block knows the row of each.
//
//     rows    "a b"   nothing   "c\xff"        records 0, 1 of rows 0, 2; "row 1: has no text"
//
// Cost: that of the sinks, and a check of the texts' UTF-8.
#include "reprise/dedup/scan_table.h"

#include <algorithm>

#include "reprise/base/parallel.h"
#include "reprise/base/utf8.h"
#include "reprise/corpus/date.h"
#include "reprise/corpus/file_problems.h"

namespace reprise::detail {
namespace {

constexpr uint64_t block_bytes = uint64_t{1} << 20;

struct RowRange {
  size_t begin = 0;
  size_t end = 0;
};

std::vector<RowRange> cut_into_blocks(const TextTable& table) {
  std::vector<RowRange> ranges;
  const size_t rows = table.texts.size();
  for (size_t row = 0; row < rows;) {
    RowRange range{row, row};
    for (uint64_t bytes = 0; range.end < rows && bytes < block_bytes; ++range.end) {
      bytes += table.texts[range.end] ? table.texts[range.end]->size() : 0;
    }
    ranges.push_back(range);
    row = range.end;
  }
  return ranges;
}

// What one block gives.
struct RowsScan {
  Block block;
  std::vector<std::string> mended;  // texts that were no valid UTF-8
  std::vector<uint32_t> mended_records;
  std::vector<Problem> problems;
  std::vector<uint64_t> without_text;  // rows
};

// What all blocks of a table share.
struct TableContext {
  const TextTable& table;
  const ScanOptions& options;
  const ScanCallbacks& callbacks;
  std::string name;                // of its file
  uint64_t first_row = 0;          // of the batch in its file
  TemporaryFile* spool = nullptr;  // for texts that are gone afterwards
};

// Takes the rows of one block.
class BlockScan {
 public:
  BlockScan(const TableContext& context, RowsScan& result)
      : context_(context),
        table_(context.table),
        options_(context.options),
        result_(result),
        sink_(context.callbacks.make_sink()) {
    for (const std::string& name : options_.fields) {
      const auto found = std::find_if(table_.fields.begin(), table_.fields.end(),
                                      [&](const TableField& field) { return field.name == name; });
      fields_.push_back(found == table_.fields.end() ? nullptr : &*found);
    }
    values_.resize(fields_.size());
  }

  void run(RowRange range) {
    result_.block.first_line = context_.first_row + range.begin;
    result_.block.lines = range.end - range.begin;
    for (size_t row = range.begin; row < range.end; ++row) {
      if (table_.texts[row]) {
        take(row, *table_.texts[row]);
      } else {
        result_.without_text.push_back(context_.first_row + row);
      }
    }
    sink_->end_block(result_.block);
    if (context_.spool != nullptr) {
      result_.block.offset = context_.spool->append(spooled_);
    }
  }

 private:
  void take(size_t row, std::string_view text) {
    if (!is_valid_utf8(text)) {
      result_.mended.push_back(repaired_utf8(text));
      result_.mended_records.push_back(result_.block.size_in_records());
      text = result_.mended.back();
    }
    if (text.size() > UINT32_MAX) {
      result_.problems.push_back({name_of(row), "is longer than 4 GiB", "split it", true});
      return;
    }
    for (size_t i = 0; i < fields_.size(); ++i) {
      values_[i] = fields_[i] == nullptr ? std::nullopt : fields_[i]->value(row);
    }
    if (options_.first_is_date && values_.front() && !parse_date(*values_.front())) {
      Problem problem = no_date_problem(name_of(row), *values_.front());
      problem.what += ", so the record comes after those with one";
      result_.problems.push_back(std::move(problem));
    }
    Block& block = result_.block;
    const auto line = static_cast<uint32_t>(context_.first_row + row - block.first_line);
    const RecordPlace place{static_cast<uint32_t>(block.size), static_cast<uint32_t>(text.size()),
                            line};
    sink_->add(text, place, values_, block);
    block.size += text.size();
    if (context_.spool != nullptr) {
      spooled_ += text;
    }
  }

  std::string name_of(size_t row) const {
    return name_of_row(context_.first_row + row, context_.name);
  }

  const TableContext& context_;
  const TextTable& table_;
  const ScanOptions& options_;
  RowsScan& result_;
  std::unique_ptr<RecordSink> sink_;
  std::vector<const TableField*> fields_;  // beside options_.fields; nullptr: the table has none
  std::vector<std::optional<std::string>> values_;
  std::string spooled_;
};

std::string place_of(const std::string& name) {
  return name.empty() ? "the table" : name;
}

// A column with holes is told row by row where they are few, and else as a number.
void tell_missing(std::span<const RowsScan> scans, const std::string& name,
                  const ProblemSink& on_problem) {
  constexpr uint64_t most_told = 100;
  uint64_t count = 0;
  for (const RowsScan& scan : scans) {
    for (const uint64_t row : scan.without_text) {
      ++count;
      if (count <= most_told) {
        on_problem({name_of_row(row, name), "has no text", "", true});
      }
    }
  }
  if (count > most_told) {
    on_problem({"the table", std::to_string(count - most_told) + " more of its rows have no text",
                "", true});
  }
}

void tell_mended(std::span<const RowsScan> scans, const std::string& name,
                 const ProblemSink& on_problem) {
  uint64_t count = 0;
  for (const RowsScan& scan : scans) {
    count += scan.mended.size();
  }
  if (count > 0) {
    on_problem({place_of(name),
                std::to_string(count) +
                    " of its texts hold bytes that are no valid UTF-8; they read as U+FFFD",
                "decode them from the encoding that they were written in", false});
  }
}

void tell(std::span<RowsScan> scans, const std::string& name, const ProblemSink& on_problem) {
  tell_missing(scans, name, on_problem);
  for (RowsScan& scan : scans) {
    for (Problem& problem : scan.problems) {
      on_problem(std::move(problem));
    }
  }
  tell_mended(scans, name, on_problem);
}

// Puts the blocks behind those that are there, and numbers their records.
void append(std::vector<RowsScan>& scans, Records& records) {
  TableTexts& texts = *records.shards.back().table;
  for (RowsScan& scan : scans) {
    scan.block.shard = static_cast<uint32_t>(records.shards.size() - 1);
    scan.block.first = records.count;
    if (!texts.is_spooled) {
      for (size_t i = 0; i < scan.mended.size(); ++i) {
        texts.mended[records.count + scan.mended_records[i]] = std::move(scan.mended[i]);
      }
    }
    records.count += scan.block.size_in_records();
    records.bytes += scan.block.size;
    if (scan.block.size_in_records() > 0) {
      records.blocks.push_back(std::move(scan.block));
    }
  }
}

// Takes the rows of a table into the last shard.
void scan_rows(const TableContext& context, Records& records) {
  if (records.count + context.table.texts.size() > UINT32_MAX) {
    throw Error(ErrorKind::input, {place_of(context.name), "goes beyond 4,294,967,295 rows in all",
                                   "split the input", true});
  }
  const std::vector<RowRange> ranges = cut_into_blocks(context.table);
  std::vector<RowsScan> scans(ranges.size());
  parallel_for(ranges.size(), [&](size_t i) {
    BlockScan(context, scans[i]).run(ranges[i]);
    context.callbacks.on_bytes(scans[i].block.size);
  });
  tell(scans, context.name, context.callbacks.on_problem);
  append(scans, records);
}

}  // namespace

uint64_t total_size(const TextTable& table) {
  uint64_t bytes = 0;
  for (const auto& text : table.texts) {
    bytes += text ? text->size() : 0;
  }
  return bytes;
}

void scan_table(const TextTable& table, const ScanOptions& options, const ScanCallbacks& callbacks,
                Records& records) {
  records.shards.emplace_back();
  records.shards.back().table = std::make_shared<TableTexts>();
  records.shards.back().table->rows = table.texts;
  scan_rows({table, options, callbacks, {}}, records);
}

void scan_batch(const TextTable& batch, const std::string& name, const ScanOptions& options,
                const ScanCallbacks& callbacks, Records& records) {
  const bool is_new = records.shards.empty() || records.shards.back().table->name != name;
  if (is_new) {
    records.shards.emplace_back();
    records.shards.back().table = std::make_shared<TableTexts>();
    records.shards.back().table->name = name;
    records.shards.back().table->is_spooled = true;
  }
  TableTexts& table = *records.shards.back().table;
  scan_rows({batch, options, callbacks, name, table.rows_before, records.spool.get()}, records);
  table.rows_before += batch.texts.size();
}

}  // namespace reprise::detail
