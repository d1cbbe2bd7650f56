// Which documents share buckets, directly or through others: components that can be decided apart.
//
//     buckets {1 5 9} {5 7} {2 4}    components 1 5 7 9 and 2 4
//
// Cost: some steps for each document of each bucket. Pure; any thread.
// Source: union-find with path halving; Tarjan, van Leeuwen, Worst-case Analysis of Set Union
// Algorithms, J. ACM 31 (1984).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "reprise/near/buckets.h"

namespace reprise::detail {

// The documents that are in a bucket, component after component, ascending in each.
struct Participants {
  std::vector<uint32_t> documents;
  std::vector<size_t> components;  // where each begins; one more for the end
  std::vector<uint32_t> buckets;   // participant after participant
  std::vector<size_t> bucket_begins;

  std::span<const uint32_t> buckets_of(size_t participant) const {
    const size_t begin = bucket_begins[participant];
    return std::span(buckets).subspan(begin, bucket_begins[participant + 1] - begin);
  }
};

// Lists the documents in buckets by component, and the buckets of each. In `buckets`, documents
// become participants. `count`: of all documents.
Participants list_participants(uint32_t count, Buckets& buckets);

}  // namespace reprise::detail
