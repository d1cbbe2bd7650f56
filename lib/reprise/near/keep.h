// Which documents stay, of a corpus whose candidates are known by buckets alone.
//
// In the order of their numbers, a document leaves if and only if it is similar enough to one
// already kept; the copy that stands for it is the most similar of those, then the earliest. To
// know this, a document need only be compared with the kept members of its buckets: where a
// thousand copies share a bucket, the first is kept, and each other compared with it alone. No list
// of pairs is ever made.
//
// Documents that no chain of buckets joins can't influence one another: such components are decided
// side by side, and each from its first document to its last, so the answer is the same for every
// number of threads.
//
//     buckets {1 5 9} {5 7}, 5 similar to 1, 7 similar to 5 only  ->  5 and its copy 1; 7 stays,
//       and 9 too
//
// Cost: the sum over all documents of the kept documents in their buckets. In a bucket where
// thousands of documents are kept (alike enough to meet, not alike enough to leave) each is
// compared with the first 512 alone; and if the judge lends its sets, with those of them alone that
// overlap_filter.h finds, which are few where each document has something to itself.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "reprise/near.h"
#include "reprise/near/buckets.h"
#include "reprise/near/clusters.h"
#include "reprise/sketch/shingle.h"

namespace reprise::detail {

// How alike two documents are. The search opens some documents, asks about pairs of these, then
// opens others.
class PairJudge {
 public:
  PairJudge() = default;
  PairJudge(const PairJudge&) = delete;
  PairJudge& operator=(const PairJudge&) = delete;
  virtual ~PairJudge() = default;

  // Returns how many bytes of memory the document will take once it is open.
  virtual size_t cost(uint32_t document) const = 0;

  // Returns false only if the similarity of the two, which need not be open, is below the
  // threshold; then nobody needs to ask for it. Called by several threads at once.
  virtual bool is_hopeful(uint32_t, uint32_t) const { return true; }

  // Gets documents ready to be compared; those opened before are no longer needed. `asked`: for
  // each of them, whether there is hope for it with another.
  virtual void open(std::span<const uint32_t> documents, std::span<const uint8_t> asked) = 0;

  // Returns the similarity of two open documents, named by their places in open()'s list; the first
  // is the one that would be kept. 0 may stand for what is below `least`. `shared_buckets`: how
  // many buckets hold both. Called by several threads at once.
  virtual double similarity(size_t kept, size_t document, uint32_t shared_buckets,
                            double least) = 0;

  // Returns the sets of the open documents, if no pair below the threshold needs to be asked about
  // and no other similarity reaches it than the Jaccard similarity of these; or nothing.
  virtual std::span<const ShingleSet> sets() const { return {}; }
};

struct KeepOptions {
  double threshold = 0.8;
  Joining joining = Joining::to_kept;
  // By PairJudge::cost: what may be open at once. One component always may.
  size_t open_bytes = size_t{64} << 20;
};

// Of a bucket in which more documents are kept, others are compared with that many first ones
// alone.
inline constexpr size_t most_kept_heads = 512;

// The rule for one document: which of the kept ones that it is compared with stands for it.
//
//     KeptChoice choice{0.8};
//     for each kept document in the order of keeping:
//       choice.offer(document, similarity, of at least choice.least())
struct KeptChoice {
  double threshold = 0.8;
  double best = 0;
  uint64_t kept = 0;  // if it is found

  // What a similarity must reach to change anything; whatever is below may be taken for 0.
  double least() const { return std::max(best, threshold); }

  void offer(uint64_t document, double similarity) {
    if (similarity >= threshold && similarity > best) {
      best = similarity;
      kept = document;
    }
  }

  bool is_found() const { return best > 0; }
};

// Returns the decision on each of the documents 0 to count-1. The buckets are used up. Tells now
// and then how far it is (Progress::Phase::comparing). Throws Stopped, and what the judge throws.
std::vector<Decision> keep_greedily(uint32_t count, Buckets buckets, const KeepOptions& options,
                                    PairJudge& judge);

}  // namespace reprise::detail
