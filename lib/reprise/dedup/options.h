// What is asked of `reprise dedup`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reprise/near/clusters.h"
#include "reprise/near/reference.h"
#include "reprise/read.h"
#include "reprise/sketch/minhash.h"
#include "reprise/sketch/shingle.h"

namespace reprise::detail {

enum class Measure {
  jaccard,     // shared shingles over all shingles of both
  containment  // the share of the leaving document's shingles that the kept one holds
};

enum class Verification {
  exact,     // candidates are compared by all of their shingles
  estimate,  // by their sketches
  off        // a candidate counts as a copy
};

// Which of several copies is kept. Documents of equal rank keep the order of the input.
struct KeepRule {
  enum class Kind {
    first,    // in the order of the input
    longest,  // most words
    newest,   // by the date of the record; undated last
    largest,  // by a field: a number or a date; records without come last
    smallest
  };
  Kind kind = Kind::first;
  std::string field;  // of largest and smallest
};

struct DedupOptions {
  ReadOptions read;
  Normalisation words;
  ShingleOptions shingles;
  SketchOptions sketch;
  double threshold = 0.8;
  Measure measure = Measure::jaccard;
  Verification verify = Verification::exact;
  KeepRule keep;
  std::string within;  // a field: only documents with the same value are compared; empty: all
  Joining joining = Joining::to_kept;

  // Where not empty, documents leave that hold an item of these (containment of the item), and are
  // not compared with one another.
  std::vector<std::string> against;
  ReferenceOptions reference;

  uint64_t memory =
      0;  // bytes; what goes beyond goes to temporary files as far as it can. 0: no such files
  unsigned threads = 0;
};

}  // namespace reprise::detail
