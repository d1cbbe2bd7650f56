// Documents of an archive by outlet, date and what they say.
//
//     {source: courier, from: 2031-05}                the newest arrivals first
//     {says: "the ferry was late again"}              those that share words in a row with it, with
//                                                     these; those that share most come first
//
// What an archive knows of a document without reading it are its words in a row: who says the same
// in other words is not found.
//
// Cost: with `says`, that of a query; without, some 15 µs for each document that is looked at,
// until there are enough.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "library.h"
#include "reprise/archive.h"
#include "reprise/corpus/date.h"

namespace reprise::program {

struct DocumentSearch {
  std::string source;              // a part of its name, in any case of letters; empty: any
  std::optional<DateRange> dates;  // which its date may touch; nothing: any, or none
  std::string says;                // empty: anything
  size_t limit = 50;
};

struct FoundDocument {
  Document document;
  std::string said;    // what it shares with `says`, as it stands there
  uint32_t words = 0;  // how many of `says` it shares
};

struct FoundDocuments {
  std::vector<FoundDocument> documents;
  bool are_all = true;  // else there are more than the limit
};

// Throws Error.
FoundDocuments search_documents(const Archive& archive, const DocumentSearch& search,
                                const CompareOptions& options, const RunControl& control);

}  // namespace reprise::program
