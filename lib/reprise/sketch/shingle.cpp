// Makes the set of a text's shingles.
//
// Steps: the text becomes a list of hashes, of its words or of the characters of its folded words
// with a blank between; each run of so many is hashed to one number; the numbers are sorted, and
// those that repeat are left out.
//
//     "a b a b a", runs of 3    "a b a" "b a b" "a b a"    two shingles
//
// Cost: linear in the text, and the sort of hash_sort.h.
#include "reprise/sketch/shingle.h"

#include "reprise/base/hash.h"
#include "reprise/base/utf8.h"
#include "reprise/sketch/hash_sort.h"

namespace reprise::detail {
namespace {

std::vector<uint64_t> character_hashes(std::string_view text, std::span<const Token> tokens,
                                       const Normalisation& rules) {
  std::vector<uint64_t> hashes;
  std::string folded;
  for (const Token& token : tokens) {
    fold_word(token.span.in(text), rules, folded);
    if (!hashes.empty()) {
      hashes.push_back(mix(' '));
    }
    for (size_t at = 0; at < folded.size();) {
      const Decoded c = decode(folded, at);
      hashes.push_back(mix(c.code));
      at += c.size;
    }
  }
  return hashes;
}

}  // namespace

std::string what_shingles_are(const ShingleOptions& options) {
  return "runs of " + std::to_string(options.size) +
         (options.unit == ShingleUnit::words ? " words" : " characters");
}

ShingleSet make_shingles(std::string_view text, std::span<const Token> tokens,
                         const Normalisation& rules, const ShingleOptions& options) {
  std::vector<uint64_t> units;
  if (options.unit == ShingleUnit::words) {
    units.reserve(tokens.size());
    for (const Token& token : tokens) {
      units.push_back(token.hash);
    }
  } else {
    units = character_hashes(text, tokens, rules);
  }
  ShingleSet set;
  roll_shingles(units, options.size, set);
  sort_unique(set);
  return set;
}

}  // namespace reprise::detail
