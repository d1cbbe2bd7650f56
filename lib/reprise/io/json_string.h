// A string of a JSON record as it is written, and with some of it cut out: all other bytes of the
// line stay as they came.
//
//     {"n": 1.0, "text": "A \u00e9t\u00e9. B."}    without bytes 2 to 9 of the text ("été. ")
//     {"n": 1.0, "text": "A B."}
//
// Pure; any thread. Cost: a walk over the line.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "reprise/span.h"

namespace reprise::detail {

// Returns the bytes between the quotes of the string that the field has; a dot in its name goes
// inside, and of several fields of one name the last counts (json_record.h). Nothing if the field
// has no string. REQUIRES: a line that JsonRecordParser takes.
std::optional<Span> find_string(std::string_view line, std::string_view field);

// Returns the string without what the spans cover, which count the bytes of the decoded text: so as
// JsonRecordParser decodes it, where broken bytes and halves of surrogate pairs are U+FFFD.
std::string cut_string(std::string_view written, std::span<const Span> cuts);

// Returns the text as it is written between quotes. REQUIRES: valid UTF-8.
std::string written_string(const std::string& text);

}  // namespace reprise::detail
