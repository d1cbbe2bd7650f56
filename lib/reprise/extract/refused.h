// What an extractor throws inside its room when a file asks for more than it may have. It is caught
// in the same room, and becomes a problem of that file: nothing of it is kept.
#pragma once

#include <string>

namespace reprise::detail {

struct Refused {
  std::string what, remedy;  // as in Problem
};

// Returns what is said of a file that gives more text than ExtractOptions::most_text.
inline Refused too_much_text(size_t most) {
  return {"holds more than " + std::to_string(most) + " bytes of text", "divide it"};
}

}  // namespace reprise::detail
