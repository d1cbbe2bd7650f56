// Sorts hashes by one deal.
//
// Steps: count how many hashes have each value of the upper bits; add up, which says where each
// bucket begins; deal the hashes out; sort each bucket, which is small, by insertion.
//
//     hashes by their upper bits    3a 0c 3b 1d
//     counted                       0: 1    1: 1    3: 2
//     dealt                         0c | 1d | 3a 3b
//
// Cost: linear for some thousand hashes that are evenly spread; a large bucket gets a general sort.
// There are 4,096 buckets at most, whose counters stay in the first-level cache.
#include "reprise/sketch/hash_sort.h"

#include <algorithm>
#include <bit>
#include <span>

namespace reprise::detail {
namespace {

constexpr size_t few = 32;            // elements for which a general sort is as good
constexpr int most_bucket_bits = 12;  // of buckets: their counters stay in the first-level cache

// Sorts almost sorted elements: none has far to go.
void insert_in_order(std::span<uint64_t> elements) {
  for (size_t i = 1; i < elements.size(); ++i) {
    const uint64_t element = elements[i];
    size_t place = i;
    for (; place > 0 && elements[place - 1] > element; --place) {
      elements[place] = elements[place - 1];
    }
    elements[place] = element;
  }
}

void sort_bucket(std::span<uint64_t> bucket) {
  if (bucket.size() > few) {
    std::sort(bucket.begin(), bucket.end());
  } else {
    insert_in_order(bucket);
  }
}

// Hashes are evenly spread: dealt into buckets by their upper bits, they are almost in order.
void deal_and_sort(std::vector<uint64_t>& hashes) {
  thread_local std::vector<uint64_t> copy;
  thread_local std::vector<uint32_t> ends;
  const int bits = std::min(static_cast<int>(std::bit_width(hashes.size())), most_bucket_bits);
  const int shift = 64 - bits;
  copy.assign(hashes.begin(), hashes.end());
  ends.assign((size_t{1} << bits) + 1, 0);
  for (const uint64_t hash : copy) {
    ++ends[(hash >> shift) + 1];
  }
  for (size_t b = 1; b < ends.size(); ++b) {
    ends[b] += ends[b - 1];
  }
  for (const uint64_t hash : copy) {
    hashes[ends[hash >> shift]++] = hash;  // afterwards each is where its bucket ends
  }
  size_t begin = 0;
  for (size_t b = 0; b + 1 < ends.size(); ++b) {
    sort_bucket(std::span(hashes).subspan(begin, ends[b] - begin));
    begin = ends[b];
  }
}

}  // namespace

void sort_unique(std::vector<uint64_t>& hashes) {
  if (hashes.size() > few) {
    deal_and_sort(hashes);
  } else {
    std::sort(hashes.begin(), hashes.end());
  }
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

}  // namespace reprise::detail
