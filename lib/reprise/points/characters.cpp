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

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"
#include "reprise/words/fold.h"

namespace reprise::detail {
namespace {

// Returns a stretch's grams in the order of the text, each as often as it stands there.
std::vector<uint32_t> grams_of(const TextUnit& unit, TokenRange stretch) {
  std::string text = " ";
  std::string folded;
  for (uint32_t t = stretch.begin; t < stretch.end; ++t) {
    fold_word(unit.tokens[t].span.in(unit.text), {}, folded);
    text += folded;
    text += ' ';
  }
  std::vector<uint32_t> grams;
  grams.reserve(text.size());
  uint32_t gram = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    gram = gram << 8 | static_cast<unsigned char>(text[i]);
    if (i >= 3) {
      grams.push_back(gram);
    }
  }
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

GramRarity::GramRarity(const Story& story, std::span<const TextUnit> units,
                       std::span<const char> wanted)
    : slots_(size_t{1} << 10) {
  const size_t lines = story.lines.size();
  const auto is_wanted = [&](size_t line) {
    return wanted.empty() || wanted[line] != 0;
  };
  const auto read = [&](size_t line) {
    const Statement& statement = *story.lines[line].statement;
    return grams_of(units[statement.unit], statement.tokens);
  };
  std::vector<std::vector<uint32_t>> grams(lines);
  parallel_for(lines, [&](size_t i) {
    if (is_wanted(i)) {
      grams[i] = read(i);
    }
  });
  for (const std::vector<uint32_t>& of_line : grams) {
    for (const uint32_t gram : of_line) {
      add(gram);
    }
  }
  // What only others hold is asked of nobody.
  parallel_for(lines, [&](size_t i) {
    if (!is_wanted(i)) {
      grams[i] = read(i);
      std::erase_if(grams[i], [&](uint32_t gram) { return !knows(gram); });
    }
  });
  for (uint32_t i = 0; i < lines; ++i) {
    for (const uint32_t gram : grams[i]) {
      Slot& slot = slots_[place_of(gram)];
      slot.holding += slot.mark != i + 2 ? 1 : 0;
      slot.mark = i + 2;
    }
  }
  for (Slot& slot : slots_) {
    slot.weight = slot.mark != 0 ? rarity(lines, slot.holding) : 0;
  }
}

size_t GramRarity::place_of(uint32_t gram) const {
  size_t place = mix(gram) % slots_.size();
  while (slots_[place].mark != 0 && slots_[place].gram != gram) {
    place = (place + 1) % slots_.size();
  }
  return place;
}

void GramRarity::add(uint32_t gram) {
  Slot& slot = slots_[place_of(gram)];
  if (slot.mark != 0) {
    return;
  }
  slot = {gram, 1, 0, 0};
  if (++taken_ * 2 > slots_.size()) {
    grow();
  }
}

void GramRarity::grow() {
  std::vector<Slot> old(2 * slots_.size());
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.mark != 0) {
      slots_[place_of(slot.gram)] = slot;
    }
  }
}

GramVector GramRarity::vector(const Line& line, TokenRange stretch,
                              std::span<const TextUnit> units) const {
  GramVector result;
  std::vector<double> weights;
  double squares = 0;
  std::vector<uint32_t> grams = grams_of(units[line.statement->unit], stretch);
  std::sort(grams.begin(), grams.end());
  for (const auto& [gram, count] : count_runs(grams)) {
    const double value = static_cast<double>(count) * slots_[place_of(gram)].weight;
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
