// Steps: the features that two lines share are found by merging their sorted lists, the first 64 of
// them, so that what a stretch holds is a number of 64 bits; the stretches between two shared terms
// are tried against each other.
//
//     a: "built the ferry | with a budget of just 6 million euros"
//     b: "the ferry was built on a budget of 6 million euros"
//     shared: built 0, ferry 1, budget 2, 6 million euros 3
//     from "with" to "euros", a holds 1100 (binary); the whole of b holds 1111
//
// Nothing is proposed that lacks a shared term at an end: it would hold the same and weigh more.
// Cost: of two lines with s shared terms, s^4 steps of a few operations, and s is 2 or 3 mostly.
#include "reprise/points/stretch.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"

namespace reprise::detail {
namespace {

constexpr size_t most_shared = 64;  // bits of a mask

// Returns the tokens from one term to another, widened to cuts and to enough words.
TokenRange widen(const Line& line, uint32_t first, uint32_t last, uint32_t least_words) {
  if (line.whole) {
    return line.statement->tokens;
  }
  return widen_to_cuts({first, last + 1}, *line.statement, least_words);
}

bool holds(TokenRange range, const Feature& feature) {
  return range.begin <= feature.first && feature.last < range.end;
}

// Returns the sum of the values of the features in the range, each feature once.
double value_of(const Line& line, TokenRange range) {
  double sum = 0;
  const Feature* counted = nullptr;
  for (const Feature& feature : line.features) {
    const bool is_counted = counted && counted->key == feature.key;
    if (is_counted || !holds(range, feature)) {
      continue;
    }
    sum += feature.value;
    counted = &feature;
  }
  return sum;
}

// Returns the end of the places of one feature, which stand side by side.
const Feature* end_of_places(const Feature* begin, const Feature* end) {
  return std::find_if(begin, end, [&](const Feature& f) { return f.key != begin->key; });
}

// Returns the stretches between two of the places, unless they lie too far apart; ascending.
std::vector<StretchId> stretches_between(std::span<const size_t> places, const Line& line,
                                         const Stretches& stretches, uint32_t longest) {
  std::vector<StretchId> found;
  for (size_t i = 0; i < places.size(); ++i) {
    for (size_t j = i; j < places.size(); ++j) {
      if (line.places[places[j]] - line.places[places[i]] >= longest) {
        break;
      }
      found.push_back(stretches.between(places[i], places[j]));
    }
  }
  make_set(found);
  return found;
}

}  // namespace

Stretches::Stretches(const Line& line, const PointOptions& options)
    : places_(line.places.size()), of_(places_ * places_) {
  for (size_t first = 0; first < places_; ++first) {
    for (size_t last = first; last < places_; ++last) {
      const TokenRange range =
          widen(line, line.places[first], line.places[last], options.least_words);
      of_[first * places_ + last] = static_cast<uint16_t>(find_or_add(range, line));
    }
  }
}

// Returns the number of the stretch; files it if it is new.
size_t Stretches::find_or_add(TokenRange range, const Line& line) {
  const auto known = std::find(ranges_.begin(), ranges_.end(), range);
  const auto number = static_cast<size_t>(known - ranges_.begin());
  if (known == ranges_.end()) {
    ranges_.push_back(range);
    values_.push_back(value_of(line, range));
    negated_.push_back(is_negated(line, range) ? 1 : 0);
  }
  return number;
}

StretchTable::StretchTable(const Story& story, std::span<const LinePair> compared,
                           const PointOptions& options)
    : stretches_(story.lines.size()) {
  std::vector<char> is_compared(story.lines.size());  // no vector<bool>: its bits share bytes
  for (const LinePair& pair : compared) {
    is_compared[pair.a] = 1;
    is_compared[pair.b] = 1;
  }
  parallel_for(story.lines.size(), [&](size_t line) {
    if (is_compared[line] != 0) {
      stretches_[line].emplace(story.lines[line], options);
    }
  });
}

SharedFeatures::SharedFeatures(const Line& a, const Line& b) : a_(a), b_(b) {
  const Feature* x = a.features.data();
  const Feature* y = b.features.data();
  const Feature* const x_end = x + a.features.size();
  const Feature* const y_end = y + b.features.size();
  shared_.reserve(std::min({most_shared, a.features.size(), b.features.size()}));
  while (x != x_end && y != y_end && shared_.size() < most_shared) {
    if (x->key < y->key) {
      ++x;
    } else if (y->key < x->key) {
      ++y;
    } else {
      const Places in_a{x, end_of_places(x, x_end)};
      const Places in_b{y, end_of_places(y, y_end)};
      shared_.push_back({in_a, in_b, std::min(x->value, y->value)});
      x = in_a.end;
      y = in_b.end;
    }
  }
}

SharedFeatures::Held SharedFeatures::held(const Stretches& stretches, StretchId stretch,
                                          Side side) const {
  Held held{0, stretches.value(stretch), stretches.negated(stretch)};
  const TokenRange range = stretches.range(stretch);
  for (size_t i = 0; i < shared_.size(); ++i) {
    const Places& places = shared_[i].*side;
    const bool is_held =
        std::any_of(places.begin, places.end, [&](const Feature& f) { return holds(range, f); });
    if (is_held) {
      held.bits |= uint64_t{1} << i;
    }
  }
  return held;
}

double SharedFeatures::likeness(const Held& a, const Held& b, const Story& story,
                                const PointOptions& options) const {
  double sum = 0;
  for (uint64_t bits = a.bits & b.bits; bits != 0; bits &= bits - 1) {
    sum += shared_[static_cast<size_t>(std::countr_zero(bits))].value;
  }
  // Where there was no choice of stretches, there is no luck to make good for.
  const double more_a = a_.whole ? 0 : story.smoothing;
  const double more_b = b_.whole ? 0 : story.smoothing;
  const double norm = std::sqrt((a.value + more_a) * (b.value + more_b));
  if (norm <= 0) {
    return 0;
  }
  const double factor = a.negated == b.negated ? 1 : options.opposed;
  return sum / norm * factor;
}

double SharedFeatures::likeness(const Stretches& a, const Stretches& b, StretchPair pair,
                                const Story& story, const PointOptions& options) const {
  return likeness(held(a, pair.a, &Shared::in_a), held(b, pair.b, &Shared::in_b), story, options);
}

// Returns the stretches of one line between shared terms that don't lie too far apart, ascending.
std::vector<StretchId> SharedFeatures::proposed(const Stretches& stretches, const Line& line,
                                                Side side, const PointOptions& options) const {
  std::vector<size_t> places;  // in Line::places
  for (const Shared& shared : shared_) {
    const Places& of_feature = shared.*side;
    if (!of_feature.begin->is_term()) {
      break;
    }
    for (const Feature* at = of_feature.begin; at != of_feature.end; ++at) {
      const auto place = std::lower_bound(line.places.begin(), line.places.end(), at->first);
      places.push_back(static_cast<size_t>(place - line.places.begin()));
    }
  }
  std::sort(places.begin(), places.end());
  return stretches_between(places, line, stretches, options.longest_stretch);
}

SharedFeatures::Best SharedFeatures::best(const Stretches& a, const Stretches& b,
                                          const Story& story, const PointOptions& options) const {
  const std::vector<StretchId> of_b = proposed(b, b_, &Shared::in_b, options);
  std::vector<Held> held_by_b;
  for (const StretchId j : of_b) {
    held_by_b.push_back(held(b, j, &Shared::in_b));
  }
  Best best;
  uint32_t best_words = 0;
  for (const StretchId i : proposed(a, a_, &Shared::in_a, options)) {
    const Held held_by_a = held(a, i, &Shared::in_a);
    for (size_t k = 0; k < of_b.size(); ++k) {
      const double value = likeness(held_by_a, held_by_b[k], story, options);
      const uint32_t words = a.range(i).size() + b.range(of_b[k]).size();
      const bool is_shorter = value == best.likeness && words < best_words;
      if (value > best.likeness || is_shorter) {
        best = {{i, of_b[k]}, value};
        best_words = words;
      }
    }
  }
  return best;
}

}  // namespace reprise::detail
