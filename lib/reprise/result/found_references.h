// Of many references, those in which something was found: the others leave the result.
//
//     documents   0 and references 1 2 3      a passage in 3      ->      0 and reference 1
//
// Cost: linear in the result. Any thread.
#pragma once

#include "reprise/result.h"

namespace reprise::detail {

// Leaves out the references that no passage and no pair names, with their units, and numbers
// documents and units anew, in their order. REQUIRES: first_reference is set; what was found so far
// are passages, their clusters, reuse and pairs; units stand as make_units gives them.
void keep_found_references(Result& result);

}  // namespace reprise::detail
