// What is JSON in the strict sense of RFC 8259, and what is wrong with what isn't. Pure; any
// thread.
#pragma once

#include <string>
#include <string_view>

namespace reprise::detail {

// Returns the text with a 0 and blanks for each number: valid JSON if and only if the text is. For
// simdjson refuses numbers that no 64 bits hold, and JSON knows no such bounds.
std::string with_small_numbers(std::string_view json);

// Returns what an error code of simdjson says: "a string is not closed".
std::string json_fault(int code);

// Returns whether the text is one JSON object, its numbers as large as they like.
bool is_json_object(const std::string& json);

}  // namespace reprise::detail
