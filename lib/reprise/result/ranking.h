// Who has how much of whom: one list of pairs, in order.
//
// In the list is every pair that
//
//     1. has a passage in common, however short,
//     2. reaches the threshold (Result::pairs), or
//     3. has anything in common by the measure that ranks the list, where that is not reused words;
//     4. and of a document that is in none of these the pair with the document that holds most of
//        its words, so that nobody is missing.
//
// The list is ordered by the measure that CompareOptions::rank names; what it leaves equal by the
// share of the smaller text that is reused, then its reused words, the longest passage, the words
// that both know, and at last by the numbers of the documents:
//
//     essay-3 (400 words), source (900 words): 300 words of the essay    0.75 of the smaller
//     essay-1 (500 words), source: 250 words                             0.5
//     essay-2, source: no passage, 0.4 of its different words            0, and behind: 0.4
//
// Cost: a sort of the passages, a look-up of each measure a pair, and that of word_index.h; never
// the square of the documents. In all a fifth of what finding the passages of 100,000 documents
// takes. Memory: 72 bytes a pair.
#pragma once

#include <cstdint>
#include <vector>

#include "reprise/near.h"
#include "reprise/result.h"

namespace reprise::detail {

// Returns the list. REQUIRES: the result is whole but for it. Documents run in parallel.
std::vector<RankedPair> rank_pairs(const Result& result);

// Puts the pairs in the order of the measure.
void sort_ranking(std::vector<RankedPair>& ranking, RankBy by, const Result& result);

// What the smaller of two texts has of the other; of two of equal length, the one that has more.
struct ReusedWords {
  DocumentId of;       // the smaller text
  uint32_t words = 0;  // of it that lie in passages shared with the other
  double share = 0;    // their share of its words
};
ReusedWords reused_words(const RankedPair& pair, const Result& result);

}  // namespace reprise::detail
