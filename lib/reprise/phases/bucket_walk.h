// Which pairs of a bucket are to be compared in a round, and who has to wait for the next.
//
//     bucket    1 kept   5 left   7 open   9 open   11 open   13 left        one open head a round
//     pairs     (9, 7) (11, 7) (13, 7)     7 is a head; 13 leaves, but perhaps for 7 rather than 1
//     waiting   9, 11                      9 is not compared with 11, nor 11 with 9
//
// A document that is kept was a head in all of its buckets in the round before, or had nobody
// behind it: so all that it stands for know it. That is why a document that can't be a head waits.
//
// Cost: a look at each document of the bucket, and its pairs. Source of the bound: near/keep.h
// compares with the first 512 kept documents of a bucket. An open document is a head only where so
// few are kept or open before it that it will be one of these.
#pragma once

#include <span>
#include <vector>

#include "reprise/near/keep.h"
#include "reprise/phases/states.h"

namespace reprise::detail {

class BucketWalk {
 public:
  // `heads`: how many open documents of a bucket are heads.
  explicit BucketWalk(uint32_t heads) : heads_(heads) {}

  // Adds what comes of a bucket, whose documents stand in the order of keeping; state_of(name)
  // returns what is known of one.
  template <class StateOf>
  void walk(std::span<const DocumentName> bucket, const StateOf& state_of) {
    known_.clear();
    size_t last = 0;  // behind the last one that may be compared with a head
    for (const DocumentName name : bucket) {
      known_.push_back(state_of(name));
      if (known_.back() != PhaseState::kept) {
        last = known_.size();
      }
    }
    size_t kept = 0;
    size_t open = 0;
    bool missed = false;  // one that is open was no head
    for (size_t i = 0; i < bucket.size(); ++i) {
      if (known_[i] == PhaseState::kept) {
        ++kept;
      }
      const bool can_matter = known_[i] == PhaseState::open && kept < most_kept_heads;
      if (!can_matter) {
        continue;
      }
      if (open < heads_ && kept + open < most_kept_heads) {
        add_pairs(bucket, i);
      } else if (missed || i + 1 < last) {
        waiting.push_back(bucket[i]);
        missed = true;
      }
      ++open;
    }
  }

  std::vector<NamedPair> pairs;
  std::vector<DocumentName> waiting;

 private:
  void add_pairs(std::span<const DocumentName> bucket, size_t head) {
    for (size_t i = head + 1; i < bucket.size(); ++i) {
      if (known_[i] != PhaseState::kept) {
        pairs.push_back({bucket[i], bucket[head]});
      }
    }
  }

  uint32_t heads_;
  std::vector<PhaseState> known_;  // of the documents of the bucket
};

}  // namespace reprise::detail
