// The second phase: which documents meet, of a range of keys, and which of these are to be compared
// in this round.
//
// Of a bucket of n documents not all n * (n - 1) / 2 pairs are wanted: as dedup does, documents are
// compared with those alone that are kept, or may be. The first few of a bucket whose fate is open
// are taken for heads in advance; in the next round, when more is known, the next few.
//
//     bucket {1 5 7 9}, round 1: 5, 7 and 9 with 1. 5 and 9 leave. Round 2: nothing; 7 is the last,
//     and knows all before it
//     bucket {1 5 7 9}, nobody like 1. Round 2: 7 and 9 with 5, and 9 with 7
//
// Copies of the same bytes are in no bucket but for the first of them.
//
// Cost: a sort of the range's entries in the first round; later a pass over its buckets. So many
// pairs as open heads times those that may follow; in all rounds not more than dedup compares, and
// a few.
#pragma once

#include "reprise/phases/buckets.h"
#include "reprise/phases/keys.h"

namespace reprise::detail {

namespace pairs_section {
enum : size_t {
  pairs = 1,   // NamedPair, ascending, each once
  waiting = 2  // DocumentName, ascending: those that can't be kept yet, since one before them in a
               // bucket is open and not compared with them, or with those behind them
};
}  // namespace pairs_section

// Returns how many documents of a bucket whose fate is open are heads in this round, counted from
// 1.
uint32_t open_heads(uint32_t round);

// Makes the pairs of a range of keys for the round that is open. Throws Error.
PhaseOutcome join_keys(const WorkFolder& folder, const PhaseDocuments& documents,
                       const PhasePart& part);

}  // namespace reprise::detail
