#include "reprise/phases/states.h"

#include "reprise/error.h"

namespace reprise::detail {

std::pair<uint32_t, uint32_t> shards_of_part(const PhaseDocuments& documents,
                                             const PhasePart& part) {
  const uint32_t shards = documents.shards();
  return {static_cast<uint32_t>(begin_of_part(shards, part)),
          static_cast<uint32_t>(begin_of_part(shards, {part.number + 1, part.of}))};
}

PhaseStates::PhaseStates(const WorkFolder& folder, const PhaseDocuments& documents, uint32_t round)
    : documents_(documents) {
  if (round == 0) {
    counts_[static_cast<size_t>(PhaseState::open)] = documents.before(documents.shards());
    return;
  }
  const uint32_t parts = folder.complete_parts(PhaseFileKind::states, round).value_or(0);
  part_of_shard_.resize(documents.shards());
  for (PhasePart part{1, parts}; part.number <= parts; ++part.number) {
    const auto [first, end] = shards_of_part(documents, part);
    parts_.push_back({std::make_unique<PhaseFile>(
                          folder.of_part(PhaseFileKind::states, round, part), PhaseFileKind::states,
                          documents.head_of_part(PhaseFileKind::states, round, part)),
                      first});
    const PhaseFile& file = *parts_.back().file;
    const uint64_t expected = documents.before(end) - documents.before(first);
    if (file.count<uint8_t>(states_section::states) != expected ||
        file.count<uint64_t>(states_section::counts) != counts_.size()) {
      file.refuse("is damaged: its numbers contradict one another");
    }
    const std::span<const uint64_t> counts = file.all<uint64_t>(states_section::counts);
    for (size_t s = 0; s < counts_.size(); ++s) {
      counts_[s] += counts[s];
    }
    for (uint32_t shard = first; shard < end; ++shard) {
      part_of_shard_[shard] = part.number - 1;
    }
  }
}

PhaseState PhaseStates::of(DocumentName name) const {
  if (parts_.empty()) {
    return PhaseState::open;
  }
  const uint32_t shard = shard_of(name);
  const Part& part = parts_[part_of_shard_[shard]];
  const uint64_t place =
      documents_.before(shard) - documents_.before(part.first_shard) + record_of(name);
  const uint8_t state = part.file->at<uint8_t>(states_section::states, place);
  if (state > static_cast<uint8_t>(PhaseState::copy)) {
    part.file->refuse("is damaged: it has states that can't be");
  }
  return static_cast<PhaseState>(state);
}

}  // namespace reprise::detail
