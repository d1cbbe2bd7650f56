// Steps: pairs are joined to trees, whose roots are the families' first figures (union-find); then
// each family is compared with the latest of its first voice, and joins one that says the same.
//
//     pairs 0-3, 3-5, 1-2     trees 0-3-5 and 1-2
//     1 and 2 are "23 steps" and "19 steps" of voices that give "23" and "19" in 0, 3 and 5: one
//
// Cost: the pairs, nearly linear; of f families, 16 f comparisons of members.
#include "reprise/points/figure_families.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace reprise::detail {
namespace {

using Family = std::vector<uint32_t>;

// Returns the connected figures, each family ascending, ordered by their first.
std::vector<Family> connect(std::span<const std::pair<uint32_t, uint32_t>> differing,
                            size_t figures) {
  std::vector<uint32_t> parent(figures);
  std::iota(parent.begin(), parent.end(), 0u);
  const auto root = [&](uint32_t i) {
    while (parent[i] != i) {
      parent[i] = parent[parent[i]];
      i = parent[i];
    }
    return i;
  };
  std::set<uint32_t> members;
  for (const auto& [a, b] : differing) {
    const uint32_t x = root(a);
    const uint32_t y = root(b);
    parent[std::max(x, y)] = std::min(x, y);
    members.insert({a, b});
  }
  std::map<uint32_t, Family> by_root;
  for (const uint32_t member : members) {
    by_root[root(member)].push_back(member);
  }
  std::vector<Family> families;
  for (auto& [_, family] : by_root) {
    families.push_back(std::move(family));
  }
  return families;
}

// Returns whether one voice gives both, and they are the same number.
bool are_the_same(const CountedFigure& x, const CountedFigure& y) {
  const Figure& a = *x.figure;
  const Figure& b = *y.figure;
  const bool of_one_kind = a.kind == b.kind && a.unit == b.unit;
  const bool are_closed = a.low && a.high && b.low && b.high;
  return x.voice == y.voice && of_one_kind && are_closed && *a.low < *b.high && *b.low < *a.high;
}

class Joiner {
 public:
  explicit Joiner(std::span<const CountedFigure> figures) : figures_(figures) {}

  // Adds the family to an earlier one that says the same, or as a new one.
  void add(Family family) {
    std::vector<size_t>& known = of_voice_[figures_[family.front()].voice];
    const auto compared = static_cast<ptrdiff_t>(std::min(known.size(), most_compared));
    const auto end = known.rbegin() + compared;
    const auto equal = std::find_if(known.rbegin(), end, [&](size_t other) {
      return has_all(family, joined_[other]) || has_all(joined_[other], family);
    });
    if (equal != end) {
      Family& other = joined_[*equal];
      other.insert(other.end(), family.begin(), family.end());
      return;
    }
    for (const uint32_t member : family) {
      std::vector<size_t>& list = of_voice_[figures_[member].voice];
      if (list.empty() || list.back() != joined_.size()) {
        list.push_back(joined_.size());
      }
    }
    joined_.push_back(std::move(family));
  }

  std::vector<Family> take() { return std::move(joined_); }

 private:
  static constexpr size_t most_compared = 16;  // of one voice, the latest

  // Returns whether each figure of `few` has its equal among the others.
  bool has_all(const Family& few, const Family& others) const {
    return std::all_of(few.begin(), few.end(), [&](uint32_t x) {
      return std::any_of(others.begin(), others.end(),
                         [&](uint32_t y) { return are_the_same(figures_[x], figures_[y]); });
    });
  }

  std::span<const CountedFigure> figures_;
  std::vector<Family> joined_;
  std::map<VoiceId, std::vector<size_t>> of_voice_;
};

}  // namespace

std::vector<std::vector<uint32_t>> families_of(
    std::span<const CountedFigure> figures,
    std::span<const std::pair<uint32_t, uint32_t>> differing) {
  Joiner joiner(figures);
  for (Family& family : connect(differing, figures.size())) {
    joiner.add(std::move(family));
  }
  return joiner.take();
}

}  // namespace reprise::detail
