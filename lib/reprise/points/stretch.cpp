#include "reprise/points/stretch.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace reprise::detail {
namespace {

constexpr size_t most_shared = 64;  // bits of a mask

// Returns the tokens from one term to another, widened to cuts and to enough words, on the side
// where it costs less.
TokenRange widen(const Line& line, uint32_t first, uint32_t last, uint32_t least_words) {
  const std::vector<uint32_t>& cuts = line.statement->cuts;
  if (line.whole) {
    return line.statement->tokens;
  }
  auto begin = std::upper_bound(cuts.begin(), cuts.end(), first) - 1;
  auto end = std::upper_bound(cuts.begin(), cuts.end(), last);
  while (*end - *begin < least_words && (begin != cuts.begin() || end + 1 != cuts.end())) {
    const uint32_t left = begin != cuts.begin() ? *begin - *(begin - 1) : UINT32_MAX;
    const uint32_t right = end + 1 != cuts.end() ? *(end + 1) - *end : UINT32_MAX;
    right <= left ? ++end : --begin;
  }
  return {*begin, *end};
}

bool holds(TokenRange range, const Feature& feature) {
  return range.begin <= feature.first && feature.last < range.end;
}

double value_of(const Line& line, TokenRange range) {
  double sum = 0;
  uint64_t counted = UINT64_MAX;
  for (const Feature& feature : line.features) {
    if (feature.key == counted || !holds(range, feature)) {
      continue;
    }
    sum += feature.value;
    counted = feature.key;
  }
  return sum;
}

}  // namespace

Stretches::Stretches(const Line& line, const PointOptions& options)
    : places_(line.places.size()), of_(places_ * places_) {
  const std::vector<uint32_t>& negations = line.statement->negations;
  for (size_t first = 0; first < places_; ++first) {
    for (size_t last = first; last < places_; ++last) {
      const TokenRange range =
          widen(line, line.places[first], line.places[last], options.least_words);
      size_t at = 0;
      while (at < ranges_.size() &&
             (ranges_[at].begin != range.begin || ranges_[at].end != range.end)) {
        ++at;
      }
      of_[first * places_ + last] = static_cast<uint16_t>(at);
      if (at < ranges_.size()) {
        continue;
      }
      ranges_.push_back(range);
      values_.push_back(value_of(line, range));
      const auto negation = std::lower_bound(negations.begin(), negations.end(), range.begin);
      negated_.push_back(negation != negations.end() && *negation < range.end ? 1 : 0);
    }
  }
}

SharedFeatures::SharedFeatures(const Line& a, const Line& b) : a_(a), b_(b) {
  const auto end_of = [](const Feature* at, const Feature* end) {
    const uint64_t key = at->key;
    while (at != end && at->key == key) {
      ++at;
    }
    return at;
  };
  const Feature *x = a.features.data(), *x_end = x + a.features.size();
  const Feature *y = b.features.data(), *y_end = y + b.features.size();
  while (x != x_end && y != y_end && shared_.size() < most_shared) {
    if (x->key != y->key) {
      x->key < y->key ? ++x : ++y;
      continue;
    }
    const Feature *x_next = end_of(x, x_end), *y_next = end_of(y, y_end);
    shared_.push_back({x, x_next, y, y_next});
    values_.push_back(std::min(x->value, y->value));
    x = x_next, y = y_next;
  }
}

uint64_t SharedFeatures::mask(TokenRange range, bool of_a) const {
  uint64_t bits = 0;
  for (size_t i = 0; i < shared_.size(); ++i) {
    const Feature* at = of_a ? shared_[i].a_begin : shared_[i].b_begin;
    const Feature* end = of_a ? shared_[i].a_end : shared_[i].b_end;
    for (; at != end; ++at) {
      if (!holds(range, *at)) {
        continue;
      }
      bits |= uint64_t{1} << i;
      break;
    }
  }
  return bits;
}

double SharedFeatures::likeness(uint64_t a, uint64_t b, double value_a, double value_b,
                                bool opposed, const Story& story,
                                const PointOptions& options) const {
  double sum = 0;
  for (uint64_t bits = a & b; bits != 0; bits &= bits - 1) {
    sum += values_[static_cast<size_t>(std::countr_zero(bits))];
  }
  // Where there was no choice of stretches, there is no luck to make good for.
  const double more_a = a_.whole ? 0 : story.smoothing, more_b = b_.whole ? 0 : story.smoothing;
  const double norm = std::sqrt((value_a + more_a) * (value_b + more_b));
  return norm > 0 ? sum / norm * (opposed ? options.opposed : 1) : 0;
}

double SharedFeatures::likeness(const Stretches& a, size_t i, const Stretches& b, size_t j,
                                const Story& story, const PointOptions& options) const {
  return likeness(mask(a.range(i), true), mask(b.range(j), false), a.value(i), b.value(j),
                  a.negated(i) != b.negated(j), story, options);
}

// Returns the stretches between shared terms that don't lie too far apart, without repetition,
// ascending.
std::vector<size_t> SharedFeatures::candidates(const Line& line, const Stretches& stretches,
                                               bool of_a, const PointOptions& options) const {
  std::vector<size_t> places;
  for (const Shared& shared : shared_) {
    const Feature* at = of_a ? shared.a_begin : shared.b_begin;
    const Feature* end = of_a ? shared.a_end : shared.b_end;
    if (!at->is_term()) {
      break;
    }
    for (; at != end; ++at) {
      places.push_back(
          static_cast<size_t>(std::lower_bound(line.places.begin(), line.places.end(), at->first) -
                              line.places.begin()));
    }
  }
  std::sort(places.begin(), places.end());
  std::vector<size_t> found;
  for (size_t i = 0; i < places.size(); ++i) {
    for (size_t j = i; j < places.size(); ++j) {
      if (line.places[places[j]] - line.places[places[i]] >= options.longest_stretch) {
        break;
      }
      found.push_back(stretches.between(places[i], places[j]));
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

SharedFeatures::Best SharedFeatures::best(const Stretches& a, const Stretches& b,
                                          const Story& story, const PointOptions& options) const {
  const std::vector<size_t> of_a = candidates(a_, a, true, options),
                            of_b = candidates(b_, b, false, options);
  std::vector<uint64_t> masks;
  for (size_t j : of_b) {
    masks.push_back(mask(b.range(j), false));
  }
  Best best;
  uint32_t best_words = 0;
  for (size_t i : of_a) {
    const uint64_t bits = mask(a.range(i), true);
    for (size_t k = 0; k < of_b.size(); ++k) {
      const size_t j = of_b[k];
      const double value = likeness(bits, masks[k], a.value(i), b.value(j),
                                    a.negated(i) != b.negated(j), story, options);
      const uint32_t words = a.range(i).size() + b.range(j).size();
      if (value > best.likeness || (value == best.likeness && words < best_words)) {
        best = {i, j, value}, best_words = words;
      }
    }
  }
  return best;
}

}  // namespace reprise::detail
