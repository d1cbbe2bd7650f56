// What is new: of documents that were held against references, what stands in none of them.
//
//     reference   "The ferry was late again. Nobody was hurt."
//     document    "The ferry was late again. The minister resigned at noon."
//     new         5 of its 10 words, 1 of its 2 statements: "The minister resigned at noon."
//
// A word is known if it lies in a passage. A statement is known if half of its words are, or if it
// holds a mention of a point, which a reference states too; a figure, if its statement is. New
// statements come in the order of their substance: those that most of the documents carry, word for
// word, first, then the longest. Statements of fewer than five words are headlines of sections and
// the like, and in no list. What stands in texts that don't count (Result::ignored), such as the
// question that all answers repeat, is neither new nor known: it is passed over.
//
// Counter-example: what a reference says in wholly other words, without a point in common, counts
// as new.
//
// Cost: that of the sentences and figures of the documents, which are found anew; any thread.
#pragma once

#include <vector>

#include "reprise/result.h"

namespace reprise::detail {

// How much of a document is new.
struct Novelty {
  DocumentId document;
  uint32_t words = 0;
  uint32_t new_words = 0;
  uint32_t statements = 0;  // in its text
  uint32_t new_statements = 0;
  uint32_t figures = 0;
  uint32_t new_figures = 0;
  uint32_t known_quotations = 0;  // passages that are quoted on both sides
};

struct NewStatement {
  UnitId unit;  // of the first document that carries it
  Span span;
  uint32_t words = 0;
  std::vector<DocumentId> documents;  // that carry it, ascending
};

struct News {
  std::vector<Novelty> documents;  // those that are no references, in order
  std::vector<NewStatement> statements;
};

// Returns what is new. REQUIRES: the result was made with references that are looked up
// (Parts::pairs), and has its texts.
News find_news(const Result& result);

}  // namespace reprise::detail
