// Which documents of an archive may have something in common with others: references.h, answered
// from the segments.
//
//     band    ->  of each segment in order, the documents with its key; 64 of them and no more
//     gram    ->  how many places its bucket has in all segments; the documents, if these are few;
//                 else the first that holds the gram itself, which its text must show
//
// Cost: a look into each segment for each key; then the documents found, unpacked. Any thread.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "reprise/archive/references.h"
#include "reprise/archive/segment.h"

namespace reprise::detail {

// What a reader sees of an archive, whatever is written meanwhile.
struct Snapshot {
  ArchiveParameters parameters;
  std::vector<SegmentView> segments;  // in the order of their documents
};

class ArchiveReferences : public References {
 public:
  explicit ArchiveReferences(std::shared_ptr<const Snapshot> snapshot);
  bool are_all_found() const override { return false; }
  FoundReferences find(const Asked& asked) override;

 private:
  std::shared_ptr<const Snapshot> snapshot_;
};

// Returns all documents of the snapshot, in order. Throws Error.
std::vector<Document> all_documents(const Snapshot& snapshot);

// Calls goes_on for each document, from the last to the first, until it returns false. Throws
// Error, and what goes_on throws.
void visit_newest_first(const Snapshot& snapshot,
                        const std::function<bool(const Document&)>& goes_on);

}  // namespace reprise::detail
