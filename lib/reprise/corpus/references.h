// References: documents that others are compared with, and which are not compared themselves. They
// stand behind the others, so that the first of them says which they are.
//
//     documents: article 0, article 1, release 2, release 3      the first reference is 2
#pragma once

#include <optional>

#include "reprise/ids.h"

namespace reprise::detail {

// Returns whether the document is a reference; `first` is the first of these, if there are any.
inline bool is_reference(DocumentId document, std::optional<DocumentId> first) {
  return first.has_value() && document >= *first;
}

}  // namespace reprise::detail
