// The bytes of one text file become the text of a document.
#pragma once

#include <string>
#include <string_view>

#include "reprise/document.h"

namespace reprise::detail {

// Returns whether the bytes look like no text at all: of the first 8 KiB, more than one in ten is a
// NUL, another control character or broken UTF-8. Text in UTF-16 with its byte-order mark is text.
bool looks_binary(std::string_view bytes);

// Moves the bytes into document.text, converting UTF-16 if a byte-order mark says so, and sets its
// encoding. Returns how many broken runs the text holds (lone surrogates and an odd last byte of
// UTF-16 count, and become U+FFFD).
size_t set_text(Document& document, std::string bytes);

}  // namespace reprise::detail
