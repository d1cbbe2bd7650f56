// Which records stay, from the numbers of the first reading.
//
// Records whose texts have the same bytes are one from here on: the first in the order of keeping,
// the others share its fate. The others become candidates by the bands of their sketches (for
// containment: by sampled shingles), one band at a time, and near/keep.h decides. Texts are read
// again only to compare candidates, and only while their component is open.
//
// Rules: "in the order of the keep rule" means by rank, then by place in the input.
#pragma once

#include <vector>

#include "reprise/dedup.h"
#include "reprise/dedup/records.h"
#include "reprise/near/banding.h"
#include "reprise/near/keep.h"

namespace reprise::detail {

struct Decided {
  std::vector<Decision> decisions;
  std::vector<bool> same;  // as DedupResult has it
};

// Returns the decision on each record, by its number. Uses up the keys and samples of the records.
// Throws Error if a file can't be read again, and Stopped.
Decided decide(Records& records, const DedupOptions& options, const Banding& banding,
               Examples& examples);

}  // namespace reprise::detail
