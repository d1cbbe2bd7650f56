// The bytes of one text file become the text of a document.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/document.h"
#include "reprise/io/charset.h"

namespace reprise::detail {

// Returns whether the bytes look like no text at all: of the first 8 KiB, more than one in ten is a
// NUL, another control character or broken UTF-8. Text in UTF-16 with its byte-order mark is text.
bool looks_binary(std::string_view bytes);

// What was found on the way from bytes to a text.
struct TextReading {
  size_t broken = 0;  // runs that are no text in the encoding
  // The encoding was told by the bytes, and how surely.
  std::optional<CharsetGuess> told;
  // It can't be told, and so there is no text; the likeliest encodings, best first.
  bool is_unknown = false;
  std::vector<CharsetGuess> likeliest;
};

// Moves the bytes into document.text, in UTF-8, and sets its encoding.
//
//     a mark of UTF-8, UTF-16 or UTF-32    that, whatever is asked for
//     `named`, if it is not empty          that
//     words of an alphabet in 16 bits      UTF-16 without its mark
//     valid UTF-8, or damaged UTF-8        the bytes as they are
//     otherwise                            what ICU's detector finds, if it is sure enough
//
// What is converted fits the bytes: each character has its place on disk (result/offsets.h). Bytes
// that can't be converted so, as of an encoding with states, have an unknown encoding. REQUIRES:
// `named` is empty, or a name that is_charset() knows. Cost: a check of all bytes; of another
// encoding, two milliseconds and the conversion.
TextReading set_text(Document& document, std::string bytes, const std::string& named = {});

}  // namespace reprise::detail
