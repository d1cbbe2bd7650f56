// What is said of a JSONL file as a whole, by whoever reads it. `name`: of the file, as valid
// UTF-8.
#pragma once

#include <string>

#include "reprise/error.h"

namespace reprise::detail {

// It begins with a byte-order mark of UTF-16; nothing of it was read.
inline Problem utf16_problem(const std::string& name) {
  return {name, "JSONL in UTF-16 is not read", "convert the file: iconv -f UTF-16 -t UTF-8", true};
}

// Broken UTF-8 was replaced in some of its records.
inline Problem repaired_problem(const std::string& name) {
  return {name, "some records hold bytes that are no valid UTF-8; they read as U+FFFD",
          "convert the file, for example with iconv -f WINDOWS-1252 -t UTF-8", false};
}

// Its compressed data can't be inflated to the end; `damage` as InputFile tells it.
inline Problem damage_problem(const std::string& name, const std::string& damage) {
  return {name, damage, "what came before was read; fetch the file again", true};
}

}  // namespace reprise::detail
