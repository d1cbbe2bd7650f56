// One line of a JSONL file, taken apart into the fields that Reprise knows.
//
// Which field is which says a FieldNames; a dot goes inside: "meta.published" finds {"meta":
// {"published": …}}. A field that stands twice counts by its last value, as in Python. What is not
// JSON in the strict sense of RFC 8259 is no record. What programs that write records often get
// wrong is mended, and said: broken UTF-8, halves of surrogate pairs, NaN and Infinity.
//
// Built on simdjson. A parser keeps its buffers: use one a thread, for all of its records.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/io/json_check.h"
#include "reprise/read.h"

namespace reprise::detail {

// The fields of one record. One that is absent, null, "" or a structure is empty (a structure goes
// to `extra`); numbers and booleans stand as they were written.
struct JsonRecord {
  std::string text;
  std::optional<std::string> id, title, source, date, url;
  std::string extra = "{}";  // all other fields of the record, as one JSON object
  Mending mended;            // what was wrong with the line, and forgiven
};

// Why a line is no record, and what to do.
struct RecordComplaint {
  std::string what, remedy;
  bool lacks_text = false;  // it is a record, but has no text of that name
};

// Returns the names of the fields of a line that is a JSON object, as they stand: `"id", "body"`;
// empty if it is none. Those of objects inside come with a dot. Cost: that of parsing it.
std::string fields_of_record(std::string_view line);

// The text of a record, and nothing else of it but some values.
struct TextRecord {
  std::string_view text;                           // holds until the parser's next call
  std::vector<std::optional<std::string>> values;  // of the fields asked for; numbers as JSON
  Mending mended;
};

class JsonRecordParser {
 public:
  explicit JsonRecordParser(FieldNames names);
  ~JsonRecordParser();

  // Takes the line apart. Returns nothing and says why in `complaint` if it is no JSON object with
  // a text; the line's own end of line or blanks around it don't matter. REQUIRES:
  // BlockReader::padding readable bytes after the line. Cost: about 1 GB/s.
  std::optional<JsonRecord> parse(std::string_view line, RecordComplaint& complaint);

  // The same for whom the text is enough, and three times as fast. `fields` (at most five) names
  // those whose values are wanted. Accepts the same lines.
  std::optional<TextRecord> parse_text(std::string_view line, std::span<const std::string> fields,
                                       RecordComplaint& complaint);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace reprise::detail
