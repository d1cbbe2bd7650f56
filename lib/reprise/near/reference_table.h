// The table behind ReferenceIndex: from the hash of a run of words to the items that hold it.
//
// Three kinds of entries lie in one sorted table:
//     seed    a run of 4 or 8 words            -> an item that holds it
//     head    the first words of an item       -> the item's length
//     whole   all words of an item             -> the item
// A document is scanned for seeds and heads. Where a head stands, one look at the table says for
// each length that follows it whether a whole item stands there: however many items begin with
// "which of the following", the number of looks is that of their different lengths.
//
// An entry is 8 bytes: 32 bits of the key, and 32 of what it leads to; the entries are ordered by
// their keys, and a directory of the keys' first bits says where to look. In front stands a bit
// filter (Putze, Sanders, Singler 2007: Cache-, Hash- and Space-Efficient Bloom Filters) with three
// bits a key in one 64-bit word: 8 to 16 bits a key, and 0.5 to 3 % of other runs pass it. So text
// that has nothing in common with the items costs one look at memory a word, and for most sets of
// items that memory is in the processor's cache.
//
// Two runs are taken for one if they agree in 32 bits and in the directory's: what the table says
// is a proposal.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace reprise::detail {

// The length of runs, with the weight that their hashes need.
struct RunLength {
  explicit RunLength(uint32_t words);
  uint32_t words = 0;
  uint64_t weight = 1;  // B^words
};

// The hash of any run of words in a text, from sums over its beginnings: with an odd constant B,
//     sum(i) = w[0] B^(i-1) + w[1] B^(i-2) + ... + w[i-1]  mod 2^64
// and the run's is sum(end) - sum(begin) B^(end - begin). Cost: 1 ns a word to make, the same to
// ask.
class RunHashes {
 public:
  explicit RunHashes(std::span<const uint64_t> words);
  uint64_t of(size_t begin, RunLength length) const {
    return sums_[begin + length.words] - sums_[begin] * length.weight;
  }

 private:
  std::vector<uint64_t> sums_;
};

// What begins at a word of a document: a seed of an item, or the head of some items. They order
// seeds before heads, then by item or head, then by place.
struct ReferenceHit {
  static constexpr uint32_t is_head = uint32_t{1} << 31;
  uint32_t what = 0;  // the item; or the number of the head, with is_head
  uint32_t place = 0;
  friend auto operator<=>(const ReferenceHit&, const ReferenceHit&) = default;
};

// The words of one item, and which of its runs go into the table.
struct ReferenceRuns {
  std::span<const uint64_t> words;
  uint32_t head = 0;  // words: 1, 2, 4 or 8, at most words.size(), which is not 0
  uint32_t seed = 0;  // words, the same; 0: the item has no seeds, it is found whole or not at all
};

class ReferenceTable {
 public:
  static constexpr uint32_t most_items = 128;  // a seed of more items is a formula, and left out

  ReferenceTable() = default;
  // `runs_of(i)` for i in [0, items) is called from several threads. Cost: a sort of the keys, 16
  // bytes each. REQUIRES: items, the words of each, and all their runs together are fewer than
  // 2^31.
  ReferenceTable(uint32_t items, const std::function<ReferenceRuns(uint32_t)>& runs_of);

  // Returns the seeds and heads in the document, in no order.
  std::vector<ReferenceHit> scan(std::span<const uint64_t> words) const;

  // Returns the lengths of the items with the head, by ReferenceHit::what; ascending.
  std::vector<uint32_t> lengths_of(uint32_t head) const;

  static constexpr uint32_t none = 0xffffffff;
  // Returns the item that may be the run of `count` words with the hash `run`, or none.
  uint32_t find_whole(uint64_t run, uint32_t count) const;

  size_t memory_bytes() const;

 private:
  struct Entry {
    uint32_t check = 0;  // the last bits of the key
    uint32_t what = 0;   // the item; or the length of one, with is_head
  };
  struct Keyed;

  std::span<const Entry> bucket_of(uint64_t key) const;
  void scan_block(std::span<const uint64_t> words, uint32_t first,
                  std::vector<ReferenceHit>& hits) const;
  void probe(std::span<const uint64_t> runs, uint32_t count, uint32_t first,
             std::vector<ReferenceHit>& hits) const;
  void add_hits(uint64_t key, uint32_t place, std::vector<ReferenceHit>& hits) const;
  template <class Add>
  static void add_keys(const ReferenceRuns& item, uint32_t i, const Add& add);
  static void sort_and_thin(std::vector<Keyed>& keys);
  void fill(std::span<const std::vector<Keyed>> parts);

  std::vector<uint64_t> filter_{0};        // a power of two of words
  std::vector<uint32_t> directory_{0, 0};  // where each bucket begins, and the end
  std::vector<Entry> entries_;
  uint32_t bucket_bits_ = 0;  // the logarithm of the number of buckets
  uint32_t lengths_ = 0;      // of the runs to scan for, a bit each: 1, 2, 4, 8
};

}  // namespace reprise::detail
