// What a comparison asks of references, wherever they are kept: which of them may have something in
// common with the documents.
//
//     documents    "the ferry was late again …"
//     asked        the keys of its bands, and its grams
//     found        reference 7, which has a band in common, and 9, with a gram; and how many
//                  places hold each gram's bucket, for what many hold counts for less
//
// What is found is more than what has something in common, and never less: the comparison itself
// then runs on the documents and on what was found, and gives the answer that it would give with
// all references.
//
//   - Of the bucket of a band, its first 64 references are found (banding.h).
//   - Of the bucket of a gram, all references, if the documents and the references have no more
//     than most_holders places in it; else the first reference that holds the gram, texts before
//     titles (seeds.h).
//   - Of those found by grams alone, the ones that can't have a passage stay out; a gram whose
//     first holder is one of them is settled.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "reprise/document.h"
#include "reprise/options.h"
#include "reprise/passages/grams.h"
#include "reprise/passages/word_codes.h"

namespace reprise::detail {

// A gram that a unit of the documents keeps (kept_grams).
struct AskedGram {
  uint64_t hash = 0;
  uint32_t unit = 0;
  uint32_t token = 0;
};

struct Asked {
  std::vector<uint32_t> bands;  // the keys of all documents; ascending, each once
  // Those of all units; by hash, then unit, then token.
  std::vector<AskedGram> grams;
  std::vector<std::vector<WordCode>> codes;  // of the words of each unit
  PassageOptions passages;
};

// A reference in the bucket of a band, by its place among those found.
struct Head {
  uint32_t key = 0;
  uint32_t reference = 0;
  friend auto operator<=>(const Head&, const Head&) = default;
};

// What is known of references of which only some were found.
struct AmongMore {
  ReferencePlaces places;   // of all references, in the buckets that were asked for
  std::vector<Head> heads;  // of all references, the first in the bucket of each band; ascending
};

struct FoundReferences {
  std::vector<Document> documents;  // in the order of the references
  std::optional<AmongMore> more;    // nothing: all references are here
};

class References {
 public:
  References() = default;
  References(const References&) = delete;
  References& operator=(const References&) = delete;
  virtual ~References() = default;

  // Returns whether all are found, whatever is asked.
  virtual bool are_all_found() const = 0;
  virtual FoundReferences find(const Asked& asked) = 0;
};

}  // namespace reprise::detail
