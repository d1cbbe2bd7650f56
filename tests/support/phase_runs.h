// All phases of dedup, one after another, for tests.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "reprise/phases/decide.h"
#include "reprise/phases/filter.h"
#include "reprise/phases/keys.h"

namespace reprise::detail::support {

// Of how many parts each phase is.
struct PhaseParts {
  uint32_t join = 1;
  uint32_t verify = 1;
  uint32_t decide = 1;
};

inline DedupCallbacks quiet_callbacks() {
  return {[](const Problem&) {
  }};
}

inline void make_all_keys(const WorkFolder& folder, std::span<const InputPath> inputs,
                          const DedupOptions& options) {
  for (uint32_t shard = 0; shard < inputs.size(); ++shard) {
    make_keys(folder, inputs, shard, options, quiet_callbacks());
  }
}

// Goes on until nothing is open, and returns how many rounds it took.
inline uint32_t run_rounds(const WorkFolder& folder, const PhaseDocuments& documents,
                           const PhaseParts& parts) {
  for (uint32_t round = 1;; ++round) {
    for (PhasePart part{1, parts.join}; part.number <= part.of; ++part.number) {
      join_keys(folder, documents, part);
    }
    for (PhasePart part{1, parts.verify}; part.number <= part.of; ++part.number) {
      verify_pairs_of_round(folder, documents, part);
    }
    RoundDecided decided;
    for (PhasePart part{1, parts.decide}; part.number <= part.of; ++part.number) {
      decided = decide_round(folder, documents, part);
    }
    constexpr uint32_t most_rounds = 100;
    if (!decided.is_complete || decided.round != round || round > most_rounds) {
      throw std::logic_error("round " + std::to_string(round) + " has no end");
    }
    if (decided.open == 0) {
      return round;
    }
  }
}

// Returns the decisions of all shards, as a run over all of them would name documents.
inline std::vector<Decision> decisions_of_all(const WorkFolder& folder,
                                              const PhaseDocuments& documents) {
  const FinalDecisions end(folder, documents);
  std::vector<Decision> all;
  for (uint32_t shard = 0; shard < documents.shards(); ++shard) {
    for (const NamedDecision& decision : end.of_shard(shard)) {
      const uint64_t kept = documents.before(shard_of(decision.kept)) + record_of(decision.kept);
      all.push_back({static_cast<uint32_t>(kept), decision.similarity});
    }
  }
  return all;
}

}  // namespace reprise::detail::support
