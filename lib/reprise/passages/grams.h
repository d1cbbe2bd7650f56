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
// Of references that are kept elsewhere (an archive), only those that may share something are among
// the units; how many places of a bucket all of them have is said then (ReferencePlaces), so that
// `count` is what it would be with all.
//
// Cost: a sort by partition, about 10 ns a kept n-gram. Memory: 32 bytes for each. Immutable once
// built; any thread.
// Source: Schleimer, Wilkerson, Aiken, Winnowing: Local Algorithms for Document Fingerprinting,
// SIGMOD 2003.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>
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

// What an index sorts a gram by.
inline uint32_t bucket_of_gram(uint64_t gram) {
  return static_cast<uint32_t>(gram >> 32);
}

// What all references hold, where only some of them are at hand.
struct ReferencePlaces {
  // How many places they have in each bucket, at most 16 in a unit; a bucket that isn't there has
  // none.
  std::unordered_map<uint32_t, uint32_t> counts;
  // Grams whose first holder is not at hand, because it has no passage: no other takes its place.
  std::unordered_set<uint64_t> settled;
};

// Returns how many words (or characters) a gram has.
uint32_t size_of_gram(const PassageOptions& options);

// A gram that is kept, and the token in which it begins.
struct KeptGram {
  uint64_t hash = 0;
  uint32_t token = 0;
};

// Returns the grams of the unit that are kept, at most 16 in a bucket, in the order of the text.
// Pure; any thread.
std::vector<KeptGram> kept_grams(const TextUnit& unit, const Keys& keys, const Normalisation& rules,
                                 const PassageOptions& options);

class GramIndex {
 public:
  // REQUIRES: `keys` are those of the units. With a first reference, grams that references alone
  // hold may be missing. `places`: of all references, if only some of them are among the units.
  // Throws Error for 2^32 or more grams.
  GramIndex(std::span<const TextUnit> units, std::span<const Keys> keys, const Normalisation& rules,
            const PassageOptions& options, std::optional<DocumentId> first_reference = {},
            const ReferencePlaces* places = nullptr);

  // The kept grams of a unit, by number, in the order of the text. Behind the last unit none
  // begins: first_of the number of units is the number of all grams.
  uint32_t first_of(UnitId unit) const { return first_[unit]; }
  uint32_t end_of(UnitId unit) const { return first_[unit + 1]; }
  const Place& place(uint32_t gram) const { return places_[gram]; }

  // Returns how many places seem to hold the same gram, in references kept elsewhere too.
  uint32_t count(uint32_t gram) const {
    const bool has_more = bucket_of_[gram] != 0 && !counts_.empty();
    return has_more ? counts_[bucket_of_[gram] - 1] : static_cast<uint32_t>(holders(gram).size());
  }

  // Returns the numbers of the places that seem to hold the same gram, this one included,
  // ascending; none if it stands alone. Those with another `check` do not hold it.
  std::span<const uint32_t> holders(uint32_t gram) const {
    return bucket_of_[gram] == 0 ? std::span<const uint32_t>()
                                 : std::as_const(buckets_)[bucket_of_[gram] - 1];
  }

 private:
  // Drops the grams that one document alone holds, and places beyond the 16th in one unit.
  void drop_unshared(std::span<const TextUnit> units);
  // Counts the places of each bucket, whose key is that of any of its places, and lets go of the
  // grams that are settled.
  void count_places(std::span<const TextUnit> units, std::span<const uint32_t> key_of_place,
                    DocumentId first_reference, const ReferencePlaces& elsewhere);

  std::vector<uint32_t> first_;
  std::vector<Place> places_;
  std::vector<uint32_t> bucket_of_;  // of each place, plus one; 0: none
  Buckets buckets_;
  std::vector<uint32_t> counts_;  // of places, by bucket; empty: there are none elsewhere
};

}  // namespace reprise::detail
