// Steps: the runs of the item go into a table; the document's words near a seed are looked up
// there; a window slides over the runs that were found, and counts shared words as runs come in at
// its end and go at its beginning; the best window is then shortened from its beginning.
//
//     item      "a b c d e f"    runs of 3 words: abc bcd cde def
//     document  "x b c d y d e f"
//     runs      bcd at 1, def at 5
//     window    from 1 to 8: of the item b c d e f, of the document b c d and d e f; 5 shared
//
// Counter-example: "b c d b c d b c d" shares 9 words of the document, but 3 of the item: 3.
//
// Cost: the head of reference_stretch.h. A run may come and go as often as it is repeated, but it
// changes the item's words only when its first comes, or its last goes.
#include "reprise/near/reference_stretch.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <optional>
#include <vector>

#include "reprise/base/hash.h"

namespace reprise::detail {
namespace {

constexpr uint32_t none = std::numeric_limits<uint32_t>::max();

// The runs of an item by their hashes. Equal ones are one, named by the first place in the item,
// and chained.
class ItemRuns {
 public:
  ItemRuns(std::span<const uint64_t> item, RunLength length)
      : count_(item.size() + 1 - length.words),
        slots_(std::bit_ceil(2 * count_), none),
        next_(count_, none) {
    const RunHashes runs(item);
    hashes_.reserve(count_);
    for (uint32_t place = 0; place < count_; ++place) {
      hashes_.push_back(runs.of(place, length));
      uint32_t& slot = slot_of(hashes_[place]);
      if (slot == none) {
        slot = place;
      } else {
        next_[place] = next_[slot];
        next_[slot] = place;
      }
    }
  }

  // Returns the first place of the run, or none.
  uint32_t find(uint64_t hash) const { return const_cast<ItemRuns*>(this)->slot_of(hash); }
  // Returns another place of the same run, or none.
  uint32_t next(uint32_t place) const { return next_[place]; }

 private:
  uint32_t& slot_of(uint64_t hash) {
    size_t at = mix(hash) & (slots_.size() - 1);
    while (slots_[at] != none && hashes_[slots_[at]] != hash) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return slots_[at];
  }

  size_t count_;
  std::vector<uint64_t> hashes_;
  std::vector<uint32_t> slots_, next_;
};

// A run of the item that stands in the document.
struct SharedRun {
  uint32_t place = 0;  // in the document
  uint32_t run = 0;    // by ItemRuns::find
};

// Counts the shared words of a stretch, while runs come in at its end and go at its beginning.
class Stretching {
 public:
  Stretching(const ItemRuns& item, std::span<const SharedRun> runs, uint32_t item_words,
             uint32_t run_words)
      : item_(item),
        runs_(runs),
        run_words_(run_words),
        held_(item_words, 0),
        covered_(item_words, 0) {}

  bool empty() const { return first_ == end_; }
  uint32_t begin() const { return runs_[first_].place; }
  uint32_t shared() const { return std::min(shared_of_item_, shared_of_document_); }

  void push() {
    shared_of_document_ +=
        empty() ? run_words_ : std::min(run_words_, runs_[end_].place - runs_[end_ - 1].place);
    const uint32_t run = runs_[end_++].run;
    if (held_[run]++ == 0) {
      change_item(run, true);
    }
  }
  void pop() {
    const uint32_t run = runs_[first_].run, place = runs_[first_].place;
    ++first_;
    shared_of_document_ -= empty() ? run_words_ : std::min(run_words_, runs_[first_].place - place);
    if (--held_[run] == 0) {
      change_item(run, false);
    }
  }

 private:
  // The run, wherever it is in the item, has come into the stretch, or has left it.
  void change_item(uint32_t run, bool came) {
    for (uint32_t place = run; place != none; place = item_.next(place)) {
      for (uint32_t word = place; word < place + run_words_; ++word) {
        if (came) {
          shared_of_item_ += covered_[word]++ == 0;
        } else {
          shared_of_item_ -= --covered_[word] == 0;
        }
      }
    }
  }

