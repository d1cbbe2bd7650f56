// A file as a stream of blocks of records: the one way in which every command reads.
//
// A stream cuts the content of a file into blocks, in order; a parser takes a block apart into
// records. The two are apart so that several threads can work on one file: one reads (or inflates)
// the next block while others parse the last ones.
//
//     const OpenInput open = open_input(input);                     // formats.h
//     const auto parser = open.format->make_parser(input, options);
//     FileBlock block;
//     while (open.stream->next(block)) {
//       parser->parse(block, [&](StreamRecord& record) { use(record.text); });
//     }
//
// What is wrong with a record never loses the next one: it stands in the block's problems, counted
// from the block's own first line, for where in the file that is nobody knows while other threads
// work on what comes before. FileProblems (file_problems.h) puts them together.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/document.h"
#include "reprise/error.h"
#include "reprise/extract/extracted.h"
#include "reprise/io/input_file.h"
#include "reprise/io/json_check.h"
#include "reprise/read.h"

namespace reprise::detail {

class Metadata;

// Where a record stands in its block.
struct RecordPlace {
  uint32_t begin = 0;  // bytes after the block's first
  uint32_t size = 0;   // without the end of the line
  uint32_t line = 0;   // after the block's first; of a file that is no lines, FileDocument::number
};

// Something wrong with a record, or with the file that is one.
struct BlockProblem {
  Problem problem;
  std::optional<uint32_t> line;  // after the block's first, where `where` is still to be filled in
  bool lacks_text = false;       // the record is one, but has no text of the name asked for
};

// Some records of a file, as they lie on disk, and what was found in them.
struct FileBlock {
  std::string buffer;        // room, which is used again
  std::string_view bytes;    // mostly of `buffer`; BlockReader::padding bytes behind may be read
  bool is_first = false;     // of its file
  uint64_t offset = 0;       // of the bytes in the content of the file
  uint64_t first_line = 0;   // counted from 0; needed only where whole documents are wanted
  uint64_t passed_over = 0;  // bytes behind these, of a line too long: then this is its beginning
  // What parse() fills in.
  uint32_t lines = 0;
  std::vector<BlockProblem> problems;
  Mending mended;                  // of its records
  bool ends_in_complaint = false;  // about its last line
  uint32_t records = 0;            // that have a text
  std::string fields = {};         // of the first record that has none: `"id", "body"`
};

// One record.
struct StreamRecord {
  RecordPlace place;
  std::string_view text;  // holds until the parser's next record
  // Of the fields that StreamOptions::values names; numbers as JSON.
  std::span<const std::optional<std::string>> values;
  Document* whole = nullptr;  // where whole documents are wanted; may be moved from
};

using OnRecord = std::function<void(StreamRecord&)>;

// What is wanted of the records.
struct StreamOptions {
  FieldNames fields;                // which field of a record is which
  std::vector<std::string> values;  // fields whose values are wanted; at most five
  bool whole = false;               // documents with all that is known, not only texts and values
  Metadata* metadata = nullptr;     // tables of what is known of text files
  ExtractOptions extract;           // of files that are no JSON Lines
  std::string head;                 // as FileStream::head gives it
};

// Returns what the user's options say; `values`, `whole` and `metadata` are the caller's.
StreamOptions stream_options_of(const ReadOptions& read);

// Takes blocks apart. It keeps its buffers: one a thread.
class BlockParser {
 public:
  BlockParser() = default;
  BlockParser(const BlockParser&) = delete;
  BlockParser& operator=(const BlockParser&) = delete;
  virtual ~BlockParser() = default;

  // Calls on_record for each record of the block, in order, and notes what is wrong with the others
  // in the block. The block's buffer may be used up.
  virtual void parse(FileBlock& block, const OnRecord& on_record) = 0;
};

// Cuts one file into blocks. One thread at a time.
class FileStream {
 public:
  explicit FileStream(InputFile file) : file_(std::move(file)) {}
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;
  virtual ~FileStream() = default;

  // Puts the next bytes into the block; returns false at the end of the file. Throws Error if the
  // system fails to read.
  virtual bool next(FileBlock& block) = 0;

  // Returns what a parser must know of the beginning of the file, wherever its block stands: the
  // header of a table, and the first of its rows. Mostly empty.
  virtual std::string_view head() const { return {}; }

  // For its version, its damage, and whether its bytes can be read again.
  const InputFile& file() const { return file_; }

 protected:
  InputFile file_;
};

}  // namespace reprise::detail
