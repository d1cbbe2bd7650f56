// A mention, with who is said to say it and whether the text denies it.
#pragma once

#include <optional>

#include "reprise/language/language.h"
#include "reprise/language/unit.h"
#include "reprise/point.h"
#include "reprise/points/statements.h"

namespace reprise::detail {

// Fills in `attributed` and `denied` of a mention that stands on the tokens given. A cue counts if
// its scope holds half of these, or they hold all of its scope; a denial may stand in the sentence
// behind. Cost: that of reading two sentences.
void cite(Mention& mention, TokenRange tokens, const TextUnit& unit, Language language);

// Returns the sentence that holds the first of the tokens, or of a longer one what lies around
// them: what goes on for hundreds of words without a stop is a transcript or a table, and who
// speaks far away says nothing here. Nothing if no sentence begins before them.
std::optional<Sentence> sentence_around(TokenRange tokens, const TextUnit& unit);

// Returns the mention that the stretch is: its bytes, those of its sentence, who is said to say so.
// Its likeness is left at 0. REQUIRES: the stretch lies in the statement.
Mention make_mention(TokenRange stretch, const Statement& statement, const TextUnit& unit);

}  // namespace reprise::detail
