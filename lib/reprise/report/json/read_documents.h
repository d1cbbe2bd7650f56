// The documents of a saved report, and their words.
#pragma once

#include "reprise/io/json_tree.h"
#include "reprise/result.h"

namespace reprise::detail {

// Fills in the documents and all that the result says of each, and their units: the texts in order,
// then the titles, then those of copies. Returns whether the report holds the texts: of all
// documents, or of none. REQUIRES: the options are there; the documents' "extra" was wanted
// verbatim. Throws Error.
bool read_reported_documents(const JsonTree& tree, Result& result);

}  // namespace reprise::detail
