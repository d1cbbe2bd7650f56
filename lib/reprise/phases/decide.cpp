// Steps of a round: what is known of the part's documents is taken over; in the first round copies
// of the same bytes are marked. Then the open ones, in the order of keeping: each is held against
// those that it is similar to.
//
// Steps of the end: of the kept documents that one that left is similar to, the most similar stands
// for it, then the earliest; in the order of keeping, so that each is asked for with the least
// similarity that would still matter, as dedup's judge is (dedup/judge.h). A copy has what its
// original has.
#include "reprise/phases/decide.h"

#include <algorithm>

#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"
#include "reprise/dedup/estimate.h"
#include "reprise/error.h"
#include "reprise/near/keep.h"
#include "reprise/phases/states.h"

namespace reprise::detail {
namespace {

class RoundOfPart {
 public:
  RoundOfPart(const WorkFolder& folder, const PhaseDocuments& documents, const PhasePart& part,
              uint32_t round)
      : folder_(folder),
        documents_(documents),
        round_(round),
        before_(folder, documents, round - 1) {
    const auto [first, end] = shards_of_part(documents, part);
    begin_ = document_name(first, 0);
    end_ = document_name(end, 0);
    base_ = documents.before(first);
    for (uint32_t shard = first; shard < end; ++shard) {
      for (uint32_t record = 0; record < documents.count(shard); ++record) {
        states_.push_back(before_.of(document_name(shard, record)));
      }
    }
    waits_.resize(states_.size());
  }

  std::vector<PhaseState> decide() {
    if (round_ == 1) {
      mark_copies();
    }
    mark_waiting();
    const std::vector<PairSimilarity> similar =
        ComparedRounds(folder_, documents_, round_)
            .pairs(begin_, end_, documents_.options().threshold);
    std::vector<DocumentName> with_similar;
    for_each_run(similar, &PairSimilarity::document, [&](std::span<const PairSimilarity> pairs) {
      with_similar.push_back(pairs.front().document);
    });
    keep_all_but(with_similar);
    documents_.sort(with_similar);
    for (const DocumentName name : with_similar) {
      decide(name, similar);
    }
    return std::move(states_);
  }

 private:
  bool is_mine(DocumentName name) const { return name >= begin_ && name < end_; }

  uint64_t place(DocumentName name) const {
    return documents_.before(shard_of(name)) - base_ + record_of(name);
  }

  PhaseState state(DocumentName name) const {
    return is_mine(name) ? states_[place(name)] : before_.of(name);
  }

  void mark_copies() {
    const auto mark = [this](const std::unique_ptr<PhaseFile>& file) {
      for (const NamedPair& copy :
           entries_of_documents<NamedPair>(*file, buckets_section::copies, begin_, end_)) {
        documents_.check(copy.document, *file);
        states_[place(copy.document)] = PhaseState::copy;
      }
    };
    for_each_part(folder_, documents_, PhaseFileKind::buckets, 0, mark);
  }

  void mark_waiting() {
    const auto mark = [this](const std::unique_ptr<PhaseFile>& file) {
      const uint64_t count = file->count<DocumentName>(pairs_section::waiting);
      const uint64_t first =
          file->lower_bound<DocumentName>(pairs_section::waiting, 0, count, begin_);
      const uint64_t last =
          file->lower_bound<DocumentName>(pairs_section::waiting, first, count, end_);
      for (const DocumentName name :
           file->part<DocumentName>(pairs_section::waiting, first, last - first)) {
        documents_.check(name, *file);
        if (!is_mine(name)) {
          file->refuse("is damaged: its documents are out of order");
        }
        waits_[place(name)] = true;
      }
    };
    for_each_part(folder_, documents_, PhaseFileKind::pairs, round_, mark);
  }

  // Keeps what is similar to nobody. `names` ascend.
  void keep_all_but(const std::vector<DocumentName>& names) {
    std::vector<bool> excepted(states_.size());
    for (const DocumentName name : names) {
      excepted[place(name)] = true;
    }
    for (size_t p = 0; p < states_.size(); ++p) {
      if (states_[p] == PhaseState::open && !excepted[p] && !waits_[p]) {
        states_[p] = PhaseState::kept;
      }
    }
  }

  void decide(DocumentName name, std::span<const PairSimilarity> similar) {
    PhaseState& mine = states_[place(name)];
    if (mine != PhaseState::open) {
      return;
    }
    const auto first = std::lower_bound(
        similar.begin(), similar.end(), name,
        [](const PairSimilarity& pair, DocumentName n) { return pair.document < n; });
    bool may_stay = !waits_[place(name)];
    for (auto pair = first; pair != similar.end() && pair->document == name; ++pair) {
      const PhaseState other = state(pair->head);
      if (other == PhaseState::kept) {
        mine = PhaseState::left;
        return;
      }
      may_stay = may_stay && other == PhaseState::left;
    }
    if (may_stay) {
      mine = PhaseState::kept;
    }
  }

