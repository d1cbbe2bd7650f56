// Steps: the sources of likeness name lines worth comparing, and for each two of them the two
// stretches that are most alike; those that are alike enough become places, the surest first; last,
// each two places of such lines are compared.
//
//     line 0  "The ferry stays in port, the mayor wants a museum of salt."
//     line 1  "No ferry leaves the port."        line 2  "Nobody wants a museum of salt."
//     0 and 1 propose "The ferry stays in port, the mayor wants a museum" and the whole of 1
//     0 and 2 propose "in port, the mayor wants a museum of salt"         and the whole of 2
//     the two stretches of line 0 have 7 of 10 words in common, less than 85 %: two places
//
// A proposal of "The ferry stays in port, the mayor wants" would be the first place once more.
// Cost: of c pairs of lines, c times what the sources take, on all threads.
#include "reprise/points/mentions.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"
#include "reprise/points/evidence.h"

namespace reprise::detail {
namespace {

// A likeness below it decides nothing.
constexpr double least_kept = 0.05;

// What two lines propose: their two stretches that are the most alike.
struct Proposal {
  LinePair lines;
  StretchPair stretches;
  double likeness = 0;
};

// Returns for each candidate what the first source that sees something in common proposes: words,
// which know best where to cut, before meaning.
std::vector<Proposal> propose(std::span<const LinePair> candidates, const LikenessSources& sources,
                              const StretchTable& stretches) {
  const size_t count = sources.size();
  std::vector<std::optional<StretchPair>> best(candidates.size() * count);
  parallel_for(best.size(), [&](size_t i) {
    best[i] = sources[i % count]->best(candidates[i / count], stretches);
  });
  std::vector<Proposal> proposals;
  for (size_t c = 0; c < candidates.size(); ++c) {
    for (size_t s = 0; s < count; ++s) {
      if (best[c * count + s]) {
        proposals.push_back({candidates[c], *best[c * count + s], 0});
        break;
      }
    }
  }
  return proposals;
}

void prepare(LikenessSources& sources, std::span<const Proposal> proposals,
             const StretchTable& table) {
  std::vector<LineStretch> wanted;
  for (const Proposal& p : proposals) {
    wanted.push_back({p.lines.a, p.stretches.a});
    wanted.push_back({p.lines.b, p.stretches.b});
  }
  for (const auto& source : sources) {
    source->prepare(wanted, table);
  }
}

// Gives each proposal its likeness over all sources; those that are too little alike go. Of several
// sources one that sees much is enough, so that the mean may be as much lower.
void weigh(std::vector<Proposal>& proposals, const LikenessSources& sources,
           const StretchTable& stretches, double least) {
  parallel_for(proposals.size(), [&](size_t i) {
    Proposal& p = proposals[i];
    const std::span<const StretchPair> asked(&p.stretches, 1);
    p.likeness = combined_likeness(sources, p.lines, asked, stretches, least).front().all;
  });
  const double enough = least / static_cast<double>(sources.size());
  std::erase_if(proposals, [&](const Proposal& p) { return p.likeness < enough; });
}

// Returns the share of the longer stretch that both hold.
double overlap(TokenRange x, TokenRange y) {
  const double longer = std::max(x.size(), y.size());
  return common_tokens(x, y) / longer;
}

// The places of a story, each with its stretch's number in its line.
struct Places {
  std::vector<MentionPlace> places;
  std::vector<StretchId> stretch;  // by place
  std::vector<std::vector<PlaceId>> of_line;

