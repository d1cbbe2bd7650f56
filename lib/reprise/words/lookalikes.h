// Letters of other scripts that look like Latin ones, by which words are hidden from those who
// compare texts.
//
//     "Nоrvane" with a Cyrillic о    mixes scripts, and looks like "Norvane"
//     "сору", all Cyrillic           looks like "copy" letter by letter
//     "нос", "5 kΩ", "TNFα"          н, Ω look like no Latin letter; a Greek one at an edge is one
//
// Cost: of as_they_look some 50 ns a letter; of find_mixed_words a look at each byte, and for texts
// of Latin letters alone a tenth of that. Pure; any thread.
// Source: UTS #39, Unicode Security Mechanisms, section 4; of its pairs those that hold in most
// typefaces.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "reprise/span.h"

namespace reprise::detail {

// Returns the word with its look-alikes as Latin letters, if it then has no others: where Latin
// letters stand beside them, or where the small letters of all would look alike too.
std::string as_they_look(std::string_view word);

// Words that mix Latin letters with look-alikes.
struct MixedWords {
  size_t count = 0;
  Span first;               // REQUIRES: count > 0
  std::string_view script;  // of the look-alike in the first one: "Cyrillic"
};

MixedWords find_mixed_words(std::string_view text);

}  // namespace reprise::detail
