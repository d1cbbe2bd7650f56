// Steps: how many sets hold an element is counted, in a table by bits of its hash; an element
// becomes the logarithm of that number above 27 bits of its hash, and each set is put in order by
// these. Lists of who holds what are kept apart by the sizes of sets, because the first elements
// that count are fewer the more alike two sizes are.
//
//     sets {a b x}, {a b y}, {a c z}    a is in three, b in two: the orders are x b a, y b a, c z a
//     threshold 0.5, sizes 3 and 3: two must be shared, so the first two elements count
//     the second set looks under y and b, and finds the first; the third looks under c and z
//
// Two elements that become one number make sets look more alike than they are, never less: what is
// in common stays in common. So the table may count two as one, too.
//
// Cost: the head of overlap_filter.h.
#include "reprise/near/overlap_filter.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace reprise::detail {
namespace {

constexpr int hash_bits = 27;
constexpr uint32_t frequencies = 32;                        // by their logarithms
constexpr size_t most_counters = size_t{1} << 22;           // 16 MiB
constexpr uint32_t held_by_one = uint32_t{2} << hash_bits;  // elements below are in one set alone

// How many sets hold an element; of two that share a place, how many hold them together.
class Frequencies {
 public:
  Frequencies(std::span<const ShingleSet> sets, size_t elements)
      : counters_(std::bit_ceil(std::clamp<size_t>(elements, 1, most_counters))) {
    for (const ShingleSet& set : sets) {
      for (const uint64_t hash : set) {
        ++counters_[hash & (counters_.size() - 1)];
      }
    }
  }

  uint32_t logarithm(uint64_t hash) const {
    const auto width =
        static_cast<uint32_t>(std::bit_width(counters_[hash & (counters_.size() - 1)]));
    return std::min(width, frequencies - 1);
  }

 private:
  std::vector<uint32_t> counters_;
};

// Puts the elements of a set in order. Hashes ascend, so those of one frequency do already.
void order_elements(const ShingleSet& set, const Frequencies& frequency_of,
                    std::span<uint32_t> elements) {
  std::array<size_t, frequencies + 1> next{};
  for (const uint64_t hash : set) {
    ++next[frequency_of.logarithm(hash) + 1];
  }
  for (size_t f = 1; f < next.size(); ++f) {
    next[f] += next[f - 1];
  }
  for (const uint64_t hash : set) {
    const uint32_t frequency = frequency_of.logarithm(hash);
    elements[next[frequency]++] =
        frequency << hash_bits | static_cast<uint32_t>(hash >> (64 - hash_bits));
  }
}

uint32_t class_of(size_t size) {
  constexpr double steps_to_the_double = 32;
  return static_cast<uint32_t>(std::log2(static_cast<double>(size)) * steps_to_the_double);
}

}  // namespace

OverlapFilter::OverlapFilter(std::span<const ShingleSet> sets, double threshold)
    : threshold_(threshold), share_(threshold / (1 + threshold)), met_by_(sets.size()) {
  begins_.push_back(0);
  for (const ShingleSet& set : sets) {
    begins_.push_back(begins_.back() + set.size());
  }
  elements_.resize(begins_.back());
  const Frequencies frequency_of(sets, elements_.size());
  for (size_t s = 0; s < sets.size(); ++s) {
    order_elements(sets[s], frequency_of, std::span(elements_).subspan(begins_[s], sets[s].size()));
  }
}

std::span<const uint32_t> OverlapFilter::elements_of(uint32_t set) const {
  return std::span(elements_).subspan(begins_[set], begins_[set + 1] - begins_[set]);
}

// Returns how many elements sets of these sizes share at the least if they reach the threshold. A
// similarity is rounded, so a little less than the rule asks for is enough.
size_t OverlapFilter::least_shared(size_t n, size_t m) const {
  const double shared = share_ * static_cast<double>(n + m) * (1 - 1e-12) - 1e-6;
  return static_cast<size_t>(std::max(1.0, std::ceil(shared)));
}

// Returns how many first elements of a set of n count beside one of m.
size_t OverlapFilter::count_first(size_t n, size_t m) const {
  const size_t shared = least_shared(n, m);
  return shared > n ? 0 : n - shared + 1;
}

void OverlapFilter::add(uint32_t set) {
  const std::span<const uint32_t> elements = elements_of(set);
  const size_t n = elements.size();
  if (n == 0) {
    return;
  }
  SizeClass& of_size = classes_[class_of(n)];
  of_size.smallest = of_size.largest == 0 ? n : std::min(of_size.smallest, n);
  of_size.largest = std::max(of_size.largest, n);
  // The smallest set that this one can be alike lets the most elements count.
  const auto smallest = static_cast<size_t>(threshold_ * static_cast<double>(n));
  const size_t first = count_first(n, smallest);
  for (uint32_t i = 0; i < first; ++i) {
    if (elements[i] >= held_by_one) {
      of_size.lists[elements[i]].push_back({set, i});
    }
  }
}

void OverlapFilter::find(uint32_t set, std::vector<uint32_t>& found) {
  found.clear();
  ++searches_;
  for (const auto& [_, sets] : classes_) {
    find_in(sets, set, found);
  }
  std::erase_if(found, [&](uint32_t other) { return !may_reach(other, set); });
  std::sort(found.begin(), found.end());
}

// Appends the sets of the class of whom one of the first elements is one of this set's.
void OverlapFilter::find_in(const SizeClass& sets, uint32_t set, std::vector<uint32_t>& found) {
  const std::span<const uint32_t> elements = elements_of(set);
  const size_t n = elements.size();
  const auto smallest_alike = static_cast<size_t>(threshold_ * static_cast<double>(n));
  const size_t smallest = std::max(sets.smallest, smallest_alike);
  const bool all_too_small = sets.largest < smallest_alike;
  const bool all_too_large = least_shared(n, sets.smallest) > n;
  if (all_too_small || all_too_large) {
    return;
  }
  const size_t first = count_first(n, smallest);
  for (uint32_t i = 0; i < first; ++i) {
    if (elements[i] < held_by_one) {
      continue;
    }
    const auto list = sets.lists.find(elements[i]);
    if (list == sets.lists.end()) {
      continue;
    }
    for (const Posting& posting : list->second) {
      const size_t m = begins_[posting.set + 1] - begins_[posting.set];
      const size_t shared = least_shared(n, m);
      const bool counts = i + shared <= n && posting.position + shared <= m;
      if (counts && met_by_[posting.set] != searches_) {
        met_by_[posting.set] = searches_;
        found.push_back(posting.set);
      }
    }
  }
}

bool OverlapFilter::may_reach(uint32_t a, uint32_t b) const {
  const std::span<const uint32_t> of_a = elements_of(a);
  const std::span<const uint32_t> of_b = elements_of(b);
  const size_t shared = least_shared(of_a.size(), of_b.size());
  if (shared > of_a.size() || shared > of_b.size()) {
    return false;
  }
  // How many elements of each may be missing in the other.
  const size_t most_a = of_a.size() - shared;
  const size_t most_b = of_b.size() - shared;
  size_t i = 0;
  size_t j = 0;
  size_t in_both = 0;
  while (i < of_a.size() && j < of_b.size()) {
    const uint32_t x = of_a[i];
    const uint32_t y = of_b[j];
    in_both += x == y;
    i += x <= y;
    j += y <= x;
    if (i - in_both > most_a || j - in_both > most_b) {
      return false;
    }
  }
  return in_both >= shared;
}

}  // namespace reprise::detail
