// A document as bytes, and back: all that a report says of it.
//
//     u64 added      when it came into the archive, in milliseconds since 1970
//     u8  flags      which of title, source, date and url are there; half a unit; the encoding
//     strings        id, where, text, extracted, charset, extra, then those that are there: a
//                    length of 64 bits each, and the bytes
//
// Reading takes nothing on trust: what can't be is no document. Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reprise/document.h"

namespace reprise::detail {

struct DocumentRecord {
  Document document;
  uint64_t added = 0;  // milliseconds since 1970
};

std::string write_record(const DocumentRecord& record);

// Returns the document; nothing if the bytes are not those of one.
std::optional<DocumentRecord> read_record(std::string_view bytes);

}  // namespace reprise::detail
