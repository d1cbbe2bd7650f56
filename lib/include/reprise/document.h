// A document as everything behind the reader sees it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reprise/error.h"

namespace reprise {

// How the bytes of a text lie on disk. Inside, every text is UTF-8.
enum class Encoding { utf8, utf16_little_endian, utf16_big_endian };

struct Document {
  std::string id;     // the record's own, or a path, or FILE:LINE; may repeat
  std::string where;  // FILE or FILE:LINE: always names this document
  std::optional<std::string> title, source, date, url;
  // A text file's bytes as they lie on disk, byte-order mark, carriage returns and broken UTF-8
  // included (UTF-16 is converted, its mark kept as U+FEFF); a JSONL record's decoded "text".
  std::string text;
  Encoding encoding = Encoding::utf8;
  bool half_unit =
      // a UTF-16 file ended inside a unit: the U+FFFD at the end of the text is one byte on disk
      false;
  std::string extra = "{}";  // a JSON object: the fields that Reprise doesn't know
};

// What was read, in the order of the inputs, and what was wrong with it.
struct Corpus {
  std::vector<Document> documents;
  std::vector<Problem> problems;
};

}  // namespace reprise
