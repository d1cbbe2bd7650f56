// Which documents have the same bytes: everything else compares these once.
//
//     texts: A B A C B      each stands for: 0 1 0 3 1      originals: 0 1 3
#pragma once

#include <span>
#include <vector>

#include "reprise/document.h"
#include "reprise/ids.h"
#include "reprise/language/unit.h"

namespace reprise::detail {

struct Originals {
  std::vector<DocumentId> of_document;  // of each document the first with its bytes, mostly itself
  std::vector<DocumentId> documents;    // those that are their own, ascending
};

// Returns the originals of the documents. Cost: one hash of each text, and a comparison with each
// earlier one of equal hash. Pure; any thread.
Originals find_originals(std::span<const Document> documents);

// Returns originals among which each document stands for itself alone, whatever its text.
Originals each_for_itself(size_t documents);

// Returns what each document's original has: values[original] for each of them.
template <class Value>
std::vector<Value> spread(std::vector<Value> values, const Originals& originals) {
  for (DocumentId d; d < values.size(); ++d) {
    values[d] = values[originals.of_document[d]];
  }
  return values;
}

// Returns how many words the text of each document has. `texts`: those of the originals.
std::vector<uint32_t> words_of(std::span<const TextUnit> texts, const Originals& originals);

}  // namespace reprise::detail
