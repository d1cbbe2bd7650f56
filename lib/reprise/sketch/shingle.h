// Shingles: the set of all runs of n consecutive words (or characters) of a text, as 64-bit hashes.
//
//     n = 3, "the ferry was late again"  ->  {the ferry was, ferry was late, was late again}
//
// A word is hashed once; a shingle's hash is rolled on from the one before: with word hashes w and
// an odd constant B,
//     h = mix(w[0] B^(n-1) + w[1] B^(n-2) + ... + w[n-1])  mod 2^64
// so that a shingle costs a multiplication or two, whatever n. Different shingles collide with a
// probability of about 2^-64 a pair; "exact" below means exact up to that.
//
// A text of fewer than n words has one shingle: all of them. One without words has none.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/options.h"
#include "reprise/words/tokenize.h"

namespace reprise::detail {

// Returns what a shingle is, as readers are told: "runs of 5 words".
std::string what_shingles_are(const ShingleOptions& options);

// A set of shingle hashes: ascending, without repetition.
using ShingleSet = std::vector<uint64_t>;

inline constexpr uint64_t shingle_base = 0xd6e8feb86659fd93u;  // B: odd, its bits well mixed

// Replaces the content of `hashes` with the shingles of n consecutive words whose hashes are
// `words`: in the order of the text, with repetitions; for a sketch, which takes no notice of
// either. REQUIRES: n > 0. Cost: 1 to 1.5 ns a word with AVX-512 and n = 5, 2 ns otherwise. Pure;
// any thread.
void roll_shingles(std::span<const uint64_t> words, uint32_t n, std::vector<uint64_t>& hashes);

// Returns the shingles of the text whose words are `tokens`. Characters are those of the folded
// words, joined by single blanks: "The  Ferry" and "the ferry" have the same. Cost: that of
// roll_shingles, then the sort, about 30 ns a word. Pure; any thread.
ShingleSet make_shingles(std::string_view text, std::span<const Token> tokens,
                         const Normalisation& rules, const ShingleOptions& options);

}  // namespace reprise::detail
