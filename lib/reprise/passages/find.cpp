// Steps, for each unit: runs that it shares with another (seeds.h) make chains (chain.h); a chain
// around which enough words agree is aligned (align.h); what mostly lies in better alignments is
// their echo, and goes; neighbours become one; and what is weighty enough is a passage.
//
//     a: "the ferry was late again on the northern route"
//     b: "the ferry was late today on the northern route"
//     runs      "the ferry was late", "on the northern route"      chain: both
//     aligned   equal 4, replace 1, equal 4                         identity 8/9, one edit
//
// Cost: that of seeds.h, chain.h and align.h; most chains promise nothing, and are never aligned.
#include "reprise/passages/find.h"

#include <algorithm>
#include <tuple>

#include "reprise/base/parallel.h"
#include "reprise/corpus/references.h"
#include "reprise/language/quotes.h"
#include "reprise/passages/align.h"
#include "reprise/passages/chain.h"
#include "reprise/passages/promise.h"
#include "reprise/passages/seeds.h"

namespace reprise::detail {
namespace {

// A refrain on every line aligns with itself at any distance, to the ends of both texts: echoes,
// one for each two places of it. Once what was aligned only to be one is so many times as long as
// both texts, the chains that are left, the shortest ones, are left out.
constexpr uint64_t share_in_vain = 1;

// The words of one unit that lie in passages found so far.
class Covered {
 public:
  explicit Covered(size_t size) : size_(size) {}
  void add(TokenRange range) {
    words_.resize(size_);
    std::fill(words_.begin() + range.begin, words_.begin() + range.end, true);
  }
  bool has_most_of(TokenRange range) const {
    return !words_.empty() &&
           2 * std::count(words_.begin() + range.begin, words_.begin() + range.end, true) >=
               ptrdiff_t{range.size()};
  }

 private:
  size_t size_;
  std::vector<bool> words_;  // none before the first is added
};

// Finds the passages of one pair of units.
class PairSearch {
 public:
  PairSearch(const Collection& collection, const Normalisation& rules,
             const PassageOptions& options, const SharedRuns& shared)
      : a_{collection.units[shared.unit_a], collection.keys[shared.unit_a]},
        b_{collection.units[shared.unit_b], collection.keys[shared.unit_b]},
        options_(options),
        shared_(shared),
        words_(a_, b_, rules),
        aligner_(words_, options.longest_gap) {}

  // Appends them, in the order of their place.
  void find(std::vector<Passage>& passages) {
    std::vector<Alignment> found = alignments();
    join_neighbours(found);
    for (const Alignment& alignment : found) {
      Passage passage = passage_of(alignment);
      if (is_enough(passage, options_)) {
        passages.push_back(std::move(passage));
      }
    }
  }

 private:
  bool promises(const Chain& chain) const {
    uint32_t equal = 0;
    for (const Run& run : chain) {
      equal += run.length;
    }
    const Run& first = chain.front();
    const Run& last = chain.back();
    return detail::promises(std::span<const Key>(a_.keys), std::span<const Key>(b_.keys),
                            {first.a, first.b, last.a + last.length, equal});
  }

  // Returns the alignments of the chains, from the best down. What mostly lies in better ones on
  // both sides is their echo: a phrase that the shared text holds twice.
  std::vector<Alignment> alignments() {
    Covered covered_a(a_.keys.size()), covered_b(b_.keys.size());
    const auto is_echo = [&](TokenRange a, TokenRange b) {
      return covered_a.has_most_of(a) && covered_b.has_most_of(b);
    };
    const uint32_t reach = reach_of(options_);
    uint64_t in_vain = 0;  // words
    const uint64_t most_in_vain = share_in_vain * (a_.keys.size() + b_.keys.size());
    std::vector<Alignment> found;
    for (const Chain& chain : make_chains(shared_.runs, reach)) {
      if (in_vain > most_in_vain) {
        break;
      }
      check_stop();
      const Run& first = chain.front();
      const Run& last = chain.back();
      const TokenRange a{first.a, last.a + last.length};
      const TokenRange b{first.b, last.b + last.length};
      if (is_echo(a, b) || !promises(chain)) {
        continue;
      }
      for (Alignment& alignment : aligner_.align(chain)) {
        if (is_echo(alignment.a, alignment.b)) {
          in_vain += alignment.a.size();
          continue;
        }
        covered_a.add(alignment.a);
        covered_b.add(alignment.b);
        alignment.holders = rarest(chain);
        found.push_back(std::move(alignment));
      }
    }
    return found;
  }

  static uint32_t rarest(const Chain& chain) {
    return std::min_element(chain.begin(), chain.end(),
                            [](const Run& x, const Run& y) { return x.holders < y.holders; })
        ->holders;
  }

  // Joins those that follow one another on both sides at once, with at most a gap between.
  void join_neighbours(std::vector<Alignment>& found) {
    std::sort(found.begin(), found.end(), [](const Alignment& x, const Alignment& y) {
      return std::tie(x.a, x.b) < std::tie(y.a, y.b);
    });
    const auto follows = [&](TokenRange earlier, TokenRange later) {
      return later.begin >= earlier.end && later.begin - earlier.end <= options_.longest_gap;
    };
    std::vector<Alignment> joined;
    for (Alignment& alignment : found) {
      const auto before = std::find_if(joined.rbegin(), joined.rend(), [&](const Alignment& x) {
        return follows(x.a, alignment.a) && follows(x.b, alignment.b);
      });
      if (before == joined.rend()) {
        joined.push_back(std::move(alignment));
      } else {
        const uint32_t holders = std::min(before->holders, alignment.holders);
        *before = aligner_.join(*before, alignment);
        before->holders = holders;
      }
    }
    found = std::move(joined);
  }

