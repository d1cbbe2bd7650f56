// Archives of the web: WARC 1.0 and 1.1, and the texts that are made of them (WET).
//
//     WARC/1.0                                 a response: its page by extract_html(), with the
//     WARC-Type: response                      address and the date of the record's head
//     WARC-Target-URI: https://wire.example/
//     WARC-Date: 2031-05-12T08:30:15Z
//     Content-Length: 1234
//
//     HTTP/1.1 200 OK …
//
// A file is read as a stream: warc_step() says where the record at the front of a buffer ends, and
// extract_warc_record() reads one.
//
//     while (true) {
//       const WarcStep step = warc_step(buffer, at_end);
//       if (step.kind == WarcStep::Kind::more) … read more, and ask again
//       if (step.kind == WarcStep::Kind::end) break;
//       if (step.kind == WarcStep::Kind::record) … extract_warc_record(step.record, "a.warc:7", {})
//       if (step.kind == WarcStep::Kind::broken) … report step.what
//       … take step.bytes off the front of the buffer
//     }
//
// A broken record costs itself alone: the next one begins at the next line "WARC/1."; steps that
// are broken one after another are one damage, longer than the buffer. Requests,
// metadata, revisits, answers other than 2xx, and what is neither page nor plain text are no
// documents. Source: ISO 28500 (WARC 1.1). Cost: that of extract_html(), or 1 GB/s. Pure; any
// thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "reprise/extract/extracted.h"

namespace reprise::detail {

// More than a record of a crawler holds (they cut at some MB); a longer one is broken.
inline constexpr size_t most_warc_record = size_t{1} << 30;

struct WarcStep {
  enum class Kind {
    record,  // `record` is whole
    broken,  // `what` is wrong with `bytes` bytes
    more,    // at least `bytes` bytes are needed to say
    end,     // nothing but empty lines is left
  };
  Kind kind = Kind::end;
  size_t bytes = 0;         // to take off the front; of `more`: the size of buffer to ask with
  std::string_view record;  // head and content
  std::string what;
};

// Returns what stands at the front of a buffer. `at_end` says that nothing follows it in the file.
WarcStep warc_step(std::string_view buffer, bool at_end);

// Returns the document of one record, if it holds one, and what is wrong with it.
Extraction extract_warc_record(std::string_view record, const std::string& name,
                               const ExtractOptions& options);

}  // namespace reprise::detail
