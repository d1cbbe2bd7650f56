// What is known of each document after a round: whether it stays.
//
// A state that is no longer open never changes. So whoever reads those of a round may mix them with
// later ones, and nothing that follows becomes wrong.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "reprise/phases/documents.h"

namespace reprise::detail {

enum class PhaseState : uint8_t {
  open,
  kept,
  left,  // it is similar to one that is kept
  copy   // it has the bytes of one before it, and shares its fate
};

namespace states_section {
enum : size_t {
  counts = 1,  // uint64_t: how many documents are in each state
  states = 2   // uint8_t: of each document of the part's shards
};
}  // namespace states_section

// Returns the shards of a part: from the first, and before the second.
std::pair<uint32_t, uint32_t> shards_of_part(const PhaseDocuments& documents,
                                             const PhasePart& part);

class PhaseStates {
 public:
  // Opens the states of a round. REQUIRES: it is complete, or 0: all are open. Throws Error.
  PhaseStates(const WorkFolder& folder, const PhaseDocuments& documents, uint32_t round);

  PhaseState of(DocumentName name) const;

  // Returns how many documents are in this state.
  uint64_t count(PhaseState state) const { return counts_[static_cast<size_t>(state)]; }

 private:
  struct Part {
    std::unique_ptr<PhaseFile> file;
    uint32_t first_shard = 0;
  };

  const PhaseDocuments& documents_;
  std::vector<Part> parts_;
  std::vector<uint32_t> part_of_shard_;
  std::array<uint64_t, 4> counts_{};
};

}  // namespace reprise::detail
