// The text of a page in UTF-8, whatever it is in and whatever it says that it is in.
//
//     what speaks first wins: a byte-order mark, the caller, the head of HTTP,
//     <meta charset> or the XML declaration, and then what the bytes look like
//
// Pages lie: one that says iso-8859-1 and is UTF-8 in every letter is UTF-8, and one that says
// utf-8 and is broken in most of its letters is something else, which ICU guesses. Both are said.
// Source: HTML Living Standard, 13.2.3. Cost: 5 GB/s for UTF-8, else some 100 MB/s.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/error.h"

namespace reprise::detail {

struct PageText {
  std::string_view text;  // valid UTF-8: of the bytes, or of `decoded`
  std::string decoded;
  std::vector<Problem> problems;  // without a place
};

// Returns the text in `page`. `charset` is what the caller says, or empty; `claimed` is what came
// with the page, as in a head of HTTP, and may lie as the page itself may. Returns false if it
// can't be read: the last problem says why.
bool read_page_text(std::string_view bytes, const std::string& charset, const std::string& claimed,
                    PageText& page);

// Returns the encoding that a page names near its beginning; empty if it names none.
std::string declared_charset(std::string_view bytes);

}  // namespace reprise::detail
