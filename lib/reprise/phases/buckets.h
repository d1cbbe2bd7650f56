// The buckets of a range of keys: which documents have a key in common. Made once, from the keys of
// all shards; rounds read them.
#pragma once

#include "reprise/phases/documents.h"

namespace reprise::detail {

namespace buckets_section {
enum : size_t {
  copies = 1,    // NamedPair, ascending: a document, and the first of the same bytes
  ends = 2,      // uint64_t: where each bucket ends
  documents = 3  // DocumentName: bucket after bucket, in the order of keeping
};
}  // namespace buckets_section

// Makes the buckets of the part's keys, unless they are there. Throws Error. Memory: 16 bytes an
// entry of one band of the range, and the documents of its buckets.
void make_phase_buckets(const WorkFolder& folder, const PhaseDocuments& documents,
                        const PhasePart& part);

}  // namespace reprise::detail
