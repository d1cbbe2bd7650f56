// Which parts of the texts leave: paragraphs, lines, sentences, runs of words, in this order.
//
//     1. Each rule has the units of all texts in columns (units.h, columns.h).
//     2. Runs of units that stand more than once are found by their hashes (runs.h, repeats.h), and
//        become stretches of units that leave (stretches.h).
//     3. Texts that lose some are shortened (cuts.h), and their units are found anew: what comes
//        together at a cut may stand elsewhere. A record that is too short now leaves.
//     4. So it goes on, rule after rule, until none finds anything. Then a second run over what is
//        written finds nothing either: it sees the same units.
//
// Example: "a b" and "a x b": when x has left the second text, "a b" is a run that stands in the
// first.
//
// Cost: a reading of everything for each rule, some passes over the columns, and a reading of what
// is shortened for each time that it is.
#pragma once

#include <memory>
#include <vector>

#include "reprise/dedup.h"
#include "reprise/dedup/parts/columns.h"
#include "reprise/dedup/parts/cuts.h"
#include "reprise/dedup/parts/removal_log.h"
#include "reprise/dedup/records.h"

namespace reprise::detail {

struct PartsFound {
  CutTable cuts;
  std::vector<uint32_t> too_short;  // records that leave for it, ascending
  RemovalLog log;                   // if the options ask for it
  uint64_t removed_parts = 0;       // stretches of words, and each line, paragraph or sentence
  uint64_t shortened = 0;           // records that stay without some of them
  uint64_t removed_bytes = 0;
};

// Returns what leaves the texts of the records that stay, and takes those that become too short out
// of `keeps`. `columns`: of the first rule, if the first reading made them. Throws Error, Stopped.
PartsFound find_parts(const Records& records, const DedupOptions& options,
                      std::unique_ptr<UnitColumns> columns, std::vector<bool>& keeps);

}  // namespace reprise::detail
