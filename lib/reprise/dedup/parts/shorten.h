// A record without the parts that leave it, as it is written.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/dedup/records.h"
#include "reprise/io/json_record.h"
#include "reprise/read.h"
#include "reprise/span.h"

namespace reprise::detail {

// Rewrites the text of JSON records. It keeps its buffers: one a thread.
class LineShortener {
 public:
  explicit LineShortener(const ReadOptions& options)
      : field_(options.fields.text), before_(options.fields), after_(options.fields) {}

  // Returns the line with the spans of its text cut out, all other bytes as they are. The result is
  // read again: where it has not the text that it should (a line that had to be mended), the text
  // is written anew. REQUIRES: BlockReader::padding readable bytes after the line.
  std::string shorten(std::string_view line, std::span<const Span> cuts);

 private:
  std::string field_;
  JsonRecordParser before_, after_;
};

// Returns the content of a text file (inflated) without what the spans cover, packed as its name
// says. Throws Error if the text was converted from another encoding.
std::string shortened_file(const Records& records, uint32_t record, std::span<const Span> cuts,
                           const ReadOptions& options);

}  // namespace reprise::detail
