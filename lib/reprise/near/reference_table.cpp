// Steps of making: each item gives the keys of its seeds, of its head and of itself; keys are
// sorted in parts, and seeds of too many items thrown out; then filter, entries and directory are
// filled. Steps of asking: the hashes of runs of 1, 2, 4 and 8 words, each from two of half the
// length; the filter; and for the few that pass it, the entries of one bucket.
//
//     item 0      "a b c d e", seeds of 4 words
//     keys        abcd -> 0, bcde -> 0 (seeds); abcd -> length 5 (head); abcde -> 0 (whole)
//     document    "x a b c d e y": abcd at 1 is a seed and a head, bcde at 2 a seed
//
// Cost: 3 to 6 ns a word and length of runs; the head of reference_table.h says why.
// Source: Putze, Sanders, Singler, Cache-, Hash- and Space-Efficient Bloom Filters, WEA 2007.
#include "reprise/near/reference_table.h"

#include <algorithm>
#include <array>
#include <bit>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"

namespace reprise::detail {
namespace {

constexpr uint64_t base = 0xd6e8feb86659fd93u;   // odd, bits well mixed
constexpr uint64_t whole = 0xa0761d6478bd642fu;  // keeps keys of whole items apart from seeds'

constexpr uint32_t part_bits = 6;  // keys are sorted in so many parts, by their first bits
constexpr uint32_t most_parts = 1u << part_bits;
constexpr uint32_t entries_in_bucket = 4;    // on average
constexpr uint32_t keys_in_filter_word = 8;  // at most, on average

constexpr uint32_t longest_seed = 8;
// The bits of the key before those of the mask say which word of the filter.
constexpr uint32_t filter_shift = 10;
constexpr size_t block = 512;  // places that are scanned together

// The hashes of runs are sums of hashes with odd weights: all their bits are as good as those of
// the words.
uint64_t seed_key(uint64_t run, uint32_t count) {
  return run + count * whole;
}
uint64_t whole_key(uint64_t run, uint32_t count) {
  return mix((run ^ whole) + count);
}

// Returns the first `bits` bits, 0 to 63 of them.
uint64_t first_bits(uint64_t key, uint32_t bits) {
  return key >> 1 >> (63 - bits);
}

// Three of 64 bits each. A look into this small table is cheaper than three shifts.
constexpr auto filter_masks = [] {
  std::array<uint64_t, 1024> masks{};
  uint64_t random = 1;
  for (uint64_t& mask : masks) {
    while (std::popcount(mask) < 3) {
      random = random * 6364136223846793005u + 1442695040888963407u;
      mask |= uint64_t{1} << (random >> 58);
    }
  }
  return masks;
}();
uint64_t filter_mask(uint64_t key) {
  return filter_masks[key % filter_masks.size()];
}

}  // namespace

struct ReferenceTable::Keyed {
  uint64_t key = 0;
  uint32_t what = 0;
  bool in_filter = false;
  friend auto operator<=>(const Keyed&, const Keyed&) = default;

