// The documents of a saved report, and their words.
#pragma once

#include "reprise/report/json/context.h"

namespace reprise::detail {

// Reads the list of documents, and finds their words again: with them, the units are there. Returns
// whether the texts are there. REQUIRES: the result's options are there. Throws Error.
bool read_reported_documents(const JsonNode& list, Reading& reading);

}  // namespace reprise::detail
