#include "reprise/sketch/shingle.h"

#include <algorithm>
#include <string>

#include "reprise/base/hash.h"
#include "reprise/base/utf8.h"

namespace reprise {
namespace {

constexpr uint64_t base = 0xd6e8feb86659fd93u;  // odd, bits well mixed

// Returns the rolled hash of each n consecutive units; of all of them, if they are fewer.
std::vector<uint64_t> roll(std::span<const uint64_t> units, size_t n) {
  std::vector<uint64_t> hashes;
  n = std::min(n, units.size());
  if (n == 0) return hashes;
  hashes.reserve(units.size() - n + 1);
  uint64_t leaving = 1;  // B^n, the weight of the unit that leaves
  for (size_t i = 0; i < n; ++i) leaving *= base;
  uint64_t sum = 0;
  for (size_t i = 0; i < units.size(); ++i) {
    sum = sum * base + units[i];
    if (i >= n) sum -= units[i - n] * leaving;
    if (i + 1 >= n) hashes.push_back(mix(sum));
  }
  return hashes;
}

std::vector<uint64_t> character_hashes(std::string_view text, std::span<const Token> tokens,
                                       const Normalisation& rules) {
  std::vector<uint64_t> hashes;
  std::string folded;
  for (const Token& token : tokens) {
    fold_word(token.span.in(text), rules, folded);
    if (!hashes.empty()) hashes.push_back(mix(' '));
    for (size_t at = 0; at < folded.size();) {
      const Decoded c = decode(folded, at);
      hashes.push_back(mix(c.code));
      at += c.size;
    }
  }
  return hashes;
}

}  // namespace

ShingleSet make_shingles(std::string_view text, std::span<const Token> tokens, const Normalisation& rules,
                         const ShingleOptions& options) {
  std::vector<uint64_t> units;
  if (options.unit == ShingleUnit::words) {
    units.reserve(tokens.size());
    for (const Token& token : tokens) units.push_back(token.hash);
  } else {
    units = character_hashes(text, tokens, rules);
  }
  ShingleSet set = roll(units, options.size);
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
  return set;
}

}  // namespace reprise
