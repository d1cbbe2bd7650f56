#include "reprise/passages/find.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "reprise/base/parallel.h"
#include "reprise/passages/align.h"
#include "reprise/passages/chain.h"
#include "reprise/passages/seeds.h"
#include "reprise/text/function_words.h"
#include "reprise/text/quotes.h"

namespace reprise {
namespace {

// Returns how many of the passage's equal words are no function words, counting on side a.
uint32_t informative_words(const Passage& passage, const TextUnit& unit, const Normalisation& rules) {
  uint32_t count = 0;
  std::string folded;
  auto edit = passage.edits.begin();
  for (uint32_t t = passage.a.begin; t < passage.a.end; ++t) {
    while (edit != passage.edits.end() && edit->a.end <= t) ++edit;
    if (edit != passage.edits.end() && edit->a.begin <= t) continue;
    fold_word(unit.tokens[t].span.in(unit.text), rules, folded);
    count += !is_function_word(folded);
  }
  return count;
}

// Returns whether nearly all of the stretch stands in quotation marks.
bool is_quoted(const std::vector<Span>& quotations, Span span) {
  return 10 * uint64_t{quoted_bytes(quotations, span)} >= 9 * uint64_t{span.size()};
}

bool covers(TokenRange outer, TokenRange inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }

// Returns the passages of one pair of units, in the order of their place.
std::vector<Passage> passages_of(const SharedRuns& shared, std::span<const TextUnit> units, const Normalisation& rules,
                                 const PassageOptions& options) {
  const TextUnit &a = units[shared.unit_a], &b = units[shared.unit_b];
  std::vector<Passage> found;
  for (const Chain& chain : make_chains(shared.runs, options.longest_gap)) {
    Passage passage = align(a.tokens, b.tokens, chain);
    if (passage.matched < options.least_words || passage.identity < options.least_identity) continue;
    // Chains come the best first: what lies inside a better one, on both sides, is its echo.
    const bool echo = std::any_of(found.begin(), found.end(),
                                  [&](const Passage& p) { return covers(p.a, passage.a) && covers(p.b, passage.b); });
    if (echo) continue;
    passage.informative = informative_words(passage, a, rules);
    if (passage.informative < options.least_informative) continue;
    passage.unit_a = shared.unit_a, passage.unit_b = shared.unit_b;
    found.push_back(std::move(passage));
  }
  std::sort(found.begin(), found.end(),
            [](const Passage& x, const Passage& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
  return found;
}

}  // namespace

std::vector<Passage> find_passages(std::span<const TextUnit> units, const Normalisation& rules,
                                   const PassageOptions& options) {
  const std::vector<SharedRuns> shared = find_runs(units, options);
  std::vector<std::vector<Passage>> by_pair(shared.size());
  parallel_for(shared.size(), [&](size_t i) { by_pair[i] = passages_of(shared[i], units, rules, options); });

  std::vector<Passage> all;
  for (auto& passages : by_pair) std::move(passages.begin(), passages.end(), std::back_inserter(all));
  std::vector<std::vector<Span>> quotations(units.size());
  std::vector<bool> needed(units.size());
  for (const Passage& p : all) needed[p.unit_a] = needed[p.unit_b] = true;
  for (size_t u = 0; u < units.size(); ++u) {
    if (needed[u]) quotations[u] = find_quotations(units[u].text);
  }
  for (Passage& p : all) {
    p.quoted = is_quoted(quotations[p.unit_a], bytes_of(units[p.unit_a], p.a)) &&
               is_quoted(quotations[p.unit_b], bytes_of(units[p.unit_b], p.b));
  }
  return all;
}

uint32_t covered_words(std::vector<TokenRange> ranges) {
  std::sort(ranges.begin(), ranges.end());
  uint32_t covered = 0, end = 0;
  for (const TokenRange& range : ranges) {
    if (range.end > end) covered += range.end - std::max(end, range.begin);
    end = std::max(end, range.end);
  }
  return covered;
}

}  // namespace reprise
