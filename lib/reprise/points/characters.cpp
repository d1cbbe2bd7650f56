#include "reprise/points/characters.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "reprise/base/parallel.h"
#include "reprise/words/fold.h"

namespace reprise::detail {
namespace {

// Returns a stretch's grams, ascending, each as often as it stands there.
std::vector<uint32_t> grams_of(const TextUnit& unit, TokenRange stretch) {
  std::string text = " ", folded;
  for (uint32_t t = stretch.begin; t < stretch.end; ++t) {
    fold_word(unit.tokens[t].span.in(unit.text), {}, folded);
    text += folded + " ";
  }
  std::vector<uint32_t> grams;
  uint32_t gram = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    gram = gram << 8 | static_cast<unsigned char>(text[i]);
    if (i >= 3) {
      grams.push_back(gram);
    }
  }
  std::sort(grams.begin(), grams.end());
  return grams;
}

}  // namespace

GramRarity::GramRarity(const Story& story, std::span<const TextUnit> units) {
  const size_t lines = story.lines.size();
  std::vector<std::vector<uint32_t>> grams(lines);
  parallel_for(lines, [&](size_t i) {
    const Statement& statement = *story.lines[i].statement;
    grams[i] = grams_of(units[statement.unit], statement.tokens);
    grams[i].erase(std::unique(grams[i].begin(), grams[i].end()), grams[i].end());
  });
  std::vector<uint32_t> all;
  for (const auto& list : grams) {
    all.insert(all.end(), list.begin(), list.end());
  }
  std::sort(all.begin(), all.end());
  for (size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    while (end < all.size() && all[end] == all[begin]) {
      ++end;
    }
    grams_.push_back(all[begin]);
    weights_.push_back(rarity(lines, end - begin));
  }
}

GramVector GramRarity::vector(const Line& line, TokenRange stretch,
                              std::span<const TextUnit> units) const {
  GramVector result;
  std::vector<double> weights;
  double squares = 0;
  const std::vector<uint32_t> grams = grams_of(units[line.statement->unit], stretch);
  for (size_t begin = 0, end = 0; begin < grams.size(); begin = end) {
    while (end < grams.size() && grams[end] == grams[begin]) {
      ++end;
    }
    const auto place =
        std::lower_bound(grams_.begin(), grams_.end(), grams[begin]) - grams_.begin();
    weights.push_back(static_cast<double>(end - begin) * weights_[static_cast<size_t>(place)]);
    result.keys.push_back(grams[begin]);
    squares += weights.back() * weights.back();
  }
  const double length = std::sqrt(squares);
  for (double weight : weights) {
    result.weights.push_back(static_cast<float>(weight / length));
  }
  return result;
}

double cosine(const GramVector& a, const GramVector& b) {
  double sum = 0;
  for (size_t i = 0, j = 0; i < a.keys.size() && j < b.keys.size();) {
    const uint32_t x = a.keys[i], y = b.keys[j];
    if (x == y) {
      sum += static_cast<double>(a.weights[i]) * static_cast<double>(b.weights[j]);
    }
    i += x <= y;
    j += y <= x;
  }
  return std::min(1.0, sum);
}

}  // namespace reprise::detail
