// Proposes pairs of lines through an inverted index.
//
// Steps: each term gets the list of its lines, ascending. For a line, the later lines of all its
// terms are put into one list, a rare term's as often as terms are needed; the list is sorted, and
// who stands in it often enough is a partner. Terms of too many lines are left out.
//
//     lines      0: budget million    1: million budget cut    2: budget
//     line 0     budget: 1 2    million: 1      sorted: 1 1 2
//     two terms are needed, and none is rare    0-1
//
// Cost: a sort of what a line shares. Lines run in parallel, and their results are joined in order.
#include "reprise/points/candidates.h"

#include <algorithm>

#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"

namespace reprise::detail {
namespace {

using Postings = std::vector<std::vector<LineId>>;  // for each term, the lines that hold it

Postings invert(const Story& story) {
  Postings postings(story.terms.size());
  for (LineId line{0}; line < story.lines.size(); ++line) {
    for (const StoryTermId term : story.lines[line].terms) {
      postings[term].push_back(line);
    }
  }
  return postings;
}

// Returns the lines that stand in the ascending list at least so many times, each once.
std::vector<LineId> repeated_in(const std::vector<LineId>& list, size_t times) {
  std::vector<LineId> found;
  for_each_run(list, std::identity(), [&](std::span<const LineId> run) {
    if (run.size() >= times) {
      found.push_back(run.front());
    }
  });
  return found;
}

// Returns the lines behind line a that share enough terms with it, ascending.
std::vector<LineId> partners_of(LineId a, const Story& story, const Postings& postings,
                                const PointOptions& options) {
  std::vector<LineId> hits;  // a line once for each term in common
  for (const StoryTermId term : story.lines[a].terms) {
    const std::vector<LineId>& holders = postings[term];
    if (holders.size() > options.most_lines) {
      continue;
    }
    const auto later = std::upper_bound(holders.begin(), holders.end(), a);
    // A rare term is enough by itself: it counts as often as terms are needed.
    const bool is_rare = holders.size() <= options.rare_lines;
    const uint32_t times = is_rare ? options.least_terms : 1;
    for (uint32_t i = 0; i < times; ++i) {
      hits.insert(hits.end(), later, holders.end());
    }
  }
  std::sort(hits.begin(), hits.end());
  return repeated_in(hits, options.least_terms);
}

}  // namespace

std::vector<LinePair> find_candidates(const Story& story, const PointOptions& options) {
  const Postings postings = invert(story);
  std::vector<std::vector<LinePair>> by_line(story.lines.size());
  parallel_for(by_line.size(), [&](size_t i) {
    const LineId a{i};
    for (const LineId b : partners_of(a, story, postings, options)) {
      if (are_comparable(story, a, b)) {
        by_line[i].push_back({a, b});
      }
    }
  });
  return joined(by_line);
}

}  // namespace reprise::detail
