// Which documents have a key in common: the buckets of locality-sensitive hashing, found by
// sorting.
//
// A key and a document's number make one 64-bit entry. Entries are dealt into partitions by the
// key's upper bits, so that each fits into a processor's cache, and sorted there by radix;
// documents with equal keys then stand side by side. A bucket of 100,000 equal keys costs what
// 100,000 different ones cost.
//
// Cost: about 5 ns an entry, and memory for the entries twice. Partitions run in parallel.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace reprise::detail {

// Sets of two or more documents each, in one array.
struct Buckets {
  std::vector<uint32_t> documents;  // bucket after bucket, ascending in each
  std::vector<uint64_t> begins{0};  // where each begins; one more for the end
  size_t size() const { return begins.size() - 1; }
  std::span<uint32_t> operator[](size_t b) {
    return std::span(documents).subspan(begins[b], begins[b + 1] - begins[b]);
  }
  std::span<const uint32_t> operator[](size_t b) const {
    return std::span(documents).subspan(begins[b], begins[b + 1] - begins[b]);
  }
};

inline uint64_t bucket_entry(uint32_t key, uint32_t document) {
  return uint64_t{key} << 32 | document;
}

// Appends a bucket for each key that two or more of the entries have, in ascending order of the
// keys. `entries`: ascending by document, no document twice with one key; used up, so that the next
// band can take their room.
void append_buckets(std::vector<uint64_t>& entries, Buckets& buckets);

}  // namespace reprise::detail
