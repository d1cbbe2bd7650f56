// Who is said to say a mention, and whether the text denies it.
#pragma once

#include "reprise/language/language.h"
#include "reprise/language/unit.h"
#include "reprise/point.h"

namespace reprise::detail {

// Fills in `attributed` and `denied` of a mention that stands on the tokens given. A cue counts if
// its scope holds half of these, or they hold all of its scope; a denial may stand in the sentence
// behind. Cost: that of reading two sentences.
void cite(Mention& mention, TokenRange tokens, const TextUnit& unit, Language language);

}  // namespace reprise::detail
