// Which of many sets may be as alike as a threshold asks, found without a look at every pair.
//
// Elements are put in order, those that few sets hold first. Two sets of n and m elements have a
// Jaccard similarity of t only if they share a = t / (1 + t) * (n + m) of them; then one of these
// is among the first n - a + 1 of the one and the first m - a + 1 of the other. So each set is
// listed under its first elements, and a set looks for others under its own first ones.
//
//     t = 0.8, records of 296 shingles: they must share 264, so one of the first 33. Records of a
//       template that differ in eight words have 40 shingles to themselves: they find nobody.
//     Counter-example: texts that each leave out another tenth of one long text. All they hold is
//       frequent, so all are found, and what tells them apart is comparing.
//
// Nothing is lost: whoever reaches the threshold is found, and some who do not.
//
// Cost: some 5 ns an element to put the sets in order; a set that is looked for costs a look-up for
// each of its first elements and each size of sets (in steps of 2 %) that may be alike, and some 50
// ns for each set that it finds. Memory: 4 bytes an element, and some 90 for each that is listed.
// One thread at a time.
// Sources: Bayardo, Ma, Srikant: Scaling Up All Pairs Similarity Search, WWW 2007; Xiao, Wang, Lin,
// Yu, Wang: Efficient Similarity Joins for Near-Duplicate Detection, TODS 36 (2011).
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <unordered_map>
#include <vector>

#include "reprise/sketch/shingle.h"

namespace reprise::detail {

class OverlapFilter {
 public:
  // The sets are named by their places in the list, and no longer needed afterwards. REQUIRES:
  // threshold > 0.
  OverlapFilter(std::span<const ShingleSet> sets, double threshold);

  // From now on this set may be found.
  void add(uint32_t set);

  // Puts into `found`, ascending, all that were added and whose similarity to this set reaches the
  // threshold, and perhaps others.
  void find(uint32_t set, std::vector<uint32_t>& found);

  // Returns false only if the two are less alike than the threshold. Cost: some ten steps where
  // they differ in what is rare; else a step an element.
  bool may_reach(uint32_t a, uint32_t b) const;

 private:
  // Where an element stands in a set.
  struct Posting {
    uint32_t set = 0;
    uint32_t position = 0;
  };

  // Sets of about one size.
  struct SizeClass {
    size_t smallest = 0;
    size_t largest = 0;
    std::unordered_map<uint32_t, std::vector<Posting>> lists;  // by element
  };

  std::span<const uint32_t> elements_of(uint32_t set) const;
  size_t least_shared(size_t n, size_t m) const;
  size_t count_first(size_t n, size_t m) const;
  void find_in(const SizeClass& sets, uint32_t set, std::vector<uint32_t>& found);

  double threshold_;
  double share_;                    // of both sizes that is to be shared
  std::vector<uint32_t> elements_;  // set after set: the frequency above, then bits of the hash
  std::vector<size_t> begins_;      // where each set begins; one more for the end
  std::map<uint32_t, SizeClass> classes_;
  std::vector<uint32_t> met_by_;  // the last search that came upon a set
  uint32_t searches_ = 0;
};

}  // namespace reprise::detail
