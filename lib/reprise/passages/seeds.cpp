// Steps, for one unit: each of its kept grams is looked up, and each other place that holds it is a
// seed; seeds are sorted by the other unit and by diagonal; those of one diagonal melt into a run,
// carried to both sides as far as words are equal.
//
//     mine: "x a b c d e"   theirs: "a b c d e y"   grams of 4 words
//     seeds    abcd at (1, 0), bcde at (2, 1)       both on the diagonal -1
//     run      5 words from (1, 0); the second seed lies in it already
//
// Cost: that of sorting the seeds.
#include "reprise/passages/seeds.h"

#include <algorithm>
#include <tuple>

#include "reprise/base/lists.h"
#include "reprise/corpus/references.h"

namespace reprise::detail {
namespace {

struct Seed {
  UnitId other;
  uint32_t mine, theirs;
  uint32_t holders;
  // Seeds that lie on one diagonal stand together, in order.
  auto key() const { return std::tuple(other, int64_t{theirs} - int64_t{mine}, mine); }
};

class Searcher {
 public:
  Searcher(const Collection& collection, const GramIndex& index, UnitId unit,
           const PassageOptions& options)
      : collection_(collection), index_(index), unit_(unit), options_(options) {}

  std::vector<SharedRuns> find() {
    for (uint32_t g = index_.first_of(unit_); g < index_.end_of(unit_); ++g) {
      add_seeds(g);
    }
    std::sort(seeds_.begin(), seeds_.end(),
              [](const Seed& x, const Seed& y) { return x.key() < y.key(); });
    std::vector<SharedRuns> shared;
    for_each_run(seeds_, &Seed::other, [&](std::span<const Seed> of_other) {
      SharedRuns found = melt(of_other);
      if (!found.runs.empty()) {
        shared.push_back(std::move(found));
      }
    });
    return shared;
  }

 private:
  bool is_of_reference(UnitId unit) const {
    return is_reference(DocumentId(collection_.units[unit].document), collection_.first_reference);
  }

  // Returns whether this unit is the one that looks for what the two have in common.
  bool looks_at(UnitId other) const {
    if (collection_.first_reference) {
      return is_of_reference(other) && !is_of_reference(unit_);
    }
    return other < unit_ && collection_.units[other].document != collection_.units[unit_].document;
  }

  void add_seeds(uint32_t gram) {
    const std::span<const uint32_t> holders = index_.holders(gram);
    const uint32_t count = index_.count(gram);
    if (count <= options_.most_holders) {
      for (const uint32_t other : holders) {
        add_seed(gram, other, count);
      }
      return;
    }
    // The first that there is to look at, and of the others the nearest before this one.
    auto first = holders.begin();
    while (first != holders.end() && !add_seed(gram, *first, count)) {
      first = next(first, holders.end());
    }
    if (collection_.first_reference) {
      return;
    }
    auto nearest = std::lower_bound(holders.begin(), holders.end(), gram);
    while (nearest > first && --nearest > first && !add_seed(gram, *nearest, count)) {
    }
  }

  using Holder = std::span<const uint32_t>::iterator;

  // Returns the next holder; among references, the next that is one's, however many others lie
  // between.
  Holder next(Holder at, Holder end) const {
    if (++at == end || collection_.next_reference.empty()) {
      return at;
    }
    const UnitId unit = collection_.next_reference[index_.place(*at).unit];
    return std::lower_bound(at, end, index_.first_of(unit));
  }

  // Adds the seed of one gram in two places, if they are to be compared.
  bool add_seed(uint32_t gram, uint32_t other, uint32_t holders) {
    const Place &mine = index_.place(gram), &theirs = index_.place(other);
    if (theirs.check != mine.check || !looks_at(theirs.unit)) {
      return false;
    }
    seeds_.push_back({theirs.unit, mine.token, theirs.token, holders});
    return true;
  }

  // Melts the seeds shared with one other unit into runs.
  SharedRuns melt(std::span<const Seed> seeds) const {
    const UnitId other = seeds.front().other;
    const bool swapped = !collection_.first_reference;  // the other one comes first
    SharedRuns shared{swapped ? other : unit_, swapped ? unit_ : other, {}};
    int64_t diagonal = INT64_MAX;
    Run last;  // with our side as a
    for (const Seed& s : seeds) {
      if (int64_t{s.theirs} - s.mine != diagonal) {
        last = {};
      }
      diagonal = int64_t{s.theirs} - s.mine;
      if (s.mine < last.a + last.length) {
        shared.runs.back().holders = std::min(shared.runs.back().holders, s.holders);
        continue;
      }
      const Run run = carried(s);
      if (run.length == 0) {
        continue;
      }
      last = run;
      shared.runs.push_back(swapped ? Run{run.b, run.a, run.length, run.holders} : run);
    }
    std::sort(shared.runs.begin(), shared.runs.end(),
              [](const Run& x, const Run& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    return shared;
  }

  // Returns the run around the seed; an empty one if its words are not equal after all. The word in
  // which a seed of characters begins may be broken.
  Run carried(const Seed& seed) const {
    const Keys &mine = collection_.keys[unit_], &theirs = collection_.keys[seed.other];
    const bool of_characters = options_.seed_unit == SeedUnit::characters;
    uint32_t a = seed.mine;
    uint32_t b = seed.theirs;
    if (of_characters && mine[a] != theirs[b]) {
      ++a;
      ++b;
    }
    const auto rest_of_mine = std::span(mine).subspan(a);
    const auto rest_of_theirs = std::span(theirs).subspan(b);
    const auto differs = std::mismatch(rest_of_mine.begin(), rest_of_mine.end(),
                                       rest_of_theirs.begin(), rest_of_theirs.end());
    const uint32_t end = a + static_cast<uint32_t>(differs.first - rest_of_mine.begin());
    if (end == a) {
      return {};
    }
    while (a > 0 && b > 0 && mine[a - 1] == theirs[b - 1]) {
      --a;
      --b;
    }
    const uint32_t length = end - a;
    const bool is_long_enough = of_characters || length >= options_.seed;
    return is_long_enough ? Run{a, b, length, seed.holders} : Run{};
  }

  const Collection& collection_;
  const GramIndex& index_;
  UnitId unit_;
  const PassageOptions& options_;
  std::vector<Seed> seeds_;
};

}  // namespace

std::vector<SharedRuns> find_runs(const Collection& collection, const GramIndex& index, UnitId unit,
                                  const PassageOptions& options) {
  return Searcher(collection, index, unit, options).find();
}

}  // namespace reprise::detail