  const ItemRuns& item_;
  std::span<const SharedRun> runs_;
  size_t first_ = 0, end_ = 0;  // of runs_, in the stretch
  uint32_t run_words_;
  std::vector<uint32_t> held_;  // by run: how often the stretch holds it
  // By word of the item: by how many of its runs that the stretch holds.
  std::vector<uint32_t> covered_;
  uint32_t shared_of_item_ = 0, shared_of_document_ = 0;
};

// Returns the runs of the item that lie within a window of one of the seeds, ascending: no stretch
// that counts has others.
std::vector<SharedRun> runs_near(std::span<const ReferenceHit> seeds, const ItemRuns& item,
                                 const RunHashes& runs, size_t document_words,
                                 const StretchRule& rule) {
  const RunLength length(rule.run);
  std::vector<SharedRun> found;
  uint64_t at = 0;
  for (const ReferenceHit& seed : seeds) {
    const uint64_t seed_end = uint64_t{seed.place} + rule.seed;
    at = std::max(at, seed_end - std::min<uint64_t>(seed_end, rule.window));
    const uint64_t end = std::min<uint64_t>(uint64_t{seed.place} + rule.window, document_words);
    for (; at + rule.run <= end; ++at) {
      const uint32_t run = item.find(runs.of(at, length));
      if (run != none) {
        found.push_back({static_cast<uint32_t>(at), run});
      }
    }
  }
  return found;
}

// The best stretch that ends somewhere, as long as it may be.
struct Window {
  Stretch found;
  size_t first = 0;  // of the shared runs, the first and the last in it
  size_t last = 0;
  uint32_t seed = 0;  // the place of the last seed in it
};

// Returns the window with the most shared words, of those the one that ends first. A share grows
// only where a run ends, so these are the ends to try; the longest stretch is the best of each end.
std::optional<Window> best_window(const ItemRuns& item, std::span<const SharedRun> shared,
                                  uint32_t item_words, std::span<const ReferenceHit> seeds,
                                  const StretchRule& rule) {
  std::optional<Window> best;
  size_t first = 0;
  size_t next_seed = 0;
  Stretching stretch(item, shared, item_words, rule.run);
  for (size_t last = 0; last < shared.size(); ++last) {
    stretch.push();
    const uint32_t end = shared[last].place + rule.run;
    const uint32_t begin = end - std::min(end, rule.window);
    for (; shared[first].place < begin; ++first) {
      stretch.pop();
    }
    while (next_seed < seeds.size() && seeds[next_seed].place + rule.seed <= end) {
      ++next_seed;
    }
    const bool holds_seed = next_seed > 0 && seeds[next_seed - 1].place >= begin;
    const uint32_t most = best ? best->found.shared : 0;
    if (holds_seed && stretch.shared() > most) {
      best = {{stretch.shared(), {begin, end}}, first, last, seeds[next_seed - 1].place};
    }
  }
  return best;
}

// Returns the shortest stretch that ends there with as many shared words: without what can go at
// its beginning.
Stretch shortened(const Window& window, const ItemRuns& item, std::span<const SharedRun> shared,
                  uint32_t item_words, uint32_t run_words) {
  const auto runs = shared.subspan(window.first, window.last + 1 - window.first);
  Stretching shrinking(item, runs, item_words, run_words);
  for (size_t i = 0; i < runs.size(); ++i) {
    shrinking.push();
  }
  Stretch best = window.found;
  do {
    best.words.begin = shrinking.begin();
    shrinking.pop();
  } while (!shrinking.empty() && shrinking.begin() <= window.seed &&
           shrinking.shared() == best.shared);
  return best;
}

}  // namespace

StretchRule stretch_rule(uint32_t words, uint32_t ngram, double share) {
  constexpr uint32_t long_item = 32;
  const bool is_long = words >= long_item;
  const uint32_t seed = std::bit_floor(std::min(ngram, is_long ? 8u : 4u));
  auto least = static_cast<uint32_t>(share * words);
  if (static_cast<double>(least) / words < share) {
    ++least;
  }
  return {std::min(seed, is_long ? 4u : 3u), seed, words + words / 2, least};
}

Stretch best_stretch(std::span<const uint64_t> item, std::span<const uint64_t> document,
                     const RunHashes& runs, std::span<const ReferenceHit> seeds,
                     const StretchRule& rule) {
  const ItemRuns item_runs(item, RunLength(rule.run));
  const std::vector<SharedRun> shared = runs_near(seeds, item_runs, runs, document.size(), rule);
  if (shared.size() * rule.run < rule.least) {
    return {};  // a phrase that they share by chance
  }
  const auto item_words = static_cast<uint32_t>(item.size());

  const std::optional<Window> window = best_window(item_runs, shared, item_words, seeds, rule);
  if (!window || window->found.shared < rule.least) {
    return {};
  }
  return shortened(*window, item_runs, shared, item_words, rule.run);
}

}  // namespace reprise::detail
