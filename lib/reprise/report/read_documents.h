// The documents of a saved report, and their words.
#pragma once

#include <vector>

#include "reprise/io/json_tree.h"
#include "reprise/report/result.h"

namespace reprise {

// Fills in the documents and all that the result says of each, and their units: the texts in order, then the titles, then
// those of copies. Returns whether the report holds the text of each document. REQUIRES: the options are there; the
// documents' "extra" was wanted verbatim. Throws Error.
std::vector<bool> read_reported_documents(const JsonTree& tree, Result& result);

}  // namespace reprise
