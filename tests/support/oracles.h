// Brute-force twins of what the library does cleverly: strings in std::set, every pair, every cell
// of a table.
//
// They share no code with the library, so that a mistake in its hashing, sorting or indexing shows
// as a difference.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace reprise::detail::support {

using StringSet = std::set<std::string>;

// Returns all runs of n consecutive words, joined by '|'; the whole text if it has fewer; nothing
// if it has none.
StringSet word_shingles(std::span<const std::string> words, size_t n);

// The same of characters, the words joined by blanks. REQUIRES: valid UTF-8.
StringSet character_shingles(std::span<const std::string> words, size_t n);

size_t shared(const StringSet& a, const StringSet& b);
double jaccard(const StringSet& a, const StringSet& b);  // 0 if both are empty
double containment(const StringSet& a,
                   const StringSet& b);  // the share of a found in b; 0 if a is empty

struct OraclePair {
  uint32_t a = 0, b = 0;
  double jaccard = 0;
};

// Returns all pairs a < b with a Jaccard similarity of at least the threshold, ascending.
std::vector<OraclePair> all_pairs(std::span<const StringSet> sets, double threshold);

// Returns for each of `count` documents the one that stands for it, itself if it is kept: in order,
// a document leaves if it is similar to a kept one, and goes to the most similar of these, then the
// earliest.
std::vector<uint32_t> greedy_representatives(
    uint32_t count, const std::function<double(uint32_t, uint32_t)>& similarity, double threshold);

// Returns for each document the first one that a chain of similar documents leads to.
std::vector<uint32_t> chained_representatives(
    uint32_t count, const std::function<double(uint32_t, uint32_t)>& similarity, double threshold);

// Returns the length of the longest common subsequence of words. Cost: |a| |b|.
size_t longest_common_subsequence(std::span<const std::string> a, std::span<const std::string> b);

}  // namespace reprise::detail::support
