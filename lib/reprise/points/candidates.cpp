#include "reprise/points/candidates.h"

#include <algorithm>

#include "reprise/base/parallel.h"

namespace reprise::detail {
namespace {

// For each term, the lines that hold it.
std::vector<std::vector<uint32_t>> invert(const Story& story) {
  std::vector<std::vector<uint32_t>> postings(story.terms.size());
  for (uint32_t line = 0; line < story.lines.size(); ++line) {
    for (uint32_t term : story.lines[line].terms) {
      postings[term].push_back(line);
    }
  }
  return postings;
}

// Returns the lines behind line a that share enough terms with it, ascending.
std::vector<uint32_t> partners_of(uint32_t a, const Story& story,
                                  const std::vector<std::vector<uint32_t>>& postings,
                                  const PointOptions& options) {
  std::vector<uint32_t>
      hits;  // a line once for each term in common; as often as is needed for a rare one
  for (uint32_t term : story.lines[a].terms) {
    const auto& holders = postings[term];
    if (holders.size() > options.most_lines) {
      continue;
    }
    const auto later = std::upper_bound(holders.begin(), holders.end(), a);
    const uint32_t times = holders.size() <= options.rare_lines ? options.least_terms : 1;
    for (uint32_t i = 0; i < times; ++i) {
      hits.insert(hits.end(), later, holders.end());
    }
  }
  std::sort(hits.begin(), hits.end());
  std::vector<uint32_t> partners;
  for (size_t begin = 0, end = 0; begin < hits.size(); begin = end) {
    while (end < hits.size() && hits[end] == hits[begin]) {
      ++end;
    }
    if (end - begin >= options.least_terms) {
      partners.push_back(hits[begin]);
    }
  }
  return partners;
}

}  // namespace

std::vector<LinePair> find_candidates(const Story& story, const std::vector<char>& is_reference,
                                      const PointOptions& options) {
  const std::vector<std::vector<uint32_t>> postings = invert(story);
  const bool against =
      std::find(is_reference.begin(), is_reference.end(), true) != is_reference.end();
  std::vector<std::vector<LinePair>> by_line(story.lines.size());
  parallel_for(by_line.size(), [&](size_t i) {
    const auto a = static_cast<uint32_t>(i);
    for (uint32_t b : partners_of(a, story, postings, options)) {
      if (story.lines[a].voice == story.lines[b].voice) {
        continue;
      }
      if (!against || is_reference[a] != is_reference[b]) {
        by_line[i].push_back({a, b});
      }
    }
  });
  std::vector<LinePair> pairs;
  for (const auto& list : by_line) {
    pairs.insert(pairs.end(), list.begin(), list.end());
  }
  return pairs;
}

}  // namespace reprise::detail
