// The inverted index behind seeds: which places of the collection hold the same n words (or
// characters).
//
// Not every n-gram is kept. A seed is a run of s equal units; where n < s, only the smallest hash
// of each window of s - n + 1 n-grams is (winnowing), and still each run of s equal units holds one
// that was kept on both sides. With s = 24 and n = 8 that is one n-gram in nine.
//
//     s = 4: n = 4, all of them        s = 8: n = 6, one in two        s = 24: n = 8, one in nine
//
// A gram of words with fewer than two that are not common ("as well as the") is an idle phrase and
// is left out; in a passage that is one, others say more.
//
// A gram with more than 16 places in one unit (a refrain, a word repeated a million times) keeps
// the first 16 of them there, and one that only one document holds is dropped.
//
// Cost: a sort by partition, about 10 ns a kept n-gram. Memory: 32 bytes for each. Immutable once
// built; any thread.
// Source: Schleimer, Wilkerson, Aiken, Winnowing: Local Algorithms for Document Fingerprinting,
// SIGMOD 2003.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "reprise/ids.h"
#include "reprise/near/buckets.h"
#include "reprise/passages/keys.h"

namespace reprise::detail {

// Where a gram begins.
struct Place {
  UnitId unit;
  uint32_t token = 0;
  uint32_t check = 0;  // the half of the gram's hash that the index does not sort by
};

class GramIndex {
 public:
  // REQUIRES: `keys` are those of the units. Throws std::length_error for 2^32 or more grams.
  GramIndex(std::span<const TextUnit> units, std::span<const Keys> keys, const Normalisation& rules,
            const PassageOptions& options);

  // The kept grams of a unit, by number, in the order of the text. Behind the last unit none
  // begins: first_of the number of units is the number of all grams.
  uint32_t first_of(UnitId unit) const { return first_[unit]; }
  uint32_t end_of(UnitId unit) const { return first_[unit + 1]; }
  const Place& place(uint32_t gram) const { return places_[gram]; }

  // Returns the numbers of the places that seem to hold the same gram, this one included,
  // ascending; none if it stands alone. Those with another `check` do not hold it.
  std::span<const uint32_t> holders(uint32_t gram) const {
    return bucket_of_[gram] == 0 ? std::span<const uint32_t>()
                                 : std::as_const(buckets_)[bucket_of_[gram] - 1];
  }

 private:
  // Drops the grams that one document alone holds, and places beyond the 16th in one unit.
  void drop_unshared(std::span<const TextUnit> units);

  std::vector<uint32_t> first_;
  std::vector<Place> places_;
  std::vector<uint32_t> bucket_of_;  // of each place, plus one; 0: none
  Buckets buckets_;
};

}  // namespace reprise::detail
