// The third phase: how alike the documents of each pair of this round are, of some of the shards.
//
// Pairs that were compared in a round before are left out. So are those whose sketches leave no
// hope of the threshold; without shingles (Verification::estimate, off) sketches decide.
//
// Cost: a microsecond a pair, and the shingles of its documents, read once where they fit into the
// system's cache.
#pragma once

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "reprise/phases/join.h"

namespace reprise::detail {

// A pair that was compared.
struct PairSimilarity {
  DocumentName document = 0;
  DocumentName head = 0;
  double estimate = 0;    // by sketches
  double similarity = 0;  // what counts, as far as the estimate leaves hope
};

namespace similarities_section {
enum : size_t {
  similarities = 1  // PairSimilarity, ascending by document and head
};
}  // namespace similarities_section

// What all rounds up to one have compared.
class ComparedRounds {
 public:
  // Opens the files of these rounds. Throws Error if one is not complete.
  ComparedRounds(const WorkFolder& folder, const PhaseDocuments& documents, uint32_t rounds);

  // Returns the pairs of the documents from `begin`, before `end`, whose similarity is `least` at
  // least; ascending by document and head.
  std::vector<PairSimilarity> pairs(DocumentName begin, DocumentName end, double least) const;

 private:
  const PhaseDocuments& documents_;
  std::vector<std::unique_ptr<PhaseFile>> files_;
};

// Compares the pairs of the part's shards for the round that is open. REQUIRES: its pairs are made.
// Throws Error, also if they are not.
PhaseOutcome verify_pairs_of_round(const WorkFolder& folder, const PhaseDocuments& documents,
                                   const PhasePart& part);

// Returns of how many parts a phase of a round is. Throws Error that says what to run if it is not
// complete.
uint32_t parts_of_complete(const WorkFolder& folder, PhaseFileKind kind, uint32_t round);

// Calls use(file), with a unique_ptr, for the files of all parts of a phase of a round. Throws
// Error if one is of another make, or missing.
template <class Use>
void for_each_part(const WorkFolder& folder, const PhaseDocuments& documents, PhaseFileKind kind,
                   uint32_t round, const Use& use) {
  const uint32_t parts = parts_of_complete(folder, kind, round);
  for (PhasePart part{1, parts}; part.number <= parts; ++part.number) {
    use(std::make_unique<PhaseFile>(folder.of_part(kind, round, part), kind,
                                    documents.head_of_part(kind, round, part)));
  }
}

// Returns the entries of a section, ascending by their documents, of those from `begin`, before
// `end`.
template <class Entry>
std::span<const Entry> entries_of_documents(const PhaseFile& file, size_t section,
                                            DocumentName begin, DocumentName end) {
  const auto place_of = [&](DocumentName name) {
    return file.lower_bound<Entry>(section, 0, file.count<Entry>(section), name, &Entry::document);
  };
  const uint64_t first = place_of(begin);
  const uint64_t last = std::max(first, place_of(end));
  const std::span<const Entry> entries = file.part<Entry>(section, first, last - first);
  for (const Entry& entry : entries) {
    if (entry.document < begin || entry.document >= end) {
      file.refuse("is damaged: its documents are out of order");
    }
  }
  return entries;
}

}  // namespace reprise::detail