  // Files the stretch, as the place that it nearly is or as a new one.
  void add(LineStretch proposed, TokenRange tokens, VoiceId voice, double least_overlap) {
    std::vector<PlaceId>& known = of_line[proposed.line];
    const bool is_known = std::any_of(known.begin(), known.end(), [&](PlaceId place) {
      return overlap(places[place].tokens, tokens) >= least_overlap;
    });
    if (is_known) {
      return;
    }
    known.push_back(PlaceId{places.size()});
    places.push_back({proposed.line, tokens, voice});
    stretch.push_back(proposed.stretch);
  }
};

// Returns the places, those of the surest proposals first.
Places place(const Story& story, std::vector<Proposal> proposals, const StretchTable& stretches,
             const PointOptions& options) {
  std::stable_sort(proposals.begin(), proposals.end(),
                   [](const Proposal& x, const Proposal& y) { return x.likeness > y.likeness; });
  Places places;
  places.of_line.resize(story.lines.size());
  const auto add = [&](LineId line, StretchId stretch) {
    const TokenRange tokens = stretches.of(line).range(stretch);
    places.add({line, stretch}, tokens, story.lines[line].voice, options.same_place);
  };
  for (const Proposal& p : proposals) {
    add(p.lines.a, p.stretches.a);
    add(p.lines.b, p.stretches.b);
  }
  return places;
}

// A pair of places with its likeness by meaning.
struct MeantPair {
  ScoredPair pair;
  double meaning = 0;
};

// Returns the pairs of places of two lines that are not next to nothing alike.
std::vector<MeantPair> compare_lines(LinePair lines, const Places& places,
                                     const LikenessSources& sources,
                                     const StretchTable& stretches) {
  std::vector<StretchPair> asked;
  std::vector<MeantPair> pairs;  // beside them
  for (const PlaceId x : places.of_line[lines.a]) {
    for (const PlaceId y : places.of_line[lines.b]) {
      asked.push_back({places.stretch[x], places.stretch[y]});
      pairs.push_back({{std::min(x, y), std::max(x, y), 0}, 0});
    }
  }
  const std::vector<Likeness> likeness =
      combined_likeness(sources, lines, asked, stretches, least_kept);
  for (size_t i = 0; i < pairs.size(); ++i) {
    pairs[i].pair.score = likeness[i].all;
    pairs[i].meaning = likeness[i].meaning;
  }
  const double enough = least_kept / static_cast<double>(sources.size());
  std::erase_if(pairs, [&](const MeantPair& each) { return each.pair.score < enough; });
  return pairs;
}

// Adds the likenesses of the places of all lines that propose some.
void compare(std::span<const Proposal> proposals, const Places& places,
             const LikenessSources& sources, const StretchTable& stretches, PlacePairs& found) {
  std::vector<std::vector<MeantPair>> by_proposal(proposals.size());
  parallel_for(proposals.size(), [&](size_t i) {
    by_proposal[i] = compare_lines(proposals[i].lines, places, sources, stretches);
  });
  std::vector<MeantPair> pairs = joined(by_proposal);
  std::sort(pairs.begin(), pairs.end(), [](const MeantPair& x, const MeantPair& y) {
    return std::tie(x.pair.a, x.pair.b) < std::tie(y.pair.a, y.pair.b);
  });
  const bool by_meaning = std::any_of(sources.begin(), sources.end(),
                                      [](const auto& source) { return source->sees_meaning(); });
  for (const auto& source : sources) {
    if (source->learnt_weights() != nullptr) {
      found.weights = source->learnt_weights();
    }
  }
  for (const MeantPair& each : pairs) {
    found.pairs.push_back(each.pair);
    if (by_meaning) {
      found.meanings.push_back(each.meaning);
    }
  }
}

std::vector<ScoredPair> roots_of(std::span<const ScoredPair> pairs,
                                 std::span<const double> chances) {
  std::vector<ScoredPair> roots(pairs.begin(), pairs.end());
  for (size_t i = 0; i < roots.size(); ++i) {
    roots[i].score = std::sqrt(chances[i]);
  }
  return roots;
}

}  // namespace

PlacePairs find_places(const Story& story, LikenessSources& sources, const PointOptions& options) {
  const std::vector<LinePair> candidates = all_candidates(sources);
  const StretchTable stretches(story, candidates, options);
  std::vector<Proposal> proposals = propose(candidates, sources, stretches);
  prepare(sources, proposals, stretches);
  weigh(proposals, sources, stretches, options.least_proposal);
  Places places = place(story, proposals, stretches, options);
  PlacePairs found;
  compare(proposals, places, sources, stretches, found);
  found.places = std::move(places.places);
  found.roots = roots_of(found.pairs, find_chances(found, story));
  return found;
}

PlacePairs find_places(const Story& story, std::span<const TextUnit> units,
                       const PointOptions& options, const Encoder* encoder) {
  LikenessSources sources = likeness_sources(story, units, options, encoder);
  return find_places(story, sources, options);
}

}  // namespace reprise::detail
