// Steps: the pairs of the part's documents are taken out of the files of all ranges of keys; those
// of rounds before are left out; each is compared, in parallel; what was found goes into one file.
//
//     pairs (9, 7) of range 2 and of range 5, (9, 1) of range 1, known since round 1    (9, 7) is
//     compared
//
// Cost: the head of verify.h.
#include "reprise/phases/verify.h"

#include <algorithm>
#include <iterator>
#include <mutex>

#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"
#include "reprise/dedup/estimate.h"
#include "reprise/error.h"
#include "reprise/near/similarity.h"
#include "reprise/phases/states.h"

namespace reprise::detail {
namespace {

NamedPair pair_of(const PairSimilarity& compared) {
  return {compared.document, compared.head};
}

// The sketches and shingles of all shards, each opened when it is first asked for.
class ComparedSets {
 public:
  ComparedSets(const WorkFolder& folder, const PhaseDocuments& documents)
      : folder_(folder), documents_(documents), files_(documents.shards()) {}

  std::span<const uint8_t> slots(DocumentName name) {
    const size_t k = documents_.options().sketch.slots;
    return of(name).part<uint8_t>(sets_section::slots, record_of(name) * k, k);
  }

  std::span<const uint64_t> shingles(DocumentName name) {
    const PhaseFile& file = of(name);
    const uint32_t record = record_of(name);
    const uint64_t begin =
        record == 0 ? 0 : file.at<uint64_t>(sets_section::ends, record - uint64_t{1});
    const uint64_t end = file.at<uint64_t>(sets_section::ends, record);
    if (end < begin) {
      file.refuse("is damaged: its sets are out of order");
    }
    return file.part<uint64_t>(sets_section::sets, begin, end - begin);
  }

 private:
  const PhaseFile& of(DocumentName name) {
    const uint32_t shard = shard_of(name);
    const std::lock_guard lock(mutex_);
    if (!files_[shard]) {
      files_[shard] = std::make_unique<PhaseFile>(folder_.of_shard(PhaseFileKind::sets, shard),
                                                  PhaseFileKind::sets,
                                                  head_of_shard(documents_.options(), shard));
    }
    return *files_[shard];
  }

  const WorkFolder& folder_;
  const PhaseDocuments& documents_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<PhaseFile>> files_;
};

class PairComparison {
 public:
  PairComparison(const WorkFolder& folder, const PhaseDocuments& documents)
      : documents_(documents),
        options_(documents.options()),
        sets_(folder, documents),
        rule_(options_),
        hopeful_(least_hopeful(options_.threshold, options_.sketch.slots)) {}

  PairSimilarity compare(const NamedPair& pair) {
    PairSimilarity found{pair.document, pair.head, 0, 0};
    if (documents_.group(pair.document) != documents_.group(pair.head)) {
      return found;
    }
    found.estimate = jaccard_of_slots(sets_.slots(pair.document), sets_.slots(pair.head));
    if (options_.verify != Verification::exact) {
      found.similarity = rule_.similarity(found.estimate);
    } else if (found.estimate >= hopeful_) {
      const std::span<const uint64_t> a = sets_.shingles(pair.head);
      const std::span<const uint64_t> b = sets_.shingles(pair.document);
      found.similarity = similarity_of({}, a.size(), b.size(), count_shared(a, b)).jaccard;
    }
    return found;
  }

