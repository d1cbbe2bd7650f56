// The last phase: a shard without what leaves.
//
// Records that stay come out byte for byte as they came, into a folder that mirrors the inputs, as
// dedup writes it (dedup/outputs.h). Before, the shard is held against the texts that its keys were
// made of: one that was written to since is refused.
//
// Cost: the shard read twice, and written.
#pragma once

#include "reprise/phases/decide.h"

namespace reprise::detail {

struct FilterPaths {
  std::string kept;     // a folder, with a / at its end
  std::string removed;  // a folder for lists of what leaves, as JSON Lines; empty: none
};

struct ShardFiltered {
  PhaseOutcome outcome = PhaseOutcome::done;
  uint64_t documents = 0;
  uint64_t removed = 0;
};

// Throws Error of kind `usage` if two inputs would have one place in the folders, or what stays of
// one that of the list of another.
void check_filter_paths(const FilterPaths& paths, std::span<const InputPath> inputs);

// Writes what stays of the shard of this number. What was written already for the same decisions,
// and stands there untouched, is not written again. Throws Error.
ShardFiltered filter_shard(const WorkFolder& folder, const PhaseDocuments& documents,
                           const FinalDecisions& decisions, std::span<const InputPath> inputs,
                           uint32_t shard, const FilterPaths& paths,
                           const DedupCallbacks& callbacks);

}  // namespace reprise::detail
