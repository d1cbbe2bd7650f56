// Steps: the grams of each line are counted once a line and given a weight by how few lines hold
// them; a stretch's vector has its grams, each times as often as it stands there.
//
//     "The ferry"  ->  " the ferry "
//     ->  " the", "the ", "he f", "e fe", " fer", "ferr", "erry", "rry "
//
// A gram is four bytes, so it is kept as one number of 32 bits, and a vector as sorted numbers.
#include "reprise/points/characters.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"
#include "reprise/words/fold.h"

namespace reprise::detail {
namespace {

// Returns a stretch's grams, ascending, each as often as it stands there.
std::vector<uint32_t> grams_of(const TextUnit& unit, TokenRange stretch) {
  std::string text = " ";
  std::string folded;
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

// Returns each number of the ascending list with how often it stands there.
std::vector<std::pair<uint32_t, size_t>> count_runs(const std::vector<uint32_t>& list) {
  std::vector<std::pair<uint32_t, size_t>> runs;
  for (uint32_t number : list) {
    if (runs.empty() || runs.back().first != number) {
      runs.emplace_back(number, 0);
    }
    ++runs.back().second;
  }
  return runs;
}

}  // namespace

GramRarity::GramRarity(const Story& story, std::span<const TextUnit> units) {
  const size_t lines = story.lines.size();
  std::vector<std::vector<uint32_t>> grams(lines);
  parallel_for(lines, [&](size_t i) {
    const Statement& statement = *story.lines[i].statement;
    grams[i] = grams_of(units[statement.unit], statement.tokens);
    make_set(grams[i]);
  });
  std::vector<uint32_t> all = joined(grams);
  std::sort(all.begin(), all.end());
  for (const auto& [gram, holding] : count_runs(all)) {
    grams_.push_back(gram);
    weights_.push_back(rarity(lines, holding));
  }
}

double GramRarity::weight(uint32_t gram) const {
  const auto place = std::lower_bound(grams_.begin(), grams_.end(), gram) - grams_.begin();
  return weights_[static_cast<size_t>(place)];
}

GramVector GramRarity::vector(const Line& line, TokenRange stretch,
                              std::span<const TextUnit> units) const {
  GramVector result;
  std::vector<double> weights;
  double squares = 0;
  for (const auto& [gram, count] : count_runs(grams_of(units[line.statement->unit], stretch))) {
    const double value = static_cast<double>(count) * weight(gram);
    result.keys.push_back(gram);
    weights.push_back(value);
    squares += value * value;
  }
  const double length = std::sqrt(squares);
  for (double value : weights) {
    result.weights.push_back(static_cast<float>(value / length));
  }
  return result;
}

double cosine(const GramVector& a, const GramVector& b) {
  double sum = 0;
  size_t i = 0;
  size_t j = 0;
  while (i < a.keys.size() && j < b.keys.size()) {
    const uint32_t x = a.keys[i];
    const uint32_t y = b.keys[j];
    if (x == y) {
      sum += static_cast<double>(a.weights[i]) * static_cast<double>(b.weights[j]);
    }
    i += x <= y;
    j += y <= x;
  }
  return std::min(1.0, sum);
}

}  // namespace reprise::detail
