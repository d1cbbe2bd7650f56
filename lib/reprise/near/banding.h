// Locality-sensitive hashing by bands: which pairs of sketches are worth comparing.
//
// A sketch is cut into bands of r slots. Two documents become a candidate pair if they agree in
// every slot of a band: at Jaccard similarity J that happens with probability
//     1 - (1 - J^r)^bands
// which is an S-curve. r is chosen as large (as sharp) as the recall that is wanted at the
// threshold allows.
//
//     k = 128, threshold 0.8:  21 bands of 6, found with probability 0.9983 at 0.8 and 0.9999999 at
//                              0.9
//     k = 128, threshold 0.5:  42 bands of 3, 0.9963 at 0.5
//
// Source: Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, section 3.4; Indyk, Motwani
// 1998.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reprise/near.h"
#include "reprise/sketch/minhash.h"

namespace reprise::detail {

// Returns the probability that a pair of the given similarity becomes a candidate.
double candidate_probability(double jaccard, uint32_t bands, uint32_t rows);

// Returns the sharpest banding of k slots that expects at least `recall` at the threshold; one row
// if none does. REQUIRES: k > 0, 0 < threshold <= 1.
Banding choose_banding(uint32_t slots, double threshold, double recall = 0.995);

// Returns all pairs of sketches that agree in a band, ascending, without repetition. Empty sketches
// are in none. Memory: 16 bytes a sketch for each band that is worked on (one a thread), and the
// pairs. Cost: a sort a band. In a bucket of more than 64 sketches each is paired with the first 64
// alone, so a thousand near-copies are no million pairs. Bands run in parallel.
std::vector<DocumentPair> candidate_pairs(std::span<const Sketch> sketches, const Banding& banding);

// Returns a key for each band of the sketch, the number of the band stirred in; none of an empty
// one. Two sketches that agree in a band have its key in common; others do by chance once in 2^32,
// so that whoever meets by keys is still to be compared.
std::vector<uint32_t> band_keys(const Sketch& sketch, const Banding& banding);

// Of a larger bucket, each sketch is paired with that many first ones alone: they are those that
// clusters keep.
inline constexpr size_t most_heads = 64;

}  // namespace reprise::detail
