// Steps: entries are dealt into partitions by their keys' upper bits; each partition is sorted by
// radix, eight bits at a time; runs of equal keys are buckets.
//
//     (key 7, document 1) (9, 1) (7, 4) (9, 5) (2, 6)
//     sorted    (2, 6) | (7, 1) (7, 4) | (9, 1) (9, 5)      buckets {1 4} {1 5}
//
// Documents ascend at first, and no step changes the order of equal keys: so they still do.
//
// Cost: the head of buckets.h.
#include "reprise/near/buckets.h"

#include <algorithm>
#include <array>
#include <bit>

#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"

namespace reprise::detail {
namespace {

// 128 KiB: with its copy, a second-level cache.
constexpr size_t partition_entries = size_t{1} << 14;
constexpr int most_partition_bits = 12;
constexpr size_t digits = 256;

int partition_bits(size_t entries) {
  const auto wanted = static_cast<int>(std::bit_width(entries / partition_entries));
  return std::min(wanted, most_partition_bits);
}

uint32_t key_of(uint64_t entry) {
  return static_cast<uint32_t>(entry >> 32);
}

// Deals the entries into 2^bits partitions by their upper bits, in order; returns where each
// begins.
std::vector<size_t> deal(std::span<const uint64_t> entries, int bits,
                         std::vector<uint64_t>& dealt) {
  const auto partition_of = [bits](uint64_t entry) {
    return bits == 0 ? 0 : entry >> (64 - bits);
  };
  std::vector<size_t> begins((size_t{1} << bits) + 1);
  for (const uint64_t entry : entries) {
    ++begins[partition_of(entry) + 1];
  }
  for (size_t p = 1; p < begins.size(); ++p) {
    begins[p] += begins[p - 1];
  }
  dealt.resize(entries.size());
  std::vector<size_t> next(begins.begin(), begins.end() - 1);
  for (const uint64_t entry : entries) {
    dealt[next[partition_of(entry)]++] = entry;
  }
  return begins;
}

// Moves the entries from `from` to `to`, ordered by eight bits; entries equal in these keep their
// order.
void sort_by_digit(std::span<const uint64_t> from, std::span<uint64_t> to, int shift) {
  std::array<size_t, digits + 1> next{};
  for (const uint64_t entry : from) {
    ++next[(entry >> shift & 0xFF) + 1];
  }
  for (size_t d = 1; d < digits; ++d) {
    next[d] += next[d - 1];
  }
  for (const uint64_t entry : from) {
    to[next[entry >> shift & 0xFF]++] = entry;
  }
}

// Orders one partition by its keys. Documents ascend already, and stay so.
void sort_partition(std::span<uint64_t> entries, std::span<uint64_t> room) {
  constexpr size_t few = 64;
  if (entries.size() <= few) {
    return std::sort(entries.begin(), entries.end());
  }
  for (int shift = 32; shift < 64; shift += 16) {
    sort_by_digit(entries, room, shift);
    sort_by_digit(room, entries, shift + 8);
  }
}

}  // namespace

void append_buckets(std::vector<uint64_t>& entries, Buckets& buckets) {
  const int bits = partition_bits(entries.size());
  std::vector<uint64_t> dealt;
  const std::vector<size_t> begins = deal(entries, bits, dealt);
  std::vector<Buckets> found(begins.size() - 1);
  parallel_for(found.size(), [&](size_t p) {
    const std::span<uint64_t> partition =
        std::span(dealt).subspan(begins[p], begins[p + 1] - begins[p]);
    sort_partition(partition, std::span(entries).subspan(begins[p], partition.size()));
    for_each_run(partition, key_of, [&](std::span<const uint64_t> run) {
      if (run.size() < 2) {
        return;
      }
      for (const uint64_t entry : run) {
        found[p].documents.push_back(static_cast<uint32_t>(entry));
      }
      found[p].begins.push_back(found[p].documents.size());
    });
  });
  for (const Buckets& part : found) {
    const uint64_t base = buckets.documents.size();
    buckets.documents.insert(buckets.documents.end(), part.documents.begin(), part.documents.end());
    for (size_t b = 1; b < part.begins.size(); ++b) {
      buckets.begins.push_back(base + part.begins[b]);
    }
  }
  entries.clear();
}

}  // namespace reprise::detail
