// A document as everything behind the reader sees it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reprise/error.h"

namespace reprise {

// How the bytes of a text lie on disk. Inside, every text is UTF-8.
enum class Encoding { utf8, utf16_little_endian, utf16_big_endian, other };

struct Document {
  std::string id;     // the record's own, or a path, or FILE:LINE; may repeat
  std::string where;  // FILE or FILE:LINE: always names this document
  std::optional<std::string> title, source, date, url;
  // A text file's bytes as they lie on disk, byte-order mark, carriage returns and broken UTF-8
  // included (other encodings are converted, the mark of UTF-16 kept as U+FEFF); a JSONL record's
  // decoded "text"; what was taken out of a web page, an office file, a table.
  std::string text;
  // The format that the text was taken out of, such as "html": offsets count in the text then, and
  // not in the file. Empty: the text is the file's own, or the record's.
  std::string extracted;
  Encoding encoding = Encoding::utf8;
  std::string charset;  // the name of another encoding, such as "windows-1251"
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
