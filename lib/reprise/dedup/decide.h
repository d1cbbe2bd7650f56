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

#include "reprise/dedup/options.h"
#include "reprise/dedup/records.h"
#include "reprise/near/banding.h"
#include "reprise/near/keep.h"

namespace reprise::detail {

// A pair that was compared. For people who want to see where the threshold lies.
struct ComparedPair {
  uint32_t kept = 0;  // the record that would be kept
  uint32_t record = 0;
  double similarity = 0;
};

struct Examples {
  size_t most = 0;                  // of each kind to collect
  std::vector<ComparedPair> above;  // the least similar at or above the threshold, in this order
  std::vector<ComparedPair> below;  // the most similar of those below
};

// Returns the decision on each record, by its number. Uses up the keys and samples of the records.
// Throws Error if a file can't be read again, and Stopped.
std::vector<Decision> decide(Records& records, const DedupOptions& options, const Banding& banding,
                             Examples& examples);

}  // namespace reprise::detail
