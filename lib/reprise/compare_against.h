// The whole comparison of documents with references that are looked up: all of a folder's, or those
// of an archive that may have something in common with the documents.
//
// What it finds hangs on the documents, on the references that have something in common with them,
// and on how many places hold a gram, and on nothing else; so it is the same whether all references
// are at hand or only those that a look into an index names:
//
//   - a text that is too short to tell its language has none, and not that of most texts;
//   - words are common because their language says so, and not because the collection does;
//   - furniture is what recurs among the documents, not what stands in references;
//   - pairs are what sketches propose and what has a passage in common, measured exactly;
//   - points are sought among the documents and the references in which something was found.
//
// Cost: that of comparing the documents with the references found.
#pragma once

#include <memory>

#include "reprise/archive/references.h"
#include "reprise/compare.h"

namespace reprise::detail {

// Returns what the documents have in common with references, and of these only those in which
// something was found. REQUIRES: options are checked, and its parts want pairs. Throws Stopped, and
// what `references` throws.
Result compare_against(Corpus corpus, const CompareOptions& options, References& references,
                       Corpus ignored, const RunControl& control);

// Returns documents in memory as references, which are all found whatever is asked.
std::unique_ptr<References> references_in_memory(std::vector<Document> documents);

}  // namespace reprise::detail
