// A stretch of text that is searched by itself: the body of a document, or its title.
//
// Passages and points are sought in units, so that no match runs from a title into the text, and
// every span knows in which of the two it counts.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/document.h"
#include "reprise/ids.h"
#include "reprise/language/sentences.h"
#include "reprise/text_unit.h"
#include "reprise/words/tokenize.h"

namespace reprise::detail {

// Returns the units of these documents, with their words but without their sentences: first the
// texts, one for each of `chosen` in order, then their titles, but for those that the text begins
// with. Passages and points are made of words alone, so punctuation is never among these, whatever
// the rules say. The documents must outlive the units, in their place. Cost: that of tokenize.h;
// units run in parallel.
std::vector<TextUnit> make_units(std::span<const Document> documents,
                                 std::span<const DocumentId> chosen, Normalisation rules);

// Reads the words of a unit whose text is still the document's own: without its entities, if it
// holds some.
void read_words(TextUnit& unit, const Normalisation& rules);

// Returns the document's own text, or title, in which spans of the unit's text stand as in_document
// says; and the inverse: the place in the unit's text of a byte there, nothing inside an entity.
std::string_view text_in_document(const TextUnit& unit);
std::optional<uint32_t> place_in_unit(const TextUnit& unit, uint32_t at);

// Returns the words that begin inside the bytes. Cost: the logarithm of their number.
TokenRange tokens_in(const TextUnit& unit, Span span);

// Returns the bytes between the token and the one before it; none if either is not there.
std::string_view gap_before(const TextUnit& unit, uint32_t token);

// Returns the sentences from the one that holds the token on; none if no sentence begins before it.
// Cost: the logarithm of their number.
std::span<const Sentence> sentences_from(const TextUnit& unit, uint32_t token);

// Finds the sentences of each unit, in parallel. REQUIRES: the units know their language.
void add_sentences(std::span<TextUnit> units);

}  // namespace reprise::detail