 private:
  const PhaseDocuments& documents_;
  const DedupOptions& options_;
  ComparedSets sets_;
  SketchRule rule_;
  double hopeful_;
};

// Returns the pairs of the documents from `begin`, before `end`, that no round before has compared.
std::vector<NamedPair> new_pairs(const WorkFolder& folder, const PhaseDocuments& documents,
                                 uint32_t round, DocumentName begin, DocumentName end) {
  std::vector<NamedPair> pairs;
  for_each_part(folder, documents, PhaseFileKind::pairs, round,
                [&](const std::unique_ptr<PhaseFile>& file) {
                  for (const NamedPair& pair :
                       entries_of_documents<NamedPair>(*file, pairs_section::pairs, begin, end)) {
                    documents.check(pair.document, *file);
                    documents.check(pair.head, *file);
                    pairs.push_back(pair);
                  }
                });
  std::vector<NamedPair> known;
  for (const PairSimilarity& compared :
       ComparedRounds(folder, documents, round - 1).pairs(begin, end, 0)) {
    known.push_back(pair_of(compared));
  }
  make_set(pairs);
  std::vector<NamedPair> fresh;
  std::set_difference(pairs.begin(), pairs.end(), known.begin(), known.end(),
                      std::back_inserter(fresh));
  return fresh;
}

}  // namespace

uint32_t parts_of_complete(const WorkFolder& folder, PhaseFileKind kind, uint32_t round) {
  const std::optional<uint32_t> parts = folder.complete_parts(kind, round);
  if (!parts) {
    const std::string phase = kind == PhaseFileKind::similarities ? "verify" : "join";
    throw Error(ErrorKind::input,
                {folder.path(),
                 "lacks " + std::string(name_of(kind)) + " of round " + std::to_string(round),
                 "run reprise phases " + phase + " for all of its parts first", false});
  }
  return *parts;
}

ComparedRounds::ComparedRounds(const WorkFolder& folder, const PhaseDocuments& documents,
                               uint32_t rounds)
    : documents_(documents) {
  for (uint32_t round = 1; round <= rounds; ++round) {
    for_each_part(folder, documents, PhaseFileKind::similarities, round,
                  [&](std::unique_ptr<PhaseFile> file) { files_.push_back(std::move(file)); });
  }
}

std::vector<PairSimilarity> ComparedRounds::pairs(DocumentName begin, DocumentName end,
                                                  double least) const {
  std::vector<PairSimilarity> found;
  for (const auto& file : files_) {
    for (const PairSimilarity& pair : entries_of_documents<PairSimilarity>(
             *file, similarities_section::similarities, begin, end)) {
      documents_.check(pair.document, *file);
      documents_.check(pair.head, *file);
      if (pair.similarity >= least) {
        found.push_back(pair);
      }
    }
  }
  std::sort(found.begin(), found.end(), [](const PairSimilarity& x, const PairSimilarity& y) {
    return pair_of(x) < pair_of(y);
  });
  return found;
}

PhaseOutcome verify_pairs_of_round(const WorkFolder& folder, const PhaseDocuments& documents,
                                   const PhasePart& part) {
  const uint32_t round = folder.open_round();
  if (round > 1 && PhaseStates(folder, documents, round - 1).count(PhaseState::open) == 0) {
    return PhaseOutcome::not_open;
  }
  const std::string path = folder.of_part(PhaseFileKind::similarities, round, part);
  const PhaseHead head = documents.head_of_part(PhaseFileKind::similarities, round, part);
  if (is_done(path, PhaseFileKind::similarities, head)) {
    return PhaseOutcome::was_done;
  }
  const Workers workers(documents.options().threads);
  const auto [first, end] = shards_of_part(documents, part);
  const std::vector<NamedPair> pairs =
      new_pairs(folder, documents, round, document_name(first, 0), document_name(end, 0));
  std::vector<PairSimilarity> compared(pairs.size());
  PairComparison comparison(folder, documents);
  constexpr size_t chunk = 256;
  parallel_for((pairs.size() + chunk - 1) / chunk,
               [&](size_t c) {
                 for (size_t i = c * chunk; i < std::min(pairs.size(), (c + 1) * chunk); ++i) {
                   compared[i] = comparison.compare(pairs[i]);
                 }
               },
               Progress::Phase::comparing);
  WorkFolder::make_room(path);
  PhaseFileWriter file(path, PhaseFileKind::similarities, head);
  file.add(compared);
  file.commit();
  return PhaseOutcome::done;
}

}  // namespace reprise::detail
