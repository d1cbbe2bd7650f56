// The first phase: a shard to the keys by which its documents meet, and what they are compared by.
//
//     a.jsonl, 3 documents     000000.keys   their texts' hashes, lines, ranks; 22 entries of 8
//                                            bytes for each, sorted
//                              000000.sets   their sketches and shingles
//
// The entries of a document are its keys in each band of its sketch, and one made of its text: by
// that, documents of the same bytes meet.
//
// Cost: the first reading of dedup, and a sort. Some 440 bytes a document, and 8 for each of its
// words (with Verification::exact).
#pragma once

#include <span>

#include "reprise/phases/work_folder.h"

namespace reprise::detail {

enum class PhaseOutcome {
  done,
  was_done,  // its output stood there already
  not_open   // there is nothing left to do: all documents are decided
};

// Makes the keys of the shard of this number, one of the inputs. What is there already, whole and
// made with the same options, is not made again, unless the shard was written to since. Throws
// Error: of kind `usage` if the shard is no file whose records are lines.
PhaseOutcome make_keys(const WorkFolder& folder, std::span<const InputPath> inputs, uint32_t shard,
                       const DedupOptions& options, const DedupCallbacks& callbacks);

// Throws Error of kind `usage` if phases can't be of such an input.
void check_phase_input(const InputPath& input);

}  // namespace reprise::detail
