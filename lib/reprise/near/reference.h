// Which items of a reference set a document holds: an exam question of 40 words inside a page of
// 10,000.
//
// The measure is the containment of the item, never a likeness of whole documents: the page is
// 99.6 % something else. Let n be options.ngram (13), and m the number of the item's words.
//
// m < n, and every item that stands in the document word for word: an exact match, all m words in a
// row. Share 1, the first place. An item without words is never found.
//
// m >= n otherwise: the item may have been edited. A stretch is a row of at most W words of the
// document.
//
//     m              run   seed   W
//     n to 31        3     4      m + m/2
//     32 and more    4     8      m + m/2
//
// If n is smaller than the seed, the seed is the largest power of two up to n; and if that is
// smaller than the run, the run is as long.
//
//   - A word of the item is shared if a run of `run` words of which it is one stands in the stretch
//     too; a word of the stretch is shared if a run of which it is one stands in the item too. The
//     order of the runs is free (answers of a question are shuffled, two sentences swapped), that
// of
//     the words in them is not.
//   - The share of a stretch is the smaller of the two numbers of shared words, over m. The
// smaller:
//     a refrain that the item holds ten times and the document once is one tenth of the item.
//   - A stretch counts only if it holds a seed, a run of `seed` words that the item holds too. A
//     seed that more than 128 different items hold is a formula ("choose the correct answer") and
//     counts as none, so a document costs a bounded number of comparisons however many items share
// a
//     formula. Items made of nothing but formulas are still found where they stand word for word.
//   - The item counts if its best stretch has a share of options.share (0.7) or more. The match is
//     the stretch with the largest share, of those the one that ends first, and of those the
//     shortest.
//
// Why shared words, and not shared n-grams: two edits in an item of 40 words can destroy 26 of its
// 28 13-grams, but only 2 of its words. Whoever has 0.7 of the n-grams inside W words has 0.7 of
// the words, so nothing is lost:
//
//     x of the m-n+1 n-grams cover x + n-1 words or more;
//     x >= 0.7 (m-n+1) gives x + n-1 >= 0.7 m + 0.3 (n-1).
//
// With each word edited with probability 5 % (replaced, dropped, a word put behind it) the share
// reaches 0.7 in 0.957 of the items of 13 words, 0.99 of those of 20 and 32, 0.9999 from 64 on; at
// 10 %: 0.85, 0.95, 0.89, 0.976.
//
//     item   which planet of the solar system has the most moons that are known today
//            14 words
//     page   … quiz: which planet in the solar system has the most moons that are known? …
//            share 10/14: counts
//     page   … the most known of the planets that the solar system has … moons are …
//            share 4/14: doesn't
//
// Cost: a document without any seed costs a few multiplications a word and, for each length of runs
// that the items are sought by (4 and 8 words; 1 and 2 if items are so short), one look into a bit
// filter: 3 to 6 ns a word up to a million words of items. An item that has a seed there costs some
// 10 ns for each of its words and of the document's words within W of the seed. Memory: 18 to 20
// bytes a word of the items.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "reprise/near/reference_table.h"
#include "reprise/options.h"
#include "reprise/words/tokenize.h"

namespace reprise::detail {

// An item that a document holds.
struct ReferenceMatch {
  uint32_t item = 0;
  double share = 0;  // 1: all of it
  TokenRange words;  // of the document, from the first to the last that is shared
  friend bool operator==(const ReferenceMatch&, const ReferenceMatch&) = default;
};

class ReferenceIndex {
 public:
  // `items`: the word hashes of each item, in order (Token::hash). They are copied, identical items
  // once. Sorts in parallel; the time is that of a sort of all seeds. REQUIRES: items.size() and
  // the words of each < 2^31.
  explicit ReferenceIndex(std::span<const std::vector<uint64_t>> items,
                          const ReferenceOptions& options = {});

  // Returns the items that the document whose word hashes are `words` holds, ordered by item, each
  // at most once. Any number of threads may call it at once. REQUIRES: words.size() < 2^32.
  std::vector<ReferenceMatch> find(std::span<const uint64_t> words) const;

  size_t memory_bytes() const;

 private:
  struct Found;

  std::span<const uint64_t> words_of(uint32_t distinct) const;
  void keep_distinct(std::span<const std::vector<uint64_t>> items);
  ReferenceTable make_table() const;
  std::vector<Found> find_verbatim(std::span<const uint64_t> words, const RunHashes& runs,
                                   std::span<const ReferenceHit> heads) const;
  void find_edited(std::span<const uint64_t> words, const RunHashes& runs,
                   std::span<const ReferenceHit> seeds, std::vector<Found>& found) const;

  ReferenceOptions options_;
  // The different items; the words of the i-th lie from begins_[i] to begins_[i + 1].
  std::vector<uint64_t> words_;
  std::vector<size_t> begins_;
  // Which items each of them stands for: copies_[copy_begins_[i]] to copies_[copy_begins_[i + 1]],
  // ascending.
  std::vector<uint32_t> copies_;
  std::vector<size_t> copy_begins_;
  ReferenceTable table_;
};

}  // namespace reprise::detail
