// Notes about documents that hide words from a comparison.
#pragma once

#include <span>
#include <vector>

#include "reprise/document.h"

namespace reprise::detail {

// Returns a problem, of nothing rejected, for each document of which words mix Latin letters with
// look-alikes of other scripts (words/lookalikes.h): honest texts don't, and such a word is none
// that another text has. Cost: a look at each byte. Pure; any thread.
std::vector<Problem> lookalike_notes(std::span<const Document> documents);

}  // namespace reprise::detail
