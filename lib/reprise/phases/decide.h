// The fourth phase: which documents stay, as far as a round can tell; of some of the shards.
//
// A document leaves if one that it is similar to is kept; it is kept if all of these have left, and
// nobody is left to compare it with. What is neither stays open for the next round. So no
// components are built, and no machine needs to see all documents: each decides about its own, by
// what all knew after the round before, and by what it has decided itself meanwhile.
//
//     1 kept; 5 similar to 1; 9 similar to 5 alone       5 leaves, so 9 is kept
//
// What comes out after the last round is what keep_greedily (near/keep.h) says, whatever the number
// of parts; these change how many rounds it takes.
//
// Cost: a pass over what is similar, and a byte a document.
#pragma once

#include "reprise/dedup.h"
#include "reprise/phases/states.h"
#include "reprise/phases/verify.h"

namespace reprise::detail {

struct RoundDecided {
  PhaseOutcome outcome = PhaseOutcome::done;
  uint32_t round = 0;
  bool is_complete = false;  // all parts of the round are decided
  uint64_t open = 0;         // documents that need another round; of all parts, if it is complete
  uint64_t kept = 0;
  uint64_t removed = 0;
};

// Decides about the part's shards in the round that is open; where that has no pairs yet, returns
// what the one before it has said. REQUIRES: its pairs are compared. Throws Error, also if they are
// not.
RoundDecided decide_round(const WorkFolder& folder, const PhaseDocuments& documents,
                          const PhasePart& part);

// What became of a document: which one stands for it, itself if it stays, and how alike they are.
struct NamedDecision {
  DocumentName kept = 0;
  float similarity = 1;
};

// The end of all rounds, for the documents of one shard. REQUIRES: nothing is open.
class FinalDecisions {
 public:
  // Throws Error if something is open, or missing.
  FinalDecisions(const WorkFolder& folder, const PhaseDocuments& documents);

  // Returns the decisions of a shard, by the numbers of its documents.
  std::vector<NamedDecision> of_shard(uint32_t shard) const;

 private:
  NamedDecision of_original(DocumentName name) const;
  NamedDecision choose(std::span<const PairSimilarity> similar) const;
  std::vector<NamedPair> copies_of(uint32_t shard) const;

  const WorkFolder& folder_;
  const PhaseDocuments& documents_;
  PhaseStates states_;
  ComparedRounds compared_;
  std::vector<std::unique_ptr<PhaseFile>> buckets_;
};

}  // namespace reprise::detail
