// What is JSON in the strict sense of RFC 8259, and what is wrong with what isn't. Pure; any
// thread.
#pragma once

#include <string>
#include <string_view>

namespace reprise::detail {

// What a strict reader refuses and a lenient one mends.
struct Mending {
  bool utf8 = false;       // bytes that are no valid UTF-8: they read as U+FFFD
  bool surrogate = false;  // an escaped half of a surrogate pair: it reads as U+FFFD
  bool number = false;     // NaN or Infinity, in any case and with any sign: null
  bool mark = false;       // a byte-order mark before a record that is not the first
  bool uneven = false;     // rows of a table with more or fewer fields than its header
  bool date = false;       // rows of a table with a date that is none

  bool any() const { return utf8 || surrogate || number || mark || uneven || date; }
  Mending& operator|=(const Mending& other) {
    utf8 |= other.utf8;
    surrogate |= other.surrogate;
    number |= other.number;
    mark |= other.mark;
    uneven |= other.uneven;
    date |= other.date;
    return *this;
  }
  friend bool operator==(const Mending&, const Mending&) = default;
};

// Returns the text with halves of surrogate pairs, NaN and Infinity mended, and notes in `mended`
// what there was. Text that is JSON stays as it is; what is wrong otherwise stays wrong.
std::string mended_json(std::string_view json, Mending& mended);

// Returns the text with a 0 and blanks for each number: valid JSON if and only if the text is. For
// simdjson refuses numbers that no 64 bits hold, and JSON knows no such bounds.
std::string with_small_numbers(std::string_view json);

// Returns what an error code of simdjson says: "a string is not closed".
std::string json_fault(int code);

// Returns whether the text is one JSON object, its numbers as large as they like.
bool is_json_object(const std::string& json);

}  // namespace reprise::detail
