// Steps: the range's buckets are made if they are not there; each is walked (bucket_walk.h) with
// what was known after the round before; pairs of all buckets are sorted, and repetitions left out.
//
// Cost: the head of join.h.
#include "reprise/phases/join.h"

#include <algorithm>

#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"
#include "reprise/near/keep.h"
#include "reprise/phases/bucket_walk.h"

namespace reprise::detail {
namespace {

// Calls walk(bucket) for the buckets from `first` on, `count` of them.
template <class Walk>
void for_each_bucket(const PhaseFile& file, const PhaseDocuments& documents, uint64_t first,
                     uint64_t count, const Walk& walk) {
  uint64_t begin = first == 0 ? 0 : file.at<uint64_t>(buckets_section::ends, first - 1);
  for (const uint64_t end : file.part<uint64_t>(buckets_section::ends, first, count)) {
    if (end < begin) {
      file.refuse("is damaged: its buckets are out of order");
    }
    const auto bucket = file.part<DocumentName>(buckets_section::documents, begin, end - begin);
    for (const DocumentName name : bucket) {
      documents.check(name, file);
    }
    walk(bucket);
    begin = end;
  }
}

// The same in parallel, a walk of its own for each stretch of buckets; their finds in order.
BucketWalk walk_all(const PhaseFile& file, const PhaseDocuments& documents,
                    const PhaseStates& states, uint32_t heads) {
  constexpr uint64_t stretch = 4096;
  const uint64_t buckets = file.count<uint64_t>(buckets_section::ends);
  std::vector<BucketWalk> walks((buckets + stretch - 1) / stretch, BucketWalk(heads));
  parallel_for(walks.size(), [&](size_t w) {
    const uint64_t first = w * stretch;
    const auto state_of = [&states](DocumentName name) {
      return states.of(name);
    };
    for_each_bucket(file, documents, first, std::min(stretch, buckets - first),
                    [&](std::span<const DocumentName> bucket) { walks[w].walk(bucket, state_of); });
    make_set(walks[w].pairs);
  });
  BucketWalk all(heads);
  for (BucketWalk& walk : walks) {
    all.pairs.insert(all.pairs.end(), walk.pairs.begin(), walk.pairs.end());
    all.waiting.insert(all.waiting.end(), walk.waiting.begin(), walk.waiting.end());
    walk.pairs = {};
  }
  make_set(all.pairs);
  make_set(all.waiting);
  return all;
}

}  // namespace

uint32_t open_heads(uint32_t round) {
  constexpr uint32_t growth = 16;
  uint32_t heads = 1;
  for (uint32_t r = 1; r < round && heads < most_kept_heads; ++r) {
    heads *= growth;
  }
  return heads;
}

PhaseOutcome join_keys(const WorkFolder& folder, const PhaseDocuments& documents,
                       const PhasePart& part) {
  const uint32_t round = folder.open_round();
  const PhaseStates states(folder, documents, round - 1);
  if (states.count(PhaseState::open) == 0 && round > 1) {
    return PhaseOutcome::not_open;
  }
  const std::string path = folder.of_part(PhaseFileKind::pairs, round, part);
  const PhaseHead head = documents.head_of_part(PhaseFileKind::pairs, round, part);
  if (is_done(path, PhaseFileKind::pairs, head)) {
    return PhaseOutcome::was_done;
  }
  const Workers workers(documents.options().threads);
  make_phase_buckets(folder, documents, part);
  const PhaseFile buckets(folder.of_part(PhaseFileKind::buckets, 0, part), PhaseFileKind::buckets,
                          documents.head_of_part(PhaseFileKind::buckets, 0, part));
  const BucketWalk found = walk_all(buckets, documents, states, open_heads(round));
  WorkFolder::make_room(path);
  PhaseFileWriter file(path, PhaseFileKind::pairs, head);
  file.add(found.pairs);
  file.add(found.waiting);
  file.commit();
  return PhaseOutcome::done;
}

}  // namespace reprise::detail
