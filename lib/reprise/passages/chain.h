// Chains: runs of equal words that follow one another in both texts, with small gaps, belong to one
// passage.
//
//     a: "the ferry was [late] again on the northern route"        two runs, one gap
//     b: "the ferry was [once more] again on the northern route"
//
// As in minimap2, the best chain that ends in each run is found from the few runs before it; a gap
// costs the logarithm of its length, and of the difference between its two sides. Chains are then
// taken from the best down, each run once.
//
// Source: Li, Minimap2: pairwise alignment for nucleotide sequences, Bioinformatics 34 (2018),
// section 2.1.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "reprise/passages/seeds.h"

namespace reprise::detail {

// Runs in order; they neither overlap nor cross in either text.
using Chain = std::vector<Run>;

// Returns how many words may lie between two runs of a chain: what they hold is aligned, and cut if
// need be.
inline uint32_t reach_of(const PassageOptions& options) {
  constexpr uint32_t longest = 64;
  return options.longest_gap == 0 ? 0 : std::max(longest, options.longest_gap);
}

// Returns the chains, the best first. REQUIRES: runs ordered by a, then b. Cost: linear in the
// runs, times a look-back of at most 64. Pure; any thread.
std::vector<Chain> make_chains(std::span<const Run> runs, uint32_t longest_gap);

}  // namespace reprise::detail
