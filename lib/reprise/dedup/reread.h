// A record once more: its text, or all of it, after the first reading.
//
// One reader a thread; it keeps its buffers.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/corpus/metadata.h"
#include "reprise/dedup/records.h"
#include "reprise/io/json_record.h"
#include "reprise/read.h"

namespace reprise::detail {

class RecordReader {
 public:
  RecordReader(const Records& records, const ReadOptions& options)
      : records_(records), options_(options), parser_(options.fields) {}

  // Returns the decoded text of a record; it holds until the next call. Throws Error if the file
  // has changed.
  std::string_view text(uint32_t record);

  // Returns the record's own id, if it has one. Throws Error if the file has changed.
  std::optional<std::string> id(uint32_t record);

 private:
  std::string_view line(const Records::Found& found);
  const InputPath& file_of(const Records::Found& found) const;
  std::string_view text_of_file(const Records::Found& found);
  std::string id_of_file(const Records::Found& found);

  const Records& records_;
  const ReadOptions& options_;
  JsonRecordParser parser_;
  std::vector<char> buffer_;
  Document document_;                   // the last one from a text file: its text alone
  std::unique_ptr<Metadata> metadata_;  // of the text files, once an id is asked for
};

}  // namespace reprise::detail
