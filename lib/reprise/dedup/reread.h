// A record once more: its text, or all of it, after the first reading.
//
// One reader a thread; it keeps its buffers.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/corpus/formats.h"
#include "reprise/corpus/metadata.h"
#include "reprise/dedup/records.h"
#include "reprise/read.h"

namespace reprise::detail {

class RecordReader {
 public:
  RecordReader(const Records& records, const ReadOptions& options)
      : records_(records),
        options_(options),
        of_texts_(stream_options_of(options)),
        of_documents_(of_texts_) {
    of_documents_.whole = true;
  }

  // Returns the decoded text of a record; it holds until the next call. Throws Error if the file
  // has changed.
  std::string_view text(uint32_t record);

  // Returns the record's own id, or where it stands. Throws Error if the file has changed.
  std::string id(uint32_t record);

  // Returns who published the record. Throws Error if the file has changed.
  std::optional<std::string> source(uint32_t record);

 private:
  // For texts alone, and for whole documents.
  struct Parsers {
    std::unique_ptr<BlockParser> texts, documents;
  };
  Parsers& parsers_of(const Shard& shard);
  std::string_view bytes_of(const Records::Found& found);
  void parse(const Records::Found& found, BlockParser& parser, const OnRecord& on_record);
  std::string_view text_of(const Records::Found& found);
  void check_text(const Records::Found& found, std::string_view text) const;
  std::string_view text_of_file(const Records::Found& found);
  const MetadataRow* row_of(const InputPath& input);
  std::string id_of_file(const Records::Found& found);

  const Records& records_;
  const ReadOptions& options_;
  StreamOptions of_texts_, of_documents_;
  // A parser serves all files of its format, but a table's, which knows its columns, one alone. So
  // parsers are told of a file that is none, and what they say of its name means nothing.
  InputPath any_file_{"/", "/", {}, {}};
  std::map<std::pair<const Format*, const Shard*>, Parsers> parsers_;
  FileBlock block_;
  std::vector<char> buffer_;
  Document document_;                   // the last one that was a file: its text alone
  std::unique_ptr<Metadata> metadata_;  // of the text files, once an id is asked for
};

}  // namespace reprise::detail