  Passage passage_of(const Alignment& alignment) const {
    Passage passage;
    passage.unit_a = shared_.unit_a;
    passage.unit_b = shared_.unit_b;
    passage.a = alignment.a;
    passage.b = alignment.b;
    passage.holders = alignment.holders;
    uint32_t a = alignment.a.begin;
    uint32_t b = alignment.b.begin;
    for (const StepRun& s : alignment.steps) {
      const TokenRange in_a{a, s.step == Step::insert ? a : a + s.length};
      const TokenRange in_b{b, s.step == Step::remove ? b : b + s.length};
      if (s.step == Step::equal) {
        passage.matched += s.length;
        for (uint32_t i = in_a.begin; i < in_a.end; ++i) {
          passage.informative += !is_common(a_.keys[i]);
        }
      } else {
        passage.near += s.step == Step::near ? s.length : 0;
        add_edit(passage.edits, s.step, in_a, in_b);
      }
      a = in_a.end;
      b = in_b.end;
    }
    passage.identity =
        static_cast<double>(passage.matched) / std::max(passage.a.size(), passage.b.size());
    return passage;
  }

  // Near misses are edits by themselves; other words that differ in a row are one edit.
  static void add_edit(std::vector<Edit>& edits, Step step, TokenRange a, TokenRange b) {
    const bool adjoins_last =
        !edits.empty() && edits.back().a.end == a.begin && edits.back().b.end == b.begin;
    const bool goes_on = adjoins_last && step != Step::near && !edits.back().near;
    if (!goes_on) {
      edits.push_back({kind_of(a, b), a, b, step == Step::near});
      return;
    }
    Edit& edit = edits.back();
    edit.a.end = a.end;
    edit.b.end = b.end;
    edit.kind = kind_of(edit.a, edit.b);
  }

  static EditKind kind_of(TokenRange a, TokenRange b) {
    if (a.size() == 0) {
      return EditKind::insert;
    }
    if (b.size() == 0) {
      return EditKind::remove;
    }
    return EditKind::replace;
  }

  WordComparer::Side a_, b_;
  const PassageOptions& options_;
  const SharedRuns& shared_;
  WordComparer words_;
  Aligner aligner_;
};

// Returns for each unit the first from it on that is a reference's, the number of units where there
// is none; nothing if there are no references.
std::vector<UnitId> next_references(const PassageSearch& search) {
  if (!search.first_reference) {
    return {};
  }
  std::vector<UnitId> all(search.units.size());
  UnitId next(search.units.size());
  for (size_t u = all.size(); u-- > 0;) {
    if (is_reference(DocumentId(search.units[u].document), search.first_reference)) {
      next = UnitId(u);
    }
    all[u] = next;
  }
  return all;
}

// Returns whether nearly all of the stretch stands in quotation marks.
bool is_quoted(const std::vector<Span>& quotations, Span span) {
  return 10 * uint64_t{quoted_bytes(quotations, span)} >= 9 * uint64_t{span.size()};
}

}  // namespace

std::vector<Passage> find_passages(const PassageSearch& search, std::span<const Keys> keys,
                                   const PassageOptions& options) {
  const GramIndex index(search.units, keys, search.rules, options, search.first_reference,
                        search.places);
  const Collection collection{search.units, keys, search.first_reference, next_references(search)};

  std::vector<std::vector<Passage>> by_unit(search.units.size());
  const auto search_unit = [&](size_t u) {
    if (is_reference(DocumentId(search.units[u].document), search.first_reference)) {
      return;  // others look for what they share with it
    }
    for (const SharedRuns& shared : find_runs(collection, index, UnitId(u), options)) {
      PairSearch(collection, search.rules, options, shared).find(by_unit[u]);
    }
  };
  parallel_for(by_unit.size(), search_unit, Progress::Phase::passages);

  std::vector<Passage> all;
  for (auto& passages : by_unit) {
    std::move(passages.begin(), passages.end(), std::back_inserter(all));
  }
  finish_passages(search.units, all);
  return all;
}

void finish_passages(std::span<const TextUnit> units, std::vector<Passage>& passages) {
  std::sort(passages.begin(), passages.end(), [](const Passage& x, const Passage& y) {
    return std::tie(x.unit_a, x.unit_b, x.a, x.b) < std::tie(y.unit_a, y.unit_b, y.a, y.b);
  });
  std::vector<std::vector<Span>> quotations(units.size());
  std::vector<char> needed(units.size());
  for (const Passage& p : passages) {
    needed[p.unit_a] = needed[p.unit_b] = true;
  }
  parallel_for(units.size(), [&](size_t u) {
    if (needed[u]) {
      quotations[u] = find_quotations(units[u].text);
    }
  });
  for (Passage& p : passages) {
    p.quoted = is_quoted(quotations[p.unit_a], bytes_of(units[p.unit_a], p.a)) &&
               is_quoted(quotations[p.unit_b], bytes_of(units[p.unit_b], p.b));
  }
}

}  // namespace reprise::detail
