#include "reprise/points/characters.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"
#include "reprise/text/fold.h"

namespace reprise {
namespace {

constexpr size_t shortest_gram = 3, longest_gram = 5;

// Returns the hashes of a stretch's grams, ascending, each as often as it stands there.
std::vector<uint32_t> grams_of(const TextUnit& unit, TokenRange stretch) {
  std::string text = " ", folded;
  for (uint32_t t = stretch.begin; t < stretch.end; ++t) {
    fold_word(unit.tokens[t].span.in(unit.text), {}, folded);
    text += folded + " ";
  }
  std::vector<uint32_t> grams;
  grams.reserve(text.size() * (longest_gram - shortest_gram + 1));
  for (size_t n = shortest_gram; n <= longest_gram; ++n) {
    for (size_t i = 0; i + n <= text.size(); ++i)
      grams.push_back(static_cast<uint32_t>(hash_bytes(std::string_view(text).substr(i, n), n)));
  }
  std::sort(grams.begin(), grams.end());
  return grams;
}

}  // namespace

GramRarity::GramRarity(const Story& story, std::span<const TextUnit> units) : lines_(story.lines.size()) {
  std::vector<std::vector<uint32_t>> grams(lines_);
  parallel_for(lines_, [&](size_t i) {
    const Statement& statement = *story.lines[i].statement;
    grams[i] = grams_of(units[statement.unit], statement.tokens);
    grams[i].erase(std::unique(grams[i].begin(), grams[i].end()), grams[i].end());
  });
  for (const auto& list : grams) {
    for (uint32_t gram : list) ++holders_[gram];
  }
}

GramVector GramRarity::vector(const Line& line, TokenRange stretch, std::span<const TextUnit> units) const {
  GramVector result;
  std::vector<double> weights;
  double squares = 0;
  const std::vector<uint32_t> grams = grams_of(units[line.statement->unit], stretch);
  for (size_t begin = 0, end = 0; begin < grams.size(); begin = end) {
    while (end < grams.size() && grams[end] == grams[begin]) ++end;
    weights.push_back(static_cast<double>(end - begin) * rarity(lines_, holders_.at(grams[begin])));
    result.keys.push_back(grams[begin]);
    squares += weights.back() * weights.back();
  }
  const double length = std::sqrt(squares);
  for (double weight : weights) result.weights.push_back(static_cast<float>(weight / length));
  return result;
}

double cosine(const GramVector& a, const GramVector& b) {
  double sum = 0;
  for (size_t i = 0, j = 0; i < a.keys.size() && j < b.keys.size();) {
    const uint32_t x = a.keys[i], y = b.keys[j];
    if (x == y) sum += static_cast<double>(a.weights[i]) * static_cast<double>(b.weights[j]);
    i += x <= y;
    j += y <= x;
  }
  return std::min(1.0, sum);
}

}  // namespace reprise