  const WorkFolder& folder_;
  const PhaseDocuments& documents_;
  uint32_t round_;
  PhaseStates before_;
  DocumentName begin_ = 0;
  DocumentName end_ = 0;
  uint64_t base_ = 0;
  std::vector<PhaseState> states_;  // of the part's documents
  std::vector<bool> waits_;
};

// Takes over the numbers of a round.
void count(const PhaseStates& states, RoundDecided& decided) {
  decided.open = states.count(PhaseState::open);
  decided.kept = states.count(PhaseState::kept);
  decided.removed = states.count(PhaseState::left) + states.count(PhaseState::copy);
}

}  // namespace

RoundDecided decide_round(const WorkFolder& folder, const PhaseDocuments& documents,
                          const PhasePart& part) {
  RoundDecided decided;
  decided.round = folder.open_round();
  if (decided.round > 1) {
    const PhaseStates before(folder, documents, decided.round - 1);
    const bool is_over = before.count(PhaseState::open) == 0;
    // Until this round has begun, the last one is what there is to tell of.
    if (is_over || !folder.complete_parts(PhaseFileKind::pairs, decided.round)) {
      decided.outcome = is_over ? PhaseOutcome::not_open : PhaseOutcome::was_done;
      decided.is_complete = true;
      --decided.round;
      count(before, decided);
      return decided;
    }
  }
  const std::string path = folder.of_part(PhaseFileKind::states, decided.round, part);
  const PhaseHead head = documents.head_of_part(PhaseFileKind::states, decided.round, part);
  if (is_done(path, PhaseFileKind::states, head)) {
    decided.outcome = PhaseOutcome::was_done;
  } else {
    const Workers workers(documents.options().threads);
    const std::vector<PhaseState> states =
        RoundOfPart(folder, documents, part, decided.round).decide();
    std::vector<uint64_t> counts(4);
    for (const PhaseState state : states) {
      ++counts[static_cast<size_t>(state)];
    }
    WorkFolder::make_room(path);
    PhaseFileWriter file(path, PhaseFileKind::states, head);
    file.add(counts);
    file.add(states);
    file.commit();
    decided.open = counts[static_cast<size_t>(PhaseState::open)];
  }
  decided.is_complete = folder.complete_parts(PhaseFileKind::states, decided.round).has_value();
  if (decided.is_complete) {
    count(PhaseStates(folder, documents, decided.round), decided);
  }
  return decided;
}

FinalDecisions::FinalDecisions(const WorkFolder& folder, const PhaseDocuments& documents)
    : folder_(folder),
      documents_(documents),
      states_(folder, documents, folder.open_round() - 1),
      compared_(folder, documents, folder.open_round() - 1) {
  if (states_.count(PhaseState::open) > 0) {
    throw Error(ErrorKind::input,
                {folder.path(),
                 std::to_string(states_.count(PhaseState::open)) + " documents are not decided yet",
                 "run reprise phases join, verify and decide once more", false});
  }
  if (documents.before(documents.shards()) > 0) {
    for_each_part(folder, documents, PhaseFileKind::buckets, 0,
                  [&](std::unique_ptr<PhaseFile> file) { buckets_.push_back(std::move(file)); });
  }
}

NamedDecision FinalDecisions::choose(std::span<const PairSimilarity> similar) const {
  std::vector<DocumentName> heads;
  for (const PairSimilarity& pair : similar) {
    if (states_.of(pair.head) == PhaseState::kept) {
      heads.push_back(pair.head);
    }
  }
  documents_.sort(heads);
  const DedupOptions& options = documents_.options();
  KeptChoice choice{options.threshold};
  for (const DocumentName head : heads) {
    const auto pair =
        std::lower_bound(similar.begin(), similar.end(), head,
                         [](const PairSimilarity& p, DocumentName name) { return p.head < name; });
    const bool is_hopeful = options.verify != Verification::exact ||
                            pair->estimate >= least_hopeful(choice.least(), options.sketch.slots);
    if (is_hopeful) {
      choice.offer(head, pair->similarity);
    }
  }
  if (!choice.is_found()) {
    throw Error(ErrorKind::input, {folder_.path(), "holds rounds that contradict one another",
                                   "name another folder, and begin anew", false});
  }
  return {choice.kept, static_cast<float>(choice.best)};
}

NamedDecision FinalDecisions::of_original(DocumentName name) const {
  if (states_.of(name) == PhaseState::kept) {
    return {name, Decision().similarity};
  }
  return choose(compared_.pairs(name, name + 1, documents_.options().threshold));
}

std::vector<NamedPair> FinalDecisions::copies_of(uint32_t shard) const {
  std::vector<NamedPair> copies;
  const DocumentName end = document_name(shard + uint64_t{1}, 0);
  for (const auto& file : buckets_) {
    for (const NamedPair& copy : entries_of_documents<NamedPair>(*file, buckets_section::copies,
                                                                 document_name(shard, 0), end)) {
      documents_.check(copy.document, *file);
      documents_.check(copy.head, *file);
      copies.push_back(copy);
    }
  }
  return copies;
}

std::vector<NamedDecision> FinalDecisions::of_shard(uint32_t shard) const {
  const DocumentName begin = document_name(shard, 0);
  std::vector<NamedDecision> decisions(documents_.count(shard));
  for (uint32_t record = 0; record < decisions.size(); ++record) {
    decisions[record] = {begin + record, Decision().similarity};
  }
  if (decisions.empty()) {
    return decisions;
  }
  const std::vector<PairSimilarity> similar =
      compared_.pairs(begin, document_name(shard + uint64_t{1}, 0), documents_.options().threshold);
  for_each_run(similar, &PairSimilarity::document, [&](std::span<const PairSimilarity> pairs) {
    const DocumentName name = pairs.front().document;
    if (states_.of(name) == PhaseState::left) {
      decisions[record_of(name)] = choose(pairs);
    }
  });
  for (const NamedPair& copy : copies_of(shard)) {
    const bool is_here = shard_of(copy.head) == shard;
    decisions[record_of(copy.document)] =
        is_here ? decisions[record_of(copy.head)] : of_original(copy.head);
  }
  return decisions;
}

}  // namespace reprise::detail
