// The parts of a sentence that marks divide, as people read them.
//
//     "The mayor, who is ill, said: “The ferry stays in port until spring.”"
//      ^          ^           ^      ^ parts begin here
//
// Pure; any thread. Cost: linear in the words asked about.
#pragma once

#include "reprise/language/unit.h"
#include "reprise/points/statements.h"

namespace reprise::detail {

// Returns whether a part begins with the token: a comma, a colon, a semicolon, a dash or an opening
// quotation mark stands before it, or nothing at all.
bool part_begins(const TextUnit& unit, uint32_t token);

// Returns whether a part ends before the token, in the same way: a closing quotation mark, or an
// opening bracket, ends one too.
bool part_ends(const TextUnit& unit, uint32_t token);

// Returns the stretch with the few words on either side up to the next such mark, a bracket, a
// quotation mark of either kind or the sentence's border, unless it gets long by them: "stays in
// port until" of the sentence above becomes "The ferry stays in port until spring". REQUIRES: the
// stretch lies in the sentence.
TokenRange widen_to_marks(TokenRange stretch, TokenRange sentence, const TextUnit& unit);

// Returns the bytes of the statement, with the quotation marks and the stop that belong to its
// sentence.
Span bytes_of_sentence(const Statement& statement, const TextUnit& unit);

// Returns whether the statement's sentence ends with a question mark, in quotation marks or not.
bool is_question(const Statement& statement, const TextUnit& unit);

}  // namespace reprise::detail
