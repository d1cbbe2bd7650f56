// Which document holds most of the words of another one.
//
// An index of the words of those who ask alone: for each of them a list of the documents that hold
// it. Who asks goes through the lists of its words, and counts.
//
//     0: {ferry, sails}   1: {ferry, is, late}   2: {late, is, ferry, sails}      0 asks
//     ferry: 0 1 2   sails: 0 2          2 holds two of its words, 1 holds one
//
// A word that more than `most_holders_of_a_word` hold says nothing, and is in no list: so the cost
// of an answer is bounded by the words of who asks, times that. Memory: 4 bytes for each word that
// somebody asks about, in each document; twice. Answers are pure, for any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "reprise/ids.h"
#include "reprise/sketch/shingle.h"

namespace reprise::detail {

inline constexpr size_t most_holders_of_a_word = 250;

class WordIndex {
 public:
  // `words`: the different words of each document. `asked`: who will ask. Documents before
  // `first_holder` are no answer. In parallel.
  WordIndex(std::span<const ShingleSet> words, std::span<const DocumentId> asked,
            DocumentId first_holder);

  // Returns the document that holds most of the other's words, of equal ones the first; nothing if
  // none holds any.
  std::optional<DocumentId> nearest(DocumentId to) const;

 private:
  std::vector<uint32_t> places_of(const ShingleSet& words) const;
  void count_holders(DocumentId first);
  void fill(DocumentId first);

  std::vector<uint64_t> wanted_;             // the words that are asked about, ascending
  std::vector<std::vector<uint32_t>> held_;  // of each document, their places in wanted_
  std::vector<size_t> begin_;                // of each word's holders; and the end of the last
  std::vector<DocumentId> holders_;
};

}  // namespace reprise::detail
