// Which clauses say alike things, and how alike.
//
// Candidates come from an inverted index over stems: clauses that share two stems, or one that is rare. Their likeness is
// the cosine of their stems, weighted with rarity inside the collection (the words of the story that all the documents
// tell count little), mixed with the cosine of their character 3-, 4- and 5-grams, which sees "export" in "exporters" and
// "e-mail" in "email".
//
// Long clauses get a bonus, since they say other things beside.
//
// Source: Salton, Buckley 1988 (tf-idf); Spärck Jones 1972 (idf); Singhal, Buckley, Mitra 1996 (length).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reprise/points/point.h"
#include "reprise/points/terms.h"

namespace reprise {

// Two clauses of different documents, by index, a < b, and their likeness in [0, 1].
struct ScoredPair {
  uint32_t a = 0;
  uint32_t b = 0;
  double score = 0;
};

// Returns the rarity of each stem: ln((1 + n) / (1 + df)) + 1 over n clauses, rounded to a millionth, so that the last bit
// of a processor's logarithm decides nothing. A word that is everywhere weighs 1.
std::vector<double> stem_weights(const ClauseTable& table);

// Returns the scored candidates, ascending by a, then b; with references (documents from `first_reference` on), those of
// which one alone is a reference's. Cost: in proportion to the candidates; clauses run in parallel.
std::vector<ScoredPair> score_pairs(const ClauseTable& table, std::span<const TextUnit> units,
                                    const PointOptions& options, uint32_t first_reference = UINT32_MAX);

}  // namespace reprise
