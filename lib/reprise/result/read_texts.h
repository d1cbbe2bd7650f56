// What a result is searched by: the words of its documents, and which of them are page furniture.
//
//     result.documents       three texts, two of them the same
//     put_words              two units, with words and languages; the third is the second's copy
//     furniture_among        "Subscribe to our newsletter", where anybody asks for it
//
// Cost: that of unit.h, languages.h and furniture/find.h; units run in parallel.
#pragma once

#include "reprise/furniture/find.h"
#include "reprise/near/originals.h"
#include "reprise/result.h"

namespace reprise::detail {

// Puts the words of the documents into the result, of identical texts once; but each that is held
// against references counts. Returns which texts stand for which.
Originals put_words(Result& result);

// Returns what belongs to the pages rather than to their texts, if anybody asks for it, having
// found the sentences of the result where they are needed. REQUIRES: put_words.
Furniture furniture_among(Result& result);

}  // namespace reprise::detail
