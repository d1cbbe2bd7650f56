// Where a mention begins and ends, as people read it.
#pragma once

#include "reprise/language/language.h"
#include "reprise/language/unit.h"
#include "reprise/point.h"
#include "reprise/points/statements.h"

namespace reprise::detail {

// Returns the stretch without "and" or "of" at its beginning and "the" or "was" at its end, where
// no mark follows; three words at least.
TokenRange trim(TokenRange stretch, const TextUnit& unit, Language language);

// Returns what of a place becomes its mention: trimmed, widened to the marks around it, and trimmed
// of what came with these. REQUIRES: the place lies in the statement.
TokenRange stretch_of_mention(TokenRange place, const Statement& statement, const TextUnit& unit);

// Returns the bytes of the stretch, with the figure that it ends in and with the bracket or
// quotation mark that would else stand alone in it.
Span bytes_of_mention(TokenRange stretch, const Statement& statement, const TextUnit& unit);

}  // namespace reprise::detail
