// What the rows of a report's keys (fields.h) are written from and read into, besides the struct
// that they are of: the result around it, and where it stands there.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "reprise/io/json_tree.h"
#include "reprise/report.h"
#include "reprise/report/json/kinds.h"
#include "reprise/result.h"
#include "reprise/result/places.h"

namespace reprise::detail {

// Of what is written. One for each object of a list, on its own thread: the places are prepared.
struct Writing {
  const Result& result;
  Places& places;
  const JsonOptions& options;
  size_t number = 0;                 // of the document, passage or point that is written, or around
  const Passage* passage = nullptr;  // that is written, or around
  const Point* point = nullptr;
};

class ReadPlaces;

// Of what is read, in the order of the documents, and of each list.
struct Reading {
  const JsonTree& tree;
  Result& result;
  size_t documents = 0;          // that the report has
  ReadPlaces* places = nullptr;  // once the documents are read
  size_t number = 0;             // as above
  Passage* passage = nullptr;
  Point* point = nullptr;
  uint64_t restored = 0;  // bytes of broken runs

  // What the document that is read says, and what must be compared with the rest of it.
  struct Notes {
    bool is_reference = false;
    bool has_text = false;
    bool has_broken = false;
    std::vector<Span> broken;  // runs of its text
    bool fits = true;          // the text can hold them
  };
  Notes notes{};
};

// A number that names a document.
struct DocumentNumber : Whole {
  using Whole::write;
  void read(const JsonNode& node, DocumentId& value, Reading& reading) const {
    value = DocumentId(node.index(reading.documents));
  }
};
inline constexpr DocumentNumber document_number{};

// Gets, and puts, what the result holds beside each document: words, bytes.
template <class Member>
struct Beside {
  Member member;
  constexpr auto& operator()(const auto&, auto& context) const {
    return (context.result.*member)[context.number];
  }
};
template <class Member>
constexpr Beside<Member> beside(Member member) {
  return {member};
}

}  // namespace reprise::detail
