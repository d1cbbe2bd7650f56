// Dates as people, feeds and the properties of files write them, in ISO 8601.
//
//     2019-11-18T08:57:40+01:00             the same
//     2019-11-18T08:57:40.123Z, 20191118    2019-11-18T08:57:40Z, 2019-11-18
//     Mon, 18 Nov 2019 08:57:40 GMT         2019-11-18T08:57:40Z
//     November 18, 2019; 18. März 2019      2019-11-18; 2019-03-18
//     18.11.2019; 11/18/2019                2019-11-18
//     1574063860                            2019-11-18T07:57:40Z
//
// Counter-examples: 03/04/2019 may be March or April, and 2019-02-30 is no day: no date. A zone
// that is only a name ("EST") is left away together with the time of day: it has several meanings.
// Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace reprise::detail {

// Returns the date; nothing if the text is none.
std::optional<std::string> written_date(std::string_view text);

// Returns the day that an address names, as in /2019/11/18/; nothing if it names none.
std::optional<std::string> date_in_url(std::string_view url);

}  // namespace reprise::detail
