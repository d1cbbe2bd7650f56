// Pages and items of a reference as lists of hashes, for tests.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "reprise/base/hash.h"
#include "reprise/near/reference.h"
#include "support/generator.h"

namespace reprise::detail::support {

using Hashes = std::vector<uint64_t>;

inline Hashes hashes_of(const Words& words) {
  Hashes hashes;
  for (const std::string& word : words) {
    hashes.push_back(hash_bytes(word));
  }
  return hashes;
}

// Words split at blanks.
inline Hashes text(const std::string& words) {
  Hashes hashes;
  for (const Token& token : tokenize(words)) {
    hashes.push_back(token.hash);
  }
  return hashes;
}

inline Hashes operator+(Hashes a, const Hashes& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

inline Hashes part(const Hashes& words, size_t begin, size_t end) {
  const auto at = [&](size_t i) {
    return words.begin() + static_cast<std::ptrdiff_t>(i);
  };
  return {at(begin), at(end)};
}

// Words that stand nowhere else.
inline Hashes fresh(size_t count, Random& random) {
  Hashes hashes(count);
  for (uint64_t& hash : hashes) {
    hash = random.next();
  }
  return hashes;
}

inline std::vector<ReferenceMatch> find(const std::vector<Hashes>& items, const Hashes& page,
                                        const ReferenceOptions& options = {}) {
  return ReferenceIndex(items, options).find(page);
}

}  // namespace reprise::detail::support
