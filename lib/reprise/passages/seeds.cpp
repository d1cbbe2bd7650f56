#include "reprise/passages/seeds.h"

#include <algorithm>
#include <tuple>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"

namespace reprise {
namespace {

constexpr uint32_t most_places_in_unit = 8;
constexpr uint32_t most_places = 256;  // in all units together

struct Place {
  uint64_t gram = 0;
  uint32_t unit = 0;
  uint32_t token = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

struct Seed {
  uint32_t unit_a, unit_b, a, b;
  // Seeds that lie on one diagonal of one pair stand together, in order.
  auto key() const { return std::tuple(unit_a, unit_b, int64_t{b} - int64_t{a}, a); }
};

std::vector<Place> place_grams(std::span<const TextUnit> units, uint32_t n) {
  std::vector<Place> places;
  for (uint32_t u = 0; u < units.size(); ++u) {
    const auto& tokens = units[u].tokens;
    for (uint32_t t = 0; t + n <= tokens.size(); ++t) {
      uint64_t gram = 0;
      for (uint32_t i = 0; i < n; ++i) gram = mix(gram ^ tokens[t + i].hash);
      places.push_back({gram, u, t});
    }
  }
  std::sort(places.begin(), places.end());
  return places;
}

// Keeps the first few places of each unit; returns nothing if the n-gram stands in too many units.
void thin_out(std::span<const Place> group, uint32_t most_units, std::vector<Place>& kept) {
  kept.clear();
  const auto begins_unit = [&](size_t i) { return i == 0 || group[i].unit != group[i - 1].unit; };
  uint32_t units = 0;
  for (size_t i = 0; i < group.size(); ++i) units += begins_unit(i);
  if (units > most_units) return;
  const uint32_t most = std::clamp(most_places / units, 1u, most_places_in_unit);
  for (size_t i = 0, in_unit = 0; i < group.size(); ++i) {
    in_unit = begins_unit(i) ? 1 : in_unit + 1;
    if (in_unit <= most) kept.push_back(group[i]);
  }
}

std::vector<Seed> make_seeds(std::span<const TextUnit> units, const PassageOptions& options) {
  const std::vector<Place> places = place_grams(units, options.seed_words);
  std::vector<Seed> seeds;
  std::vector<Place> kept;
  for (size_t begin = 0, end = 0; begin < places.size(); begin = end) {
    while (end < places.size() && places[end].gram == places[begin].gram) ++end;
    thin_out(std::span(places).subspan(begin, end - begin), options.most_units, kept);
    for (size_t i = 0; i < kept.size(); ++i) {
      for (size_t j = i + 1; j < kept.size(); ++j) {
        if (units[kept[i].unit].document == units[kept[j].unit].document) continue;
        seeds.push_back({kept[i].unit, kept[j].unit, kept[i].token, kept[j].token});
      }
    }
  }
  std::sort(seeds.begin(), seeds.end(), [](const Seed& x, const Seed& y) { return x.key() < y.key(); });
  return seeds;
}

// Melts the seeds of one pair of units into runs.
std::vector<Run> melt(std::span<const Seed> seeds, uint32_t n) {
  std::vector<Run> runs;
  for (const Seed& s : seeds) {
    if (!runs.empty()) {
      Run& last = runs.back();
      const bool same_diagonal = int64_t{s.b} - s.a == int64_t{last.b} - last.a;
      if (same_diagonal && s.a <= last.a + last.length) {
        last.length = s.a + n - last.a;
        continue;
      }
    }
    runs.push_back({s.a, s.b, n});
  }
  std::sort(runs.begin(), runs.end(),
            [](const Run& x, const Run& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
  return runs;
}

}  // namespace

std::vector<SharedRuns> find_runs(std::span<const TextUnit> units, const PassageOptions& options) {
  const std::vector<Seed> seeds = make_seeds(units, options);
  std::vector<std::pair<size_t, size_t>> groups;
  for (size_t begin = 0, end = 0; begin < seeds.size(); begin = end) {
    while (end < seeds.size() && seeds[end].unit_a == seeds[begin].unit_a && seeds[end].unit_b == seeds[begin].unit_b)
      ++end;
    groups.emplace_back(begin, end);
  }
  std::vector<SharedRuns> shared(groups.size());
  parallel_for(groups.size(), [&](size_t g) {
    const auto group = std::span(seeds).subspan(groups[g].first, groups[g].second - groups[g].first);
    shared[g] = {group[0].unit_a, group[0].unit_b, melt(group, options.seed_words)};
  });
  return shared;
}

}  // namespace reprise
