// Documents that come to an archive, sorted: which are new, which take the place of others, which
// are there already.
//
//     in the archive   a: "One."         come   a: "One."   b: "Two."   b: "Three."
//     without replace  an error: b has two contents
//     with             a unchanged; b: "Three." is new
//
// Cost: a hash of each, and a look into the catalogue. One thread but for the hashes.
#pragma once

#include <vector>

#include "reprise/archive.h"
#include "reprise/archive/catalogue.h"

namespace reprise::detail {

// What is to be added.
struct Arrivals {
  std::vector<Document> documents;
  std::vector<ContentKey> ids;
  std::vector<ContentKey> contents;
  std::vector<uint64_t> replaced;  // the numbers of those that go
  ArchiveChange change;
};

// Throws Error of kind `input` where one has other contents than another of its id, unless it may
// replace that.
Arrivals sort_arrivals(std::vector<Document> documents, bool replace, Catalogue& catalogue);

}  // namespace reprise::detail
