// Dates out of the properties of files, as ISO 8601.
//
//     "2024-01-05T10:11:12Z"        the same
//     "2024-1-5"                    "2024-01-05"
//     "2024-01-05 10:11 +0100"      "2024-01-05T10:11+01:00"
//     "yesterday", "2024-02-30"     nothing
//     "0101-01-01"                  nothing: what programs write that know no date
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace reprise::detail {

std::optional<std::string> iso_date(std::string_view text);

}  // namespace reprise::detail
