// Links runs of equal words to chains, from the first to the last.
//
// Steps:
//   1. For each run the best link: alone it scores its length; behind one of 64 runs before it, the
//      score of that one, its own length without what both hold, less the cost of the gap.
//   2. From the best score down, each run takes its links until one is used already.
//   3. What overlaps the run before is cut off.
//
//     runs     3 words; 5 words behind a gap of 1 word in a and 2 in b; 9 words far away
//     chain    the last run: 9 words, for the gap before it is longer than allowed
//     chain    the first two: 3 + 5 words, less 1 for the gap
//
// Cost: linear, times the look-back. Scores are whole numbers, so that no rounding decides.
#include "reprise/passages/chain.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace reprise::detail {
namespace {

constexpr size_t look_back = 64;
constexpr uint32_t none = UINT32_MAX;  // stands before the first run of a chain

// Costs and scores count in quarter words, so that chains are compared without rounding.
int64_t gap_cost(uint32_t gap_a, uint32_t gap_b) {
  const uint32_t longer = std::max(gap_a, gap_b), skew = longer - std::min(gap_a, gap_b);
  return static_cast<int64_t>(std::bit_width(longer)) +
         2 * static_cast<int64_t>(std::bit_width(skew));
}

// Returns the run without the words that `before` has already, in either text; its length is 0 if
// nothing is left.
Run trimmed(const Run& before, Run run) {
  const auto excess = [](uint32_t end, uint32_t begin) {
    return end > begin ? end - begin : 0;
  };
  const uint32_t excess_a = excess(before.a + before.length, run.a);
  const uint32_t excess_b = excess(before.b + before.length, run.b);
  const uint32_t cut = std::min(std::max(excess_a, excess_b), run.length);
  return {run.a + cut, run.b + cut, run.length - cut, run.holders};
}

struct Link {
  int64_t score = 0;
  uint32_t before = none;
};

std::vector<Link> link_runs(std::span<const Run> runs, uint32_t longest_gap) {
  std::vector<Link> links(runs.size());
  for (size_t i = 0; i < runs.size(); ++i) {
    links[i] = {4 * int64_t{runs[i].length}, none};
    for (size_t j = i; j-- > 0 && i - j <= look_back;) {
      const Run &from = runs[j], rest = trimmed(from, runs[i]);
      if (from.b >= runs[i].b || from.a >= runs[i].a || rest.length == 0) {
        continue;
      }
      const uint32_t gap_a = rest.a - from.a - from.length, gap_b = rest.b - from.b - from.length;
      if (gap_a > longest_gap || gap_b > longest_gap) {
        continue;
      }
      const int64_t score = links[j].score + 4 * int64_t{rest.length} - gap_cost(gap_a, gap_b);
      if (score > links[i].score) {
        links[i] = {score, static_cast<uint32_t>(j)};
      }
    }
  }
  return links;
}

}  // namespace

std::vector<Chain> make_chains(std::span<const Run> runs, uint32_t longest_gap) {
  if (runs.size() == 1) {
    return {Chain{runs.front()}};
  }
  const std::vector<Link> links = link_runs(runs, longest_gap);
  std::vector<uint32_t> order(runs.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](uint32_t x, uint32_t y) { return links[x].score > links[y].score; });

  std::vector<bool> used(runs.size());
  std::vector<Chain> chains;
  for (uint32_t last : order) {
    Chain chain;
    for (uint32_t i = last; i != none && !used[i]; i = links[i].before) {
      chain.push_back(runs[i]);
      used[i] = true;
    }
    if (chain.empty()) {
      continue;
    }
    std::reverse(chain.begin(), chain.end());
    for (size_t i = 1; i < chain.size(); ++i) {
      chain[i] = trimmed(chain[i - 1], chain[i]);
    }
    std::erase_if(chain, [](const Run& run) { return run.length == 0; });
    chains.push_back(std::move(chain));
  }
  return chains;
}

}  // namespace reprise::detail
