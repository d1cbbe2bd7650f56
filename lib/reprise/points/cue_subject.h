// Whom the words of a cue name: "Jane Orvik said" names Jane Orvik, "he said" whom the sentences
// before speak of.
//
//     "said Jane Orvik on Monday"                   Jane Orvik
//     "according to Orvik"                          Orvik
//     "said a spokeswoman for Orvik"                nobody: the name belongs to another one
//     "said Clara Stone and David Marsh"            nobody: no single one says it
//     "Mr. Tann laughed. … he said"                 Tann
//     "Jonas Reed met Odran Feld. … he said"        nobody: either may be meant
//
// Pure; any thread. Cost: that of reading the cue, and for "he" at most four sentences before it.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "reprise/language/names/names.h"
#include "reprise/language/unit.h"

namespace reprise::detail {

struct Speaker {
  std::string key;  // as find_names gives it
  Span name;        // bytes of the unit's text, without titles
};

// The words that cite, in one sentence.
struct CitingWords {
  size_t sentence = 0;  // index into the unit's
  TokenRange tokens;
};

// Returns whom the words name; nothing if it is nobody, or more than one may be meant. `names`: of
// the unit, in order.
std::optional<Speaker> subject_of_cue(const CitingWords& cue, const TextUnit& unit,
                                      std::span<const Name> names);

}  // namespace reprise::detail
