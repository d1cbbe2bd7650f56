// The vowel AM of Thai and Lao, which texts hold as one letter or as its two parts.
//
//     น้ำ    the tone, then U+0E33: as it is typed, and as dictionaries know it
//     น้ํา    the tone, U+0E4D, U+0E32: as PDFs and NFKC have it; or U+0E4D before the tone
#pragma once

#include <string>

namespace reprise::detail {

// If `code` completes the vowel's two parts, with which `out` ends, makes one letter of them,
// behind the tone; the size of `out` stays. Returns whether it did. Pure; any thread.
bool append_sara_am(char32_t code, std::string& out);

}  // namespace reprise::detail
