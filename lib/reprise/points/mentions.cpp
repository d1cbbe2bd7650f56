#include "reprise/points/mentions.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "reprise/base/parallel.h"
#include "reprise/points/candidates.h"
#include "reprise/points/characters.h"
#include "reprise/points/stretch.h"

namespace reprise::detail {
namespace {

constexpr double least_kept = 0.05;  // a likeness below it decides nothing

// What two lines propose: their two stretches that are the most alike.
struct Proposal {
  uint32_t a = 0, b = 0;  // lines
  size_t stretch_a = 0, stretch_b = 0;
  double likeness = 0;
};

// The stretches of the lines that are compared, and the vectors of those that were proposed.
class Material {
 public:
  Material(const Story& story, std::span<const TextUnit> units,
           std::span<const LinePair> candidates, const PointOptions& options)
      : story_(story),
        units_(units),
        options_(options),
        stretches_(story.lines.size()),
        vectors_(story.lines.size()) {
    std::vector<char> compared(story.lines.size());  // no vector<bool>: its bits share bytes
    for (const LinePair& pair : candidates) {
      compared[pair.a] = compared[pair.b] = true;
    }
    parallel_for(compared.size(), [&](size_t i) {
      if (!compared[i]) {
        return;
      }
      stretches_[i].emplace(story.lines[i], options);
      vectors_[i].resize(stretches_[i]->size());
    });
  }

  const Stretches& stretches(uint32_t line) const { return *stretches_[line]; }

  // Makes the vectors of what is proposed.
  void make_vectors(std::span<const Proposal> proposals) {
    std::vector<std::vector<size_t>> wanted(story_.lines.size());
    for (const Proposal& p : proposals) {
      wanted[p.a].push_back(p.stretch_a);
      wanted[p.b].push_back(p.stretch_b);
    }
    const GramRarity rarity(story_, units_);
    parallel_for(wanted.size(), [&](size_t i) {
      for (size_t s : wanted[i]) {
        if (vectors_[i][s].keys.empty()) {
          vectors_[i][s] = rarity.vector(story_.lines[i], stretches_[i]->range(s), units_);
        }
      }
    });
  }

  // Returns the likeness of two stretches, given that of their features.
  double mixed(double features, uint32_t line_a, size_t a, uint32_t line_b, size_t b) const {
    return (1 - options_.character_share) * features +
           options_.character_share * cosine(vectors_[line_a][a], vectors_[line_b][b]);
  }

 private:
  const Story& story_;
  std::span<const TextUnit> units_;
  const PointOptions& options_;
  std::vector<std::optional<Stretches>> stretches_;
  std::vector<std::vector<GramVector>> vectors_;
};

std::vector<Proposal> propose(const Story& story, std::span<const LinePair> candidates,
                              Material& material, const PointOptions& options) {
  std::vector<Proposal> proposals(candidates.size());
  parallel_for(candidates.size(), [&](size_t i) {
    const auto [a, b] = candidates[i];
    const SharedFeatures shared(story.lines[a], story.lines[b]);
    const auto best = shared.best(material.stretches(a), material.stretches(b), story, options);
    proposals[i] = {a, b, best.a, best.b, best.likeness};
  });
  std::erase_if(proposals, [&](const Proposal& p) { return p.likeness < options.least_proposal; });
  material.make_vectors(proposals);
  parallel_for(proposals.size(), [&](size_t i) {
    Proposal& p = proposals[i];
    p.likeness = material.mixed(p.likeness, p.a, p.stretch_a, p.b, p.stretch_b);
  });
  std::erase_if(proposals, [&](const Proposal& p) { return p.likeness < options.least_proposal; });
  return proposals;
}

// Returns the share of the longer stretch that both hold.
double overlap(TokenRange x, TokenRange y) {
  const uint32_t begin = std::max(x.begin, y.begin), end = std::min(x.end, y.end);
  return begin >= end
             ? 0
             : static_cast<double>(end - begin) / static_cast<double>(std::max(x.size(), y.size()));
}

// The places of a story, each with its stretch's number in its line.
struct Places {
  std::vector<MentionPlace> places;
  std::vector<size_t> stretch;                 // by place
  std::vector<std::vector<uint32_t>> of_line;  // places

  // Files the stretch, as the place that it nearly is or as a new one.
  void add(const Line& line, uint32_t line_number, size_t number, TokenRange tokens,
           double least_overlap) {
    for (uint32_t place : of_line[line_number]) {
      if (overlap(places[place].tokens, tokens) >= least_overlap) {
        return;
      }
    }
    of_line[line_number].push_back(static_cast<uint32_t>(places.size()));
    places.push_back({line_number, tokens, line.voice});
    stretch.push_back(number);
  }
};

// Returns the places, those of the surest proposals first.
Places place(const Story& story, std::vector<Proposal> proposals, const Material& material,
             const PointOptions& options) {
  std::stable_sort(proposals.begin(), proposals.end(),
                   [](const Proposal& x, const Proposal& y) { return x.likeness > y.likeness; });
  Places places;
  places.of_line.resize(story.lines.size());
  for (const Proposal& p : proposals) {
    for (const auto& [line, stretch] : {std::pair(p.a, p.stretch_a), std::pair(p.b, p.stretch_b)}) {
      places.add(story.lines[line], line, stretch, material.stretches(line).range(stretch),
                 options.same_place);
    }
  }
  return places;
}

std::vector<ScoredPair> score(const Story& story, const Places& places,
                              std::span<const Proposal> proposals, const Material& material,
                              const PointOptions& options) {
  std::vector<std::vector<ScoredPair>> by_proposal(proposals.size());
  parallel_for(proposals.size(), [&](size_t i) {
    const auto [a, b] = std::pair(proposals[i].a, proposals[i].b);
    const SharedFeatures shared(story.lines[a], story.lines[b]);
    for (uint32_t x : places.of_line[a]) {
      for (uint32_t y : places.of_line[b]) {
        const size_t s = places.stretch[x], t = places.stretch[y];
        const double features =
            shared.likeness(material.stretches(a), s, material.stretches(b), t, story, options);
        if (features < least_kept) {
          continue;
        }
        const double likeness = material.mixed(features, a, s, b, t);
        if (likeness >= least_kept) {
          by_proposal[i].push_back({std::min(x, y), std::max(x, y), likeness});
        }
      }
    }
  });
  std::vector<ScoredPair> pairs;
  for (const auto& list : by_proposal) {
    pairs.insert(pairs.end(), list.begin(), list.end());
  }
  std::sort(pairs.begin(), pairs.end(), [](const ScoredPair& x, const ScoredPair& y) {
    return std::tie(x.a, x.b) < std::tie(y.a, y.b);
  });
  return pairs;
}

}  // namespace

PlacePairs find_places(const Story& story, std::span<const TextUnit> units,
                       const std::vector<char>& is_reference, const PointOptions& options) {
  const std::vector<LinePair> candidates = find_candidates(story, is_reference, options);
  Material material(story, units, candidates, options);
  const std::vector<Proposal> proposals = propose(story, candidates, material, options);
  Places places = place(story, proposals, material, options);
  std::vector<ScoredPair> pairs = score(story, places, proposals, material, options);
  return {std::move(places.places), std::move(pairs)};
}

}  // namespace reprise::detail
