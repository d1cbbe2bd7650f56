// Steps: each place of a gram in the document is carried to both sides as far as codes are equal;
// runs that were met already are passed over; then each run is held against the next of its two
// units, and asked what it promises.
#include "reprise/archive/sieve.h"

#include <algorithm>
#include <tuple>

#include "reprise/base/parallel.h"
#include "reprise/passages/chain.h"
#include "reprise/passages/promise.h"

namespace reprise::detail {
namespace {

constexpr size_t many_runs = 64;

// Equal codes of a unit that asks, and of the document's text or title.
struct CodeRun {
  uint32_t unit = 0;
  bool in_title = false;
  uint32_t a = 0;
  uint32_t b = 0;
  uint32_t length = 0;

  auto key() const { return std::tuple(unit, in_title, a); }
};

// Calls on_place(b) for each place of the codes at which these begin, until it returns false.
// Returns whether it never did.
template <class OnPlace>
bool for_each_place(std::span<const WordCode> codes, std::span<const WordCode> gram,
                    const OnPlace& on_place) {
  if (gram.empty() || codes.size() < gram.size()) {
    return true;
  }
  const auto end = codes.end() - static_cast<std::ptrdiff_t>(gram.size() - 1);
  for (auto at = std::find(codes.begin(), end, gram.front()); at != end;
       at = std::find(at + 1, end, gram.front())) {
    const bool is_here = std::equal(gram.begin(), gram.end(), at);
    if (is_here && !on_place(static_cast<uint32_t>(at - codes.begin()))) {
      return false;
    }
  }
  return true;
}

std::span<const WordCode> codes_of_gram(const Asked& asked, const AskedGram& gram) {
  return std::span(asked.codes[gram.unit]).subspan(gram.token, size_of_gram(asked.passages));
}

class Runs {
 public:
  Runs(const Asked& asked, const CodesOfDocument& document) : asked_(asked), document_(document) {}

  // Adds the runs around the places of the gram, until nothing more need be known.
  void add(const GramHit& hit) {
    const AskedGram& gram = asked_.grams[hit.gram];
    for_each_place(side(hit.in_title), codes_of_gram(asked_, gram), [&](uint32_t b) {
      add(gram.unit, hit.in_title, gram.token, b);
      return !is_settled();
    });
  }

  // Returns whether they promise a passage already: by one long run, which is all there is of a
  // copied text, or by their number.
  bool is_settled() const { return has_long_run_ || runs_.size() > many_runs; }

  // Returns whether any of them may be part of a passage.
  bool promise() {
    std::sort(runs_.begin(), runs_.end(),
              [](const CodeRun& x, const CodeRun& y) { return x.key() < y.key(); });
    for (size_t i = 0; i < runs_.size(); ++i) {
      const bool is_chained = i + 1 < runs_.size() && may_be_chained(runs_[i], runs_[i + 1]);
      if (is_chained || promises_alone(runs_[i])) {
        return true;
      }
    }
    return false;
  }

 private:
  std::span<const WordCode> side(bool title) const {
    return title ? document_.title : document_.text;
  }

  void add(uint32_t unit, bool in_title, uint32_t a, uint32_t b) {
    const bool is_known = std::any_of(runs_.begin(), runs_.end(), [&](const CodeRun& run) {
      const bool same_units = run.unit == unit && run.in_title == in_title;
      const bool same_diagonal = int64_t{run.a} - run.b == int64_t{a} - b;
      return same_units && same_diagonal && a >= run.a && a < run.a + run.length;
    });
    if (is_known) {
      return;
    }
    const std::span<const WordCode> mine = asked_.codes[unit];
    const std::span<const WordCode> theirs = side(in_title);
    uint32_t end_a = a;
    uint32_t end_b = b;
    while (end_a < mine.size() && end_b < theirs.size() && mine[end_a] == theirs[end_b]) {
      ++end_a;
      ++end_b;
    }
    while (a > 0 && b > 0 && mine[a - 1] == theirs[b - 1]) {
      --a;
      --b;
    }
    if (end_a - a >= asked_.passages.seed) {
      runs_.push_back({unit, in_title, a, b, end_a - a});
      has_long_run_ = has_long_run_ || end_a - a >= surely_promising;
    }
  }

  // REQUIRES: the first does not begin behind the second.
  bool may_be_chained(const CodeRun& first, const CodeRun& second) const {
    const uint64_t reach = reach_of(asked_.passages);
    return first.unit == second.unit && first.in_title == second.in_title &&
           second.a <= uint64_t{first.a} + first.length + reach;
  }

  bool promises_alone(const CodeRun& run) const {
    return promises(std::span<const WordCode>(asked_.codes[run.unit]), side(run.in_title),
                    {run.a, run.b, run.a + run.length, run.length});
  }

  const Asked& asked_;
  const CodesOfDocument& document_;
  std::vector<CodeRun> runs_;
  bool has_long_run_ = false;
};

}  // namespace

bool holds_codes(const Asked& asked, const AskedGram& gram, std::span<const WordCode> codes) {
  return !for_each_place(codes, codes_of_gram(asked, gram), [](uint32_t) { return false; });
}

bool may_have_passage(const Asked& asked, std::span<const GramHit> hits,
                      const CodesOfDocument& document) {
  Runs runs(asked, document);
  for (const GramHit& hit : hits) {
    check_stop();
    runs.add(hit);
    if (runs.is_settled()) {
      return true;
    }
  }
  return runs.promise();
}

}  // namespace reprise::detail
