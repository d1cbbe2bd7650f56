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
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "reprise/document.h"
#include "reprise/passages/grams.h"

namespace reprise::detail {

struct Asked {
  std::vector<uint32_t> bands;  // the keys of all documents; ascending, each once
  // Those that all units keep (kept_grams); ascending, with repetition.
  std::vector<uint64_t> grams;
  uint32_t most_holders = 50;
};

struct FoundReferences {
  std::vector<Document> documents;  // in the order of the references
  // Of all references, in the buckets that were asked for; nothing: all references are here.
  std::optional<ReferencePlaces> places;
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
