#include "support/oracles.h"

#include <algorithm>

namespace reprise::detail::support {
namespace {

StringSet runs_of(std::span<const std::string> units, size_t n, const std::string& glue) {
  StringSet set;
  if (units.empty()) {
    return set;
  }
  n = std::min(n, units.size());
  for (size_t i = 0; i + n <= units.size(); ++i) {
    std::string run;
    for (size_t j = 0; j < n; ++j) {
      run += units[i + j] + glue;
    }
    set.insert(std::move(run));
  }
  return set;
}

}  // namespace

StringSet word_shingles(std::span<const std::string> words, size_t n) {
  return runs_of(words, n, "|");
}

StringSet character_shingles(std::span<const std::string> words, size_t n) {
  std::vector<std::string> characters;
  for (const std::string& word : words) {
    if (!characters.empty()) {
      characters.emplace_back(" ");
    }
    for (const char c : word) {
      const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
      if (continues) {
        characters.back() += c;
      } else {
        characters.emplace_back(1, c);
      }
    }
  }
  return runs_of(characters, n, "");
}

size_t shared(const StringSet& a, const StringSet& b) {
  return static_cast<size_t>(
      std::count_if(a.begin(), a.end(), [&](const auto& x) { return b.count(x) > 0; }));
}

double jaccard(const StringSet& a, const StringSet& b) {
  StringSet both = a;
  both.insert(b.begin(), b.end());
  return both.empty() ? 0 : static_cast<double>(shared(a, b)) / static_cast<double>(both.size());
}

double containment(const StringSet& a, const StringSet& b) {
  return a.empty() ? 0 : static_cast<double>(shared(a, b)) / static_cast<double>(a.size());
}

std::vector<OraclePair> all_pairs(std::span<const StringSet> sets, double threshold) {
  std::vector<OraclePair> pairs;
  for (uint32_t a = 0; a < sets.size(); ++a) {
    for (uint32_t b = a + 1; b < sets.size(); ++b) {
      const double similarity = jaccard(sets[a], sets[b]);
      if (similarity >= threshold) {
        pairs.push_back({a, b, similarity});
      }
    }
  }
  return pairs;
}

std::vector<uint32_t> greedy_representatives(
    uint32_t count, const std::function<double(uint32_t, uint32_t)>& similarity, double threshold) {
  std::vector<uint32_t> representatives;
  std::vector<uint32_t> kept;
  for (uint32_t d = 0; d < count; ++d) {
    uint32_t best = d;
    double highest = -1;
    for (const uint32_t k : kept) {
      const double s = similarity(k, d);
      if (s >= threshold && s > highest) {
        highest = s;
        best = k;
      }
    }
    if (best == d) {
      kept.push_back(d);
    }
    representatives.push_back(best);
  }
  return representatives;
}

std::vector<uint32_t> chained_representatives(
    uint32_t count, const std::function<double(uint32_t, uint32_t)>& similarity, double threshold) {
  std::vector<uint32_t> first(count, count);
  for (uint32_t start = 0; start < count; ++start) {
    if (first[start] != count) {
      continue;
    }
    std::vector<uint32_t> waiting{start};
    first[start] = start;
    while (!waiting.empty()) {
      const uint32_t d = waiting.back();
      waiting.pop_back();
      for (uint32_t other = 0; other < count; ++other) {
        if (first[other] != count ||
            similarity(std::min(d, other), std::max(d, other)) < threshold) {
          continue;
        }
        first[other] = start;
        waiting.push_back(other);
      }
    }
  }
  return first;
}

size_t longest_common_subsequence(std::span<const std::string> a, std::span<const std::string> b) {
  std::vector<std::vector<size_t>> length(a.size() + 1, std::vector<size_t>(b.size() + 1, 0));
  for (size_t i = 1; i <= a.size(); ++i) {
    for (size_t j = 1; j <= b.size(); ++j) {
      length[i][j] = a[i - 1] == b[j - 1] ? length[i - 1][j - 1] + 1
                                          : std::max(length[i - 1][j], length[i][j - 1]);
    }
  }
  return length[a.size()][b.size()];
}

}  // namespace reprise::detail::support
