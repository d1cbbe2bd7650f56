// Which runs of units may stand more than once; of runs of words without a look at most of them.
//
// A run of 50 words holds 35 runs of 16, its grams. The one with the smallest hash is its anchor
// (of equal ones the first). Equal runs have equal anchors, so a run whose anchor stands once in
// all texts stands once; that is known of most runs from two bits for each anchor. Neighbouring
// runs mostly share their anchor: a text has one for every 18 words.
//
//     "… the mayor of Ostrell said that …"    a page of its own: anchors seen once, no entry
//     "All rights reserved. No part of …"     anchors seen again: each run becomes an entry
//
// Counter-example: anchors that share their two bits with others by chance make entries in vain, a
// twentieth or so.
//
// When all repeats have left, a run can only repeat another if one of the two lies over a seam:
// where something was cut out. So the later searches look for those runs alone.
//
// Cost: some 5 ns a word, twice; of a later search once, or nothing if no run over a seam has an
// anchor that was seen twice. Memory: a third of a byte a word.
// Source: winnowing is that of Schleimer, Wilkerson, Aiken, SIGMOD 2003.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "reprise/dedup/parts/columns.h"
#include "reprise/dedup/parts/partitions.h"
#include "reprise/dedup/parts/repeats.h"
#include "reprise/dedup/parts/seams.h"

namespace reprise::detail {

class AnchorFilter;

// The runs of words of one size.
class WordRuns {
 public:
  WordRuns(const UnitColumns& columns, uint32_t records, uint32_t size);
  ~WordRuns();

  // Returns an entry for each run that may stand elsewhere, too; of those that do none is left out.
  Partitions<RunEntry> find_all(const UnitPlaces& places, size_t parts);

  // Returns an entry for each run that may be equal to one over a seam. REQUIRES: find_all came
  // before, and what it and the later searches found has left.
  Partitions<RunEntry> find_over_seams(const UnitPlaces& places, const SeamsByRecord& seams,
                                       size_t parts);

  // Returns where ranges were cut out of the words of a record, for find_over_seams. REQUIRES:
  // these are the words that were searched last.
  Seams seams_after(std::span<const uint64_t> before, std::span<const UnitRange> cut,
                    std::span<const uint64_t> left) const;

 private:
  void add_anchors();
  // Of the runs of a record that lie over a seam: the anchors that were not counted before are; and
  // those that may be equal to another are hashed.
  void add_anchors_over(const Seams& seams, std::span<const uint64_t> words);
  void add_hashes_over(const Seams& seams, std::span<const uint64_t> words,
                       std::vector<uint64_t>& hashes) const;
  std::vector<uint64_t> hashes_over_seams(const SeamsByRecord& seams);

  const UnitColumns& columns_;
  uint32_t records_;
  uint32_t size_;
  std::unique_ptr<AnchorFilter> filter_;
};

// Returns an entry for each run of `size` lines, paragraphs or sentences that has `least_words`.
Partitions<RunEntry> find_part_entries(const UnitColumns& columns, const UnitPlaces& places,
                                       uint32_t records, uint32_t size, uint32_t least_words,
                                       size_t parts);

}  // namespace reprise::detail