  bool is_seed() const { return in_filter && what < ReferenceHit::is_head; }
};

RunLength::RunLength(uint32_t count) : words(count) {
  uint64_t square = base;
  for (; count > 0; count /= 2, square *= square) {
    if (count % 2 == 1) {
      weight *= square;
    }
  }
}

RunHashes::RunHashes(std::span<const uint64_t> words) : sums_(words.size() + 1) {
  for (size_t i = 0; i < words.size(); ++i) {
    sums_[i + 1] = sums_[i] * base + words[i];
  }
}

ReferenceTable::ReferenceTable(uint32_t items,
                               const std::function<ReferenceRuns(uint32_t)>& runs_of) {
  for (uint32_t i = 0; i < items; ++i) {
    lengths_ |= runs_of(i).head | runs_of(i).seed;
  }

  // Each chunk of the items gives its keys in parts; then each part is sorted.
  const uint32_t chunks = std::min(items, most_parts);
  std::vector<std::array<std::vector<Keyed>, most_parts>> of_chunk(chunks);
  parallel_for(chunks, [&](size_t chunk) {
    const auto begin = [&](size_t c) {
      return static_cast<uint32_t>(uint64_t{items} * c / chunks);
    };
    for (uint32_t i = begin(chunk); i < begin(chunk + 1); ++i) {
      add_keys(runs_of(i), i,
               [&](const Keyed& k) { of_chunk[chunk][first_bits(k.key, part_bits)].push_back(k); });
    }
  });
  std::vector<std::vector<Keyed>> parts(most_parts);
  parallel_for(most_parts, [&](size_t p) {
    for (auto& chunk : of_chunk) {
      parts[p].insert(parts[p].end(), chunk[p].begin(), chunk[p].end());
      chunk[p] = {};
    }
    sort_and_thin(parts[p]);
  });
  fill(parts);
}

// Calls add(Keyed) for each run of the item that goes into the table.
template <class Add>
void ReferenceTable::add_keys(const ReferenceRuns& item, uint32_t i, const Add& add) {
  const auto words = static_cast<uint32_t>(item.words.size());
  const RunHashes runs(item.words);
  add(Keyed{whole_key(runs.of(0, RunLength(words)), words), i, false});
  add(Keyed{seed_key(runs.of(0, RunLength(item.head)), item.head), words | ReferenceHit::is_head,
            true});
  if (item.seed == 0) {
    return;
  }
  const RunLength seed(item.seed);
  for (uint32_t at = 0; at + item.seed <= words; ++at) {
    add(Keyed{seed_key(runs.of(at, seed), item.seed), i, true});
  }
}

// Orders the keys, each with what it leads to once, and takes the formulas out.
void ReferenceTable::sort_and_thin(std::vector<Keyed>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  size_t kept = 0;
  for (size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
    size_t seeds = 0;
    for (; end < keys.size() && keys[end].key == keys[begin].key; ++end) {
      seeds += keys[end].is_seed();
    }
    for (size_t i = begin; i < end; ++i) {
      if (!keys[i].is_seed() || seeds <= most_items) {
        keys[kept++] = keys[i];
      }
    }
  }
  keys.resize(kept);
}

void ReferenceTable::fill(std::span<const std::vector<Keyed>> parts) {
  size_t count = 0;
  for (const auto& part : parts) {
    count += part.size();
  }
  bucket_bits_ = static_cast<uint32_t>(std::bit_width(count / entries_in_bucket));
  filter_.assign(std::bit_ceil(count / keys_in_filter_word + 1), 0);
  directory_.assign((size_t{1} << bucket_bits_) + 1, 0);
  entries_.reserve(count);
  for (const auto& part : parts) {
    for (const Keyed& k : part) {
      if (k.in_filter) {
        filter_[k.key >> filter_shift & (filter_.size() - 1)] |= filter_mask(k.key);
      }
      entries_.push_back({static_cast<uint32_t>(k.key), k.what});
      directory_[first_bits(k.key, bucket_bits_) + 1] = static_cast<uint32_t>(entries_.size());
    }
  }
  // A bucket without entries ends where the one before it does.
  for (size_t b = 1; b < directory_.size(); ++b) {
    directory_[b] = std::max(directory_[b], directory_[b - 1]);
  }
}

std::span<const ReferenceTable::Entry> ReferenceTable::bucket_of(uint64_t key) const {
  const uint64_t bucket = first_bits(key, bucket_bits_);
  return std::span(entries_).subspan(directory_[bucket],
                                     directory_[bucket + 1] - directory_[bucket]);
}

std::vector<ReferenceHit> ReferenceTable::scan(std::span<const uint64_t> words) const {
  std::vector<ReferenceHit> hits;
  for (size_t first = 0; first < words.size() && lengths_ > 0; first += block) {
    const size_t count = std::min(block + longest_seed - 1, words.size() - first);
    scan_block(words.subspan(first, count), static_cast<uint32_t>(first), hits);
  }
  return hits;
}

// Looks for the runs that begin in the first `block` words. Two runs make one of twice the length,
// so all lengths together cost three multiplications a word, and none waits for another.
void ReferenceTable::scan_block(std::span<const uint64_t> words, uint32_t first,
                                std::vector<ReferenceHit>& hits) const {
  std::array<uint64_t, block + longest_seed> runs;
  std::copy(words.begin(), words.end(), runs.begin());
  size_t places = words.size();
  for (uint32_t count = 1; places > 0; count *= 2) {
    if (lengths_ & count) {
      probe(std::span(runs).first(std::min(places, block)), count, first, hits);
    }
    if (2 * count > lengths_ || places <= count) {
      break;
    }
    places -= count;
    const uint64_t weight = RunLength(count).weight;
    for (size_t i = 0; i < places; ++i) {
      runs[i] = runs[i] * weight + runs[i + count];
    }
  }
}

void ReferenceTable::probe(std::span<const uint64_t> runs, uint32_t count, uint32_t first,
                           std::vector<ReferenceHit>& hits) const {
  // Without a branch: which runs pass can't be foretold.
  std::array<uint32_t, block> passed;
  size_t passing = 0;
  const uint64_t* const filter = filter_.data();
  const size_t last = filter_.size() - 1;
  for (size_t i = 0; i < runs.size(); ++i) {
    const uint64_t key = seed_key(runs[i], count), mask = filter_mask(key);
    passed[passing] = static_cast<uint32_t>(i);
    passing += (filter[key >> filter_shift & last] & mask) == mask;
  }
  for (size_t p = 0; p < passing; ++p) {
    add_hits(seed_key(runs[passed[p]], count), first + passed[p], hits);
  }
}

void ReferenceTable::add_hits(uint64_t key, uint32_t place, std::vector<ReferenceHit>& hits) const {
  bool in_head = false;  // its lengths stand together; the first is the number of the head
  for (const Entry& entry : bucket_of(key)) {
    const bool same = entry.check == static_cast<uint32_t>(key),
               is_head = entry.what >= ReferenceHit::is_head;
    if (same && !is_head) {
      hits.push_back({entry.what, place});
    }
    if (same && is_head && !in_head) {
      hits.push_back(
          {static_cast<uint32_t>(&entry - entries_.data()) | ReferenceHit::is_head, place});
    }
    in_head = same && is_head;
  }
}

std::vector<uint32_t> ReferenceTable::lengths_of(uint32_t head) const {
  std::vector<uint32_t> lengths;
  const size_t first = head - ReferenceHit::is_head;
  for (size_t i = first; i < entries_.size() && entries_[i].check == entries_[first].check; ++i) {
    if (entries_[i].what < ReferenceHit::is_head) {
      break;
    }
    lengths.push_back(entries_[i].what - ReferenceHit::is_head);
  }
  return lengths;
}

uint32_t ReferenceTable::find_whole(uint64_t run, uint32_t count) const {
  const uint64_t key = whole_key(run, count);
  for (const Entry& entry : bucket_of(key)) {
    if (entry.check == static_cast<uint32_t>(key) && entry.what < ReferenceHit::is_head) {
      return entry.what;
    }
  }
  return none;
}

size_t ReferenceTable::memory_bytes() const {
  return filter_.capacity() * sizeof(uint64_t) + directory_.capacity() * sizeof(uint32_t) +
         entries_.capacity() * sizeof(Entry);
}

}  // namespace reprise::detail
